import type { Draft } from '../files/draft.js';
import { nearest } from '../nearest.js';
import type { ReportProblem } from '../problem.js';

/** Papers for one case name facts and options of the register, and an entry that has papers for cases. */
export function checkPapersOfCases(draft: Draft, report: ReportProblem): void {
  const facts = new Map(draft.facts.value.facts.map((fact) => [fact.id, fact]));
  const withCases = draft.procedures.flatMap(({ value }) =>
    value.papers.some(({ only }) => only !== undefined) ? [value.id] : [],
  );
  for (const { source, value } of draft.procedures)
    value.papers.forEach(({ only, papersOf }, index) => {
      for (const [fact, options] of only ?? []) {
        const known = facts.get(fact)?.options.map(({ id }) => id) ?? [];
        const wrong = options.filter((option) => !known.includes(option));
        if (wrong.length > 0)
          report(
            source.problem(
              ['papers', index, 'only', fact],
              'error',
              `"${fact}" trong procedures/decisions/facts.yml không có đáp án: ${wrong.join(', ')}.`,
              known.length === 0
                ? 'Ghi tên một dữ kiện kiểu lựa chọn của facts.yml.'
                : `Ghi trong số: ${known.join(', ')}.`,
            ),
          );
      }
      if (papersOf !== undefined && !withCases.includes(papersOf) && !draft.unreadable.has(papersOf))
        report(
          source.problem(
            ['papers', index, 'papers_of'],
            'error',
            `Mục "${papersOf}" không có giấy tờ nào ghi "only".`,
            `Ghi mã của một mục có giấy tờ theo trường hợp${suggested(papersOf, withCases)}.`,
          ),
        );
    });
}

function suggested(id: string, known: readonly string[]): string {
  const near = nearest(id, known);
  return near === undefined ? '' : `, có lẽ là "${near}"`;
}
