import type { OfficialForm } from '../dated-types.js';
import { writtenDate } from '../../shared/days.js';
import type { Draft } from '../files/draft.js';
import { nearest } from '../nearest.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';
import { decidedTexts } from './decided-texts.js';
import { saidIn } from './validity.js';

/** "02/QTT-TNCN", "05-ĐKT", "02-1/BK-QTT-TNCN", "19.1/TB-ĐKT", "S1a-HKD"; not "252/2026/NĐ-CP". */
const FORM =
  /(?<![\p{L}\d/.-])(?:\d{1,2}(?:[.-]\d)?[/-]\p{Lu}{2,}\d*(?:-[\p{Lu}\d]{2,})*|S\d\p{Ll}-HKD)(?![\p{L}\d])/gu;

/** Form numbers that stand in no register, or whose time is over. An office without a register is not checked. */
export function checkFormNumbers(draft: Draft, today: string, report: ReportProblem): void {
  const { forms } = draft.forms.value;
  if (forms.length === 0) return;
  const register = new Map(forms.map((form) => [form.number, form]));
  for (const { source, value } of draft.procedures) {
    const check = (path: Path, text: string): void => {
      for (const number of formsIn(text)) checkOne(source, path, number, register, today, report);
    };
    value.papers.forEach(({ form, note }, index) => {
      if (form !== undefined) check(['papers', index, 'form'], form);
      if (note !== undefined) check(['papers', index, 'note'], note);
    });
    value.steps.forEach((step, index) => {
      if ('text' in step) check(['steps', index], step.text);
    });
    for (const { path, wordings } of saidIn(value)) for (const { text } of wordings) check(path, text);
  }
  for (const { source, path, text } of decidedTexts(draft))
    for (const number of formsIn(text)) checkOne(source, path, number, register, today, report);
}

function formsIn(text: string): string[] {
  return [...new Set([...text.matchAll(FORM)].map(([number]) => number))];
}

function checkOne(
  source: SourceFile,
  path: Path,
  number: string,
  register: ReadonlyMap<string, OfficialForm>,
  today: string,
  report: ReportProblem,
): void {
  const form = register.get(number);
  if (form === undefined) {
    const near = nearest(number, register.keys());
    report(
      source.problem(
        path,
        'warning',
        `Mẫu "${number}" không có trong danh sách mẫu procedures/shared/forms.yml.`,
        near === undefined
          ? 'Đối chiếu số mẫu với văn bản; đúng thì thêm mẫu ấy vào danh sách.'
          : `Có lẽ là "${near}": sửa lại như thế; nếu số mẫu đúng, thêm vào danh sách.`,
      ),
    );
  } else if (form.until !== undefined && form.until < today)
    report(
      source.problem(
        path,
        'warning',
        `Mẫu "${number}" đã thôi dùng từ sau ngày ${writtenDate(form.until)}.`,
        'Thay bằng số mẫu đang dùng.',
      ),
    );
}
