import { expect } from 'chai';
import { readContentFiles } from '../../../src/content/content-files.js';
import { checkContent } from '../../../src/content/load.js';
import { hasErrors } from '../../../src/content/problem.js';
import type { ContentFile } from '../../../src/content/source-file.js';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

/** What a hand may put into a file by mistake. */
const SLIPS = [
  '\t',
  ':',
  '"',
  "'",
  '#',
  '- ',
  '  ',
  '[',
  ']',
  '{',
  '*',
  '&',
  '!',
  '%',
  '@',
  '|',
  '>',
  '---',
  '\\',
  '“',
  '\u0000',
  'ă',
  '\n',
  '?',
  '~',
  '0',
  ',',
  '<<: x',
  '💰',
];

describe('Whatever slips into a file', () => {
  let valid: ContentFile[] = [];
  before(async () => {
    valid = (await readContentFiles(FIXTURE_ROOT)).files.map(withoutMostActs);
  });

  it('never stops the check, and is told with a line that the file has when it does harm', function () {
    this.timeout(600_000);
    const random = numbers(20261124);
    for (let round = 0; round < 400; round++) {
      const index = Math.floor(random() * valid.length);
      const file = valid[index];
      if (file === undefined) continue;
      const broken = { ...file, text: slipped(file.text, random) };
      const { content, problems } = checkContent(valid.with(index, broken), 'thử', TODAY);
      const what = `${file.path} after round ${round}`;
      expect(content === null, what).to.equal(hasErrors(problems));
      const lines = broken.text.split('\n').length;
      for (const problem of problems.filter(({ file: named }) => named === file.path)) {
        expect(problem.line, what).to.be.within(1, lines);
        expect(problem.message, what).to.not.match(/undefined|\[object|NaN/);
        expect(problem.remedy.trim(), what).to.not.equal('');
      }
    }
  });
});

/** Hundreds of examples say no more about slips than the first ones, and are slow to read four hundred times. */
function withoutMostActs(file: ContentFile): ContentFile {
  if (!file.path.endsWith('dialogue-acts.yml')) return file;
  const [head = '', first = ''] = file.text.split(/^ {2}- (?=id:)/mu);
  return { ...file, text: `${head}  - ${first}` };
}

function slipped(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const slip = SLIPS[Math.floor(random() * SLIPS.length)] ?? '';
  const cut = Math.floor(random() * 4);
  return text.slice(0, at) + slip + text.slice(at + cut);
}

/** The same numbers in every run, from 0 to below 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
