import { maskText } from '../../privacy/mask-text.js';
import type { MaskedKind } from '../../privacy/types.js';
import type { Draft } from '../files/draft.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';
import { saidIn } from './validity.js';

/** What belongs to one person. Names and codes are left to the reader: too many words look like them. */
const PERSONAL: Partial<Record<MaskedKind, string>> = {
  citizen_id: 'số căn cước',
  old_citizen_id: 'số chứng minh nhân dân',
  tax_code: 'mã số thuế',
  phone: 'số điện thoại',
  bank_card: 'số thẻ ngân hàng',
  bank_account: 'số tài khoản',
  email: 'địa chỉ thư điện tử',
};

/** Numbers of real people in examples and answers: examples are read by many, answers by everybody. */
export function checkPersonalData(draft: Draft, report: ReportProblem): void {
  const official = draft.contacts.value.contacts.map(({ value }) => value).join('\n');
  for (const { source, value } of [...draft.intents, draft.outOfScope])
    for (const list of ['examples', 'tests'] as const)
      value[list].forEach((text, index) => {
        checkText(source, [list, index], text, '', report);
      });
  for (const { source, value } of draft.intents)
    value.replies.forEach((text, index) => {
      checkText(source, ['replies', index], text, official, report);
    });
  for (const { source, value } of draft.procedures) {
    value.questions.forEach(({ ask, askWithin = [] }, index) => {
      for (const [field, wordings] of Object.entries({ ask, ask_within: askWithin }))
        wordings.forEach((text, wording) => {
          checkText(source, ['questions', index, field, wording], text, '', report);
        });
    });
    for (const { path, wordings } of saidIn(value))
      for (const { text } of wordings) checkText(source, path, text, official, report);
  }
}

function checkText(
  source: SourceFile,
  path: Path,
  text: string,
  official: string,
  report: ReportProblem,
): void {
  if (!/\d{4}|@/.test(text)) return;
  const kinds = maskText(text).found.flatMap((kind) => PERSONAL[kind] ?? []);
  if (kinds.length === 0 || isOfficial(text, official)) return;
  report(
    source.problem(
      path,
      'error',
      `Trong câu có ${kinds.join(', ')}, có thể là của một người thật.`,
      'Xoá con số ấy, hoặc thay bằng lời ("mã số thuế của em"); số của cơ quan thì ghi ở procedures/shared/contacts.yml.',
    ),
  );
}

/** The office's own telephone number or address may be told; it stands among the contacts. */
function isOfficial(text: string, official: string): boolean {
  const numbers = text.match(/\d[\d. ]{6,}\d|[\w.]+@[\w.]+/g) ?? [];
  const bare = (written: string): string => written.replace(/[. ]/g, '');
  return numbers.length > 0 && numbers.every((number) => bare(official).includes(bare(number)));
}
