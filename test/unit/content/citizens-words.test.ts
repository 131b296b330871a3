import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';

/** Where replies and pages for citizens are made, kept or sent. What they say stands in procedures/shared/sentences.yml. */
const FOLDERS = [
  'src/conversation',
  'src/turns',
  'src/records/stores',
  'src/messenger/send',
  'src/http',
  'src/posters',
];

/** Read by staff, operators or their programs alone. */
const NOT_FOR_CITIZENS = [
  'src/http/staff/',
  'src/http/admin-socket/',
  'src/http/listening.ts',
  'src/http/metrics-route.ts',
  // What is wrong with an order of posters; the report for the monthly meeting.
  'src/posters/link.ts',
  'src/posters/write-report.ts',
  'src/posters/write-pdf.ts',
];

/** Vietnamese that is read or that names something, never said as a sentence: lower case, as what it is compared with. */
const READ_NOT_SAID = [
  // Commands, yes and no, ratings, parts of a guide, as citizens type them.
  'src/conversation/call-back.ts',
  'src/conversation/candidates/awaited.ts',
  'src/conversation/candidates/commands.ts',
  'src/conversation/candidates/going.ts',
  'src/conversation/candidates/navigation.ts',
  'src/conversation/candidates/number-named.ts',
  'src/conversation/candidates/phone-asked.ts',
  'src/conversation/candidates/rating-words.ts',
  'src/conversation/colleague.ts',
  'src/conversation/officer.ts',
  'src/conversation/reading/appointments.ts',
  'src/conversation/candidates/site-named.ts',
  'src/conversation/candidates/stays-with-matter.ts',
  'src/conversation/reading/clauses.ts',
  'src/conversation/reading/commands.ts',
  'src/conversation/reading/occupations.ts',
  'src/conversation/reading/question-words.ts',
  'src/conversation/reading/relief.ts',
  'src/conversation/reading/strangers.ts',
  'src/conversation/reading/word-classes.ts',
  'src/conversation/switched.ts',
  'src/conversation/thread.ts',
  // Persons, negations and units in what citizens tell.
  'src/conversation/decisions/choices.ts',
  'src/conversation/decisions/owners.ts',
  'src/conversation/decisions/sum-kinds.ts',
  'src/conversation/decisions/entity-values.ts',
  'src/conversation/decisions/limits.ts',
  'src/conversation/decisions/take-facts.ts',
  'src/conversation/decisions/unknown.ts',
  'src/conversation/reading/entities/money.ts',
  // The language's own names of days.
  'src/conversation/weekday-names.ts',
  // What colleagues in the Page's inbox, not citizens, read of a conversation.
  'src/conversation/handover-summary.ts',
  // What officers, not citizens, see in place of a picture.
  'src/turns/turn-record.ts',
];

const VIETNAMESE = /[\u00c0-\u1ef9]/u;
/** What begins like a sentence or ends like one. */
const SENTENCE = /^\s*\p{Lu}|[.?!:]\s*$|\bDạ\b|anh\/chị/u;
const NAMES = ['src/conversation/weekday-names.ts', 'src/conversation/handover-summary.ts'];
/** Their first argument is what the citizen reads. */
const SHOWN = ['text', 'buttons', 'button', 'choice', 'linkButton'];

function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) {
      const said =
        VIETNAMESE.test(node.text) && (!READ_NOT_SAID.includes(file) || isSentence(file, node.text));
      if (said) found.push(`${file}: “${node.text}”`);
    }
    if (ts.isCallExpression(node) && SHOWN.includes(node.expression.getText())) {
      const [shown] = node.arguments;
      if (shown !== undefined && (ts.isStringLiteralLike(shown) || ts.isTemplateExpression(shown)))
        if (/\p{L}{2}/u.test(shown.getText().replace(/\$\{[^}]*\}/gu, '')))
          found.push(`${file}: ${shown.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isSentence(file: string, words: string): boolean {
  return !NAMES.includes(file) && SENTENCE.test(words);
}

/** Templates are text all through; only the product's own name is nobody's wording. */
function wordsInTemplate(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const said = lines.filter((line) => VIETNAMESE.test(line.replaceAll('Đồng Hành', '')));
  return said.map((line) => `${file}: “${line.trim()}”`);
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .filter((file) => !NOT_FOR_CITIZENS.some((other) => file.startsWith(other)));
}

describe('what citizens read', () => {
  it('stands in the content that staff edit, not in the code', () => {
    const files = (ending: string) => FOLDERS.flatMap((folder) => filesUnder(folder, ending));
    expect(files('.ts').flatMap(wordsIn)).to.deep.equal([]);
    expect(files('.eta').flatMap(wordsInTemplate)).to.deep.equal([]);
  });
});
