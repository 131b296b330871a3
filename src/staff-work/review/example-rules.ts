import { isCopy, wording } from '../../content/checks/example-likeness.js';
import { maskedNames, maskText } from '../../privacy/mask-text.js';
import type { Content } from '../../content/types.js';
import { withoutHiddenCharacters } from '../../shared/hidden-characters.js';
import { AppError } from '../../shared/errors.js';
import { intentName } from './judgement.js';

const LONGEST = 600;
/** What `maskText` leaves, and what somebody may have written in its place. */
const MARK = /\[[^\]]*\]/u;

/** The wording as it may be written into a file that everybody reads. Throws what is wrong with it, in Vietnamese. */
export function fileable(written: string): string {
  const text = withoutHiddenCharacters(written).replace(/\s+/g, ' ').trim();
  if (wording(text).key === '')
    throw refused('EXAMPLE_EMPTY', 'Câu mẫu đang trống.', 'Viết lại câu người dân hỏi.');
  if (text.length > LONGEST)
    throw refused('EXAMPLE_LONG', `Câu mẫu dài quá ${LONGEST} ký tự.`, 'Rút gọn, giữ phần hỏi việc gì.');
  if (MARK.test(text))
    throw refused(
      'EXAMPLE_MASKED',
      'Câu còn dấu che trong ngoặc vuông, như “[số điện thoại]”.',
      'Xoá phần trong ngoặc vuông, hoặc thay bằng lời chung (ví dụ “số điện thoại của tôi”).',
    );
  const { found } = maskText(text);
  if (found.length > 0)
    throw refused(
      'EXAMPLE_PERSONAL',
      `Câu còn thông tin riêng: ${maskedNames(found).join(', ')}.`,
      'Xoá phần ấy rồi gửi lại; câu mẫu không được để nhận ra ai.',
    );
  return text;
}

/** Refuses what stands in a file already: in the same one it teaches nothing, in two no machine can tell. */
export function requireNew(content: Content, text: string): void {
  const own = wording(text);
  for (const { id, examples } of content.intents.values())
    if (examples.some((example) => isCopy(wording(example), own)))
      throw refused(
        'EXAMPLE_KNOWN',
        `Câu này đã là câu mẫu của “${intentName(content, id)}”.`,
        'Sửa câu cho khác đi, hoặc bỏ qua nếu máy đã hiểu.',
      );
  if (content.tests.some((test) => isCopy(wording(test.text), own)))
    throw refused(
      'EXAMPLE_TEST',
      'Câu này là câu kiểm tra: dùng để đo, máy không được học.',
      'Viết một câu khác cùng ý làm câu mẫu.',
    );
  if (content.outOfScope.some((example) => isCopy(wording(example), own)))
    throw refused(
      'EXAMPLE_KNOWN',
      'Câu này đã có trong danh sách ngoài phạm vi.',
      'Nếu câu thuộc một thủ tục, xoá nó khỏi danh sách ngoài phạm vi trước.',
    );
}

function refused(code: string, message: string, remedy: string): AppError {
  return new AppError(code, message, { status: 422, remedy });
}
