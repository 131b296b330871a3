import { foldedWords } from '../../shared/fold.js';

/** "Nộp tờ khai rồi", "đăng ký hộ kinh doanh xong xuôi rồi", folded: what an entry tells how to do is done. */
const DONE =
  /^(?:(?:da|a|u|em|chi|anh|co|chu|bac|minh|tui|toi|o|nha|vo|chong|cung|thi) ){0,4}(?:dang ky|lam|nop|khai|gui|xin|dong|quyet toan|cai)(?: \p{L}+){1,6} (?:roi|xong|xong roi|het roi|day du|dang hoang)(?: (?:a|ma|do|nha|nghe|nhe|em|day|het))*$/u;
/** Done wrongly, or with something left to say of it, it is what the message is about. */
const TROUBLE =
  /\b(?:tre|cham|nham|sai|lon|thua|thieu|quen|lo|bi|chua|khong|ko|k|hong|mat|het han|qua han|hai lan|2 lan|du|lai|cua|nghi|loi|doi|cho|hoai|link|file|app la)\b/u;

/** Whether all that is said is that something was done, and as it should be. */
export function tellsDone(said: string): boolean {
  const words = foldedWords(said).join(' ');
  return DONE.test(words) && !TROUBLE.test(words);
}
