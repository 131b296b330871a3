import { fold } from '../../shared/fold.js';
import type { Draft } from '../files/draft.js';
import type { ReportProblem } from '../problem.js';

/** Abbreviations: one word each, and only one general meaning. */
export function checkVocabulary({ abbreviations: { source, value } }: Draft, report: ReportProblem): void {
  const general = new Map<string, number>();
  value.abbreviations.forEach(({ written, means, near }, index) => {
    const path = ['abbreviations', index, 'written'];
    if (/\s/.test(written))
      report(
        source.problem(
          path,
          'error',
          `Từ viết tắt "${written}" có dấu cách; máy chỉ so từng từ liền.`,
          'Viết liền một từ, hoặc xoá mục này.',
        ),
      );
    if (near !== undefined && near.length > 0) return;
    const key = fold(written);
    const earlier = general.get(key);
    if (earlier === undefined) general.set(key, index);
    else if (value.abbreviations[earlier]?.means !== means)
      report(
        source.problem(
          path,
          'error',
          `"${written}" đã có một nghĩa chung ở dòng ${source.positionOf(['abbreviations', earlier]).line}.`,
          'Thêm "near: [...]" cho nghĩa hẹp hơn, hoặc xoá một trong hai.',
        ),
      );
    else
      report(
        source.problem(
          path,
          'warning',
          `"${written}" đã có ở dòng ${source.positionOf(['abbreviations', earlier]).line}.`,
          'Xoá dòng lặp lại.',
        ),
      );
  });
}
