import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExamples, readMessages } from '../../../src/commands/json-lines.js';
import { loadContent } from '../../../src/content/load.js';
import { trainingExamples } from '../../../src/content/training-examples.js';
import type { Content } from '../../../src/content/types.js';
import type { Example, LabelledMessage } from '../../../src/intent-matching/types.js';
import { foldedWords } from '../../../src/shared/fold.js';
import { ONCE_CHECKED } from '../../support/days.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MIN_OURS = 400;
const MIN_OTHERS = 150;
const MIN_HARD = 500;
const MIN_OF_AN_INTENT = 5;

describe('The messages by which the matcher is judged', () => {
  let ours: Example[] = [];
  let others: Example[] = [];
  let hard: LabelledMessage[] = [];
  let content: Content;

  before(async () => {
    [ours, others] = (await Promise.all(
      ['messages.jsonl', 'out-of-scope.jsonl'].map((file) => readExamples(join(ROOT, 'test/content', file))),
    )) as [Example[], Example[]];
    hard = await readMessages(join(ROOT, 'test/content/hard-messages.jsonl'));
    const loaded = await loadContent(ROOT, ONCE_CHECKED);
    if (loaded.content === null) throw new Error('The content has errors: run "npm run content:check".');
    content = loaded.content;
  });

  it('are many, both of our own questions and of others', () => {
    expect(ours).to.have.length.of.at.least(MIN_OURS);
    expect(others).to.have.length.of.at.least(MIN_OTHERS);
    expect(ours.filter(({ intent }) => intent === null)).to.deep.equal([]);
    expect(others.filter(({ intent }) => intent !== null)).to.deep.equal([]);
  });

  it('are labelled with intents that there are', () => {
    const labels = [...ours, ...hard].flatMap(({ intent, also }: LabelledMessage) => [intent, also ?? null]);
    expect(labels.filter((label) => label !== null && !content.intents.has(label))).to.deep.equal([]);
  });

  it('are many of the hard kinds, each of a kind, two matters where it says so', () => {
    expect(hard).to.have.length.of.at.least(MIN_HARD);
    expect(hard.filter(({ kind }) => kind === undefined)).to.deep.equal([]);
    expect(hard.filter(({ kind, also }) => (kind === 'two') !== (also !== undefined))).to.deep.equal([]);
  });

  it('judge every intent', () => {
    const judged = new Map<string | null, number>();
    for (const { intent } of [...ours, ...hard]) judged.set(intent, (judged.get(intent) ?? 0) + 1);
    const scarce = [...content.intents.keys()].filter(
      (intent) => (judged.get(intent) ?? 0) < MIN_OF_AN_INTENT,
    );
    expect(scarce).to.deep.equal([]);
  });

  it('are composed Unicode without stray spaces', () => {
    const odd = [...ours, ...others, ...hard].filter(
      ({ text }) => text !== text.normalize('NFC').trim() || text === '',
    );
    expect(odd).to.deep.equal([]);
  });

  it('hold no identity, tax or telephone number', () => {
    const numbers = [...ours, ...others, ...hard].filter(({ text }) =>
      /\d{9,}|\b0\d{2,3}[ .]\d{3}/.test(text),
    );
    expect(numbers).to.deep.equal([]);
  });

  it('are each there once, however the same words are typed', () => {
    expect(repeated([...ours, ...others, ...hard].map(({ text }) => text))).to.deep.equal([]);
  });

  it('are never examples to learn from', () => {
    // An entry's own name is what citizens type, whoever labelled it; it is no example that staff wrote.
    const names = new Set(
      [...content.procedures.values()].map(({ name, button }) => [name, button].map(key)).flat(),
    );
    const learnt = new Set(
      trainingExamples(content)
        .map(({ text }) => key(text))
        .filter((text) => !names.has(text)),
    );
    const seen = [...ours, ...others, ...hard].filter(({ text }) => learnt.has(key(text)));
    expect(seen).to.deep.equal([]);
  });
});

/** What two ways of typing the same words have in common; a message without letters stands for itself. */
function key(text: string): string {
  return foldedWords(text).join(' ') || text;
}

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(key(text)).size);
}
