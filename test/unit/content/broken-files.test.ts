import { expect } from 'chai';
import { readContentFiles } from '../../../src/content/content-files.js';
import { checkContent } from '../../../src/content/load.js';
import type { Problem } from '../../../src/content/problem.js';
import type { ContentFile } from '../../../src/content/source-file.js';
import type { BrokenFile } from './broken-files/broken-file.js';
import { ITEMS } from './broken-files/items.js';
import { LAYOUT } from './broken-files/layout.js';
import { LINKS } from './broken-files/links.js';
import { SLIPS } from './broken-files/slips.js';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

const BROKEN = [...LAYOUT, ...ITEMS, ...LINKS, ...SLIPS];

describe('A file that staff broke by hand', () => {
  let valid: ContentFile[] = [];
  before(async () => {
    valid = (await readContentFiles(FIXTURE_ROOT)).files;
  });

  it('is tried in at least forty ways', () => {
    expect(BROKEN.length).to.be.at.least(40);
  });

  for (const broken of BROKEN) {
    it(`when ${broken.when}, says so and what to write`, () => {
      const { content, problems } = checkContent(broke(valid, broken), 'thử', TODAY);
      const told = problems.filter((problem) => points(problem, broken));
      expect(told, seen(problems)).to.not.be.empty;
      expect(content === null, 'whether the change is kept from going live').to.equal(!broken.warning);
      for (const problem of problems) expectReadable(problem);
    });
  }
});

function points(problem: Problem, { file, toldIn, line, says, advises, warning }: BrokenFile): boolean {
  const place = problem.file === (toldIn ?? file) && problem.line === line;
  const kind = problem.severity === (warning ? 'warning' : 'error');
  return place && kind && says.test(problem.message) && advises.test(problem.remedy);
}

function broke(valid: readonly ContentFile[], { file, replace: [right, wrong] }: BrokenFile): ContentFile[] {
  return valid.map((one) => {
    if (one.path !== file) return one;
    if (right === '') return { ...one, text: wrong };
    expect(one.text, 'the fixture').to.include(right);
    return { ...one, text: one.text.replace(right, () => wrong) };
  });
}

/** What a non-programmer can act on: whole Vietnamese sentences, no words of the parser. */
function expectReadable({ message, remedy }: Problem): void {
  for (const sentence of [message, remedy]) {
    expect(sentence).to.match(/\p{Ll}/u);
    expect(sentence).to.not.match(
      /undefined|null|NaN|Error|scalar|implicit|collection|mapping|token|indent|object/,
    );
    expect(sentence, 'is NFC').to.equal(sentence.normalize('NFC'));
  }
}

function seen(problems: readonly Problem[]): string {
  return problems
    .map((p) => `${p.severity} ${p.file}:${p.line} ${p.field} | ${p.message} | ${p.remedy}`)
    .join('\n');
}
