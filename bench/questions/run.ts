import { parseArgs } from 'node:util';
import { vietnameseDay } from '../../src/shared/days.js';
import { loadContent } from '../../src/content/load.js';
import type { Procedure } from '../../src/content/types.js';
import { chancesFrom, WEIGHTS, type Weights } from '../../src/conversation/reading/questions/chances.js';
import { decided, QuestionIndex } from '../../src/conversation/reading/questions/question-index.js';
import { textHash } from '../../src/intent-matching/model/folds.js';
import { askedOf, leftOutWordings, wordReader } from '../../test/support/left-out.js';
import { fitWeights, type Case } from './fit.js';

/**
 * How well the right common question of an entry is found: each wording left out, once by itself (it must lead to its
 * pair) and once with its whole pair (it must lead to none).
 * npm run bench:questions [-- --fit]: with --fit also what `WEIGHTS` should be, judged on entries it was not fitted on.
 */
const { values } = parseArgs({ options: { fit: { type: 'boolean', default: false } } });
const FOLDS = 5;

const { content } = await loadContent('.', vietnameseDay(new Date()));
if (content === null) throw new Error('the content has faults: npm run content:check');
const read = wordReader(content);
const cases = leftOutWordings(content).flatMap(({ procedure, text, pair, ...without }): Case[] => {
  const one = askedOf(without.withoutWording(), read, procedure.id);
  const none = askedOf(without.withoutPair(), read, procedure.id);
  return [
    { entry: procedure.id, evidence: one.index.evidence(text, one.entry), asked: pair },
    { entry: procedure.id, evidence: none.index.evidence(text, none.entry), asked: null },
  ];
});

const general = new QuestionIndex(content, read);
const inGeneral = [...content.procedures.values()].flatMap((entry) =>
  askingInGeneral(entry).map((text): Case => ({
    entry: entry.id,
    evidence: general.evidence(text, entry),
    asked: null,
  })),
);

tell('with the weights in use', cases, () => WEIGHTS);
if (values.fit) {
  // By its id alone: a new entry leaves the others in the folds where they were.
  const foldOf = (entry: string) => textHash(entry) % FOLDS;
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitWeights([...cases, ...inGeneral].filter(({ entry }) => foldOf(entry) !== fold)),
  );
  const others = ({ entry }: Case) => fitted[foldOf(entry)] ?? WEIGHTS;
  tell('fitted on other entries', cases, others);
  tell('the same, asking in general', inGeneral, others);
  console.log(fitWeights([...cases, ...inGeneral]));
}

function tell(how: string, judged: readonly Case[], weightsFor: (one: Case) => Weights): void {
  console.log(how);
  for (const asksNone of [false, true]) {
    const rows = judged.filter(({ asked }) => (asked === null) === asksNone);
    if (rows.length === 0) continue;
    const found = rows.map((one) => resultOf(one, weightsFor(one)));
    console.log(`  ${rows.length} that ask ${asksNone ? 'none' : 'one'}:`);
    for (const result of [...new Set(found)].sort())
      console.log(`    ${result.padEnd(16)} ${share(found, result)} %`);
  }
}

function resultOf({ evidence, asked }: Case, weights: Weights): string {
  const reading = decided(chancesFrom(evidence, weights));
  if (reading.asks === 'none') return 'nothing';
  const shown = reading.asks === 'one' ? [reading.index] : reading.offered;
  const what = reading.asks === 'one' ? 'answered' : 'offered';
  return `${what} ${asked !== null && shown.includes(asked) ? 'right' : 'wrong'}`;
}

function share(found: readonly string[], result: string): string {
  return ((found.filter((one) => one === result).length / found.length) * 100).toFixed(1);
}

/** Whoever says no more than this wants the guide, none of its questions. */
function askingInGeneral({ name, button }: Procedure): string[] {
  return [
    name,
    button,
    `thủ tục ${button}`,
    `${button} làm sao`,
    `em muốn hỏi về ${button}`,
    `hướng dẫn ${name}`,
  ];
}
