import { MENU_CHOICE, PERSON_CHOICE, text } from './replies.js';
import { answered, type Answered, type Turn } from './turn.js';
import type { AttachmentKind } from './types.js';

/** Beyond this a message is not read word for word: the bot asks for the question itself (characters). */
const TOO_LONG = 1500;

const WITH_PICTURE =
  'Dạ, em là máy nên không xem được ảnh và tệp, và em không lưu lại. Nếu trong ảnh có CCCD, sổ đỏ hay tài khoản, anh/chị nên thu hồi tin đó. Anh/chị gõ câu hỏi bằng chữ giúp em ạ.';
const ANSWERS: Record<AttachmentKind, string> = {
  image: WITH_PICTURE,
  file: WITH_PICTURE,
  video: WITH_PICTURE,
  audio: 'Dạ, em chưa nghe được tin thoại. Anh/chị gõ câu hỏi bằng chữ giúp em, không dấu cũng được ạ.',
  location:
    'Dạ, em không dùng vị trí trên bản đồ. Anh/chị gõ tên xã, phường (tên cũ hay mới đều được) để em tìm cơ quan thuế giúp ạ.',
  sticker: 'Dạ 😊 Anh/chị cần hỏi thủ tục nào thì cứ gõ giúp em ạ.',
  like: 'Dạ em cảm ơn anh/chị 😊 Cần gì anh/chị cứ hỏi tiếp ạ.',
  link: 'Dạ, em không mở được liên kết. Nếu đó là tin nhắn lạ xưng cơ quan thuế, anh/chị đừng bấm vào. Anh/chị gõ câu hỏi bằng chữ giúp em ạ.',
  other: 'Dạ, em chỉ đọc được chữ. Anh/chị gõ câu hỏi giúp em, không dấu cũng được ạ.',
};

/** Stickers, pictures, voice, files, likes and messages that hold nothing to read. */
export function answerUnreadable(turn: Turn): Answered | null {
  const { event } = turn;
  if (event.kind === 'attachment' && turn.reading.said === '') {
    const kind = event.attachments?.[0] ?? 'other';
    const friendly = kind === 'like' || kind === 'sticker';
    return answered(friendly ? 'answered_attachment' : 'declined_unreadable', [
      text(ANSWERS[kind], [MENU_CHOICE, PERSON_CHOICE]),
    ]);
  }
  if (event.kind !== 'text' && event.kind !== 'attachment') return null;
  if (!/[\p{L}\d]/u.test(turn.reading.said)) return nothingToRead(turn);
  if (turn.reading.said.length <= TOO_LONG && turn.event.truncated !== true) return null;
  return answered('declined_unreadable', [
    text(
      'Dạ, tin này dài quá em đọc dễ sai. Anh/chị gõ lại riêng câu cần hỏi, một hai dòng thôi, giúp em ạ.',
      [MENU_CHOICE, PERSON_CHOICE],
    ),
  ]);
}

function nothingToRead(turn: Turn): Answered {
  const kinds = turn.event.masked ?? [];
  if (kinds.length > 0 && kinds.every((kind) => kind === 'link'))
    return answered('declined_unreadable', [text(ANSWERS.link, [MENU_CHOICE, PERSON_CHOICE])]);
  const masked = kinds.length > 0;
  const words = masked
    ? 'Dạ, em đã che số đó đi, em không tra hộ thông tin riêng được. Anh/chị cho em biết cần làm thủ tục gì ạ?'
    : 'Dạ, anh/chị cần hỏi thủ tục nào, cứ gõ giúp em ạ.';
  return answered(masked ? 'declined_unreadable' : 'answered_attachment', [
    text(words, [MENU_CHOICE, PERSON_CHOICE]),
  ]);
}

/** Once a day, to the first message beyond what is taken from one citizen (`DailyAllowance`). */
export function answerOverAllowance({ event }: Turn): Answered | null {
  if (event.overAllowance !== true) return null;
  return answered('declined_unreadable', [
    text(
      'Dạ hôm nay anh/chị đã nhắn rất nhiều, em xin phép dừng ở đây để còn phục vụ người khác. Mai anh/chị nhắn tiếp giúp em ạ. Việc gấp anh/chị gọi cơ quan thuế nhé.',
    ),
  ]);
}
