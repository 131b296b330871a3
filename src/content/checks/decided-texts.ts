import { writtenDate } from '../../shared/days.js';
import type { Result } from '../decisions/types.js';
import type { Draft } from '../files/draft.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';
import { endsNamed } from './ends-named.js';

/** Every sentence that decisions say before and with their results, with its place. */
export function decidedTexts(draft: Draft): { source: SourceFile; path: Path; text: string }[] {
  return draft.decisions.flatMap(({ source, value }) => [
    ...value.leads.map(({ text }, index) => ({ source, path: ['leads', index, 'text'], text })),
    ...[...value.results.values()].flatMap((result) =>
      saidBy(result).map(([field, text]) => ({ source, path: ['results', result.id, ...field], text })),
    ),
  ]);
}

function saidBy({ text, lead, details, because, unsure, next }: Result): [Path, string][] {
  return [
    [['text'], text],
    ...(lead === undefined ? [] : [[['lead'], lead] as [Path, string]]),
    ...details.map((line, index): [Path, string] => [['details', index], line]),
    [['because'], because],
    ...(unsure === undefined ? [] : [[['unsure', 'text'], unsure.text] as [Path, string]]),
    ...(unsure?.again === undefined ? [] : [[['unsure', 'again'], unsure.again] as [Path, string]]),
    ...next.map((line, index): [Path, string] => [['next', index], line]),
  ];
}

/** A result says the same on every day, so it must not name a day as an end: later it would be told as if it still held. */
export function checkDecidedEnds(draft: Draft, report: ReportProblem): void {
  for (const { source, path, text } of decidedTexts(draft)) {
    const [end] = endsNamed(text);
    if (end === undefined) continue;
    report(
      source.problem(
        path,
        'warning',
        `Câu này nói tới ngày ${writtenDate(end)} nhưng bảng quyết định nói y như vậy mãi về sau.`,
        'Nói theo năm ("doanh thu năm 2026"), hoặc lấy ngày từ shared/deadlines.yml qua mục dates.',
      ),
    );
  }
}
