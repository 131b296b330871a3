import { fold } from '../../shared/fold.js';
import type { Draft, DraftEntry } from '../files/draft.js';
import type { WrittenProcedure } from '../files/procedure-file.js';
import type { ReportProblem } from '../problem.js';
import type { Path } from '../source-file.js';
import { saidIn } from './validity.js';

/** "MST", "GTGT" standing alone; not the letters of a form or a document: "02/QTT-TNCN", "252/2026/NĐ-CP". */
const CAPITALS = /(?<![\p{L}\p{N}/.-])\p{Lu}{3,}(?![\p{L}\p{N}/-])/gu;
/** Read by everyone as they stand. */
const EVERYDAY = new Set(['ubnd', 'otp']);

/** "Dạ không.", "Dạ, có: …": a bare yes or no. */
const BARE_ANSWER = /^Dạ,? (?:có|không)(?:[.,:;]| ạ(?!\p{L}))/iu;
/** "… được không?", "… chưa ạ?": what yes or no answers. */
const YES_OR_NO = /(?:không|chưa)(?: ạ)?\s*\?\s*$/iu;

/** How an entry speaks: abbreviations that nobody spelled out, and a yes or no where none was asked for. */
export function checkWording(draft: Draft, report: ReportProblem): void {
  const meanings = meaningsOf(draft);
  for (const entry of draft.procedures) {
    checkAbbreviations(entry, meanings, report);
    checkOpenings(entry, report);
  }
}

/** Folded abbreviation → its meaning, of those that mean the same wherever they stand. */
function meaningsOf({ abbreviations: { value } }: Draft): Map<string, string> {
  return new Map(
    value.abbreviations
      .filter(({ written, near }) => (near ?? []).length === 0 && !EVERYDAY.has(fold(written)))
      .map(({ written, means }) => [fold(written), means]),
  );
}

/** Each text is told alone, so each spells out its own. Buttons have no room for it. */
function checkAbbreviations(
  { source, value }: DraftEntry<WrittenProcedure>,
  meanings: ReadonlyMap<string, string>,
  report: ReportProblem,
): void {
  for (const { path, text } of textsOf(value))
    for (const written of new Set([...text.matchAll(CAPITALS)].map(([letters]) => letters))) {
      const means = meanings.get(fold(written));
      if (means === undefined || fold(text).includes(fold(means))) continue;
      report(
        source.problem(
          path,
          'warning',
          `Chữ tắt "${written}" không được viết đủ trong câu này: nhiều người dân không hiểu.`,
          `Viết "${means}"; cần giữ chữ tắt thì viết "${means} (${written})".`,
        ),
      );
    }
}

function textsOf(value: WrittenProcedure): { path: Path; text: string }[] {
  const papers = value.papers.flatMap(({ name, case: only, note }, index) => [
    { path: ['papers', index, 'name'], text: name },
    { path: ['papers', index, 'case'], text: only ?? '' },
    { path: ['papers', index, 'note'], text: note ?? '' },
  ]);
  const steps = value.steps.map((step, index) => ({
    path: ['steps', index],
    text: 'text' in step ? step.text : '',
  }));
  const titles = value.questions.map(({ title }, index) => ({
    path: ['questions', index, 'title'],
    text: title ?? '',
  }));
  return [
    { path: ['name'], text: value.name },
    ...value.links.map(({ title }, index) => ({ path: ['links', index, 'title'], text: title })),
    ...saidIn(value).flatMap(({ path, wordings }) => wordings.map(({ text }) => ({ path, text }))),
    ...papers,
    ...steps,
    ...titles,
  ];
}

function checkOpenings({ source, value }: DraftEntry<WrittenProcedure>, report: ReportProblem): void {
  value.questions.forEach(({ title, answer }, index) => {
    if (title === undefined || YES_OR_NO.test(title)) return;
    const opening = answer
      .map(({ text }) => BARE_ANSWER.exec(text)?.[0])
      .find((found) => found !== undefined);
    if (opening === undefined) return;
    report(
      source.problem(
        ['questions', index, 'answer'],
        'warning',
        `Câu trả lời mở đầu bằng "${opening}" nhưng câu hỏi "${title}" không phải hỏi có hay không.`,
        'Bỏ chữ có, không ở đầu, nói thẳng điều được hỏi (bao nhiêu, khi nào, ở đâu, ai).',
      ),
    );
  });
}
