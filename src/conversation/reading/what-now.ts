const SELF =
  '(?:em|e|toi|tui|minh|mik|chi|anh|con|chau|co|chu|bac|nha em|vo chong em|(?:ben|cong ty|cty|quan|tiem|shop)(?: (?:em|minh|toi|tui|chi|anh))?)';
/** "Rồi giờ em làm gì", "vậy tui phải làm sao", "làm gì trước": what is to be done now, folded. */
const WHAT_NOW = new RegExp(
  String.raw`^(?:(?:da|a|ua|u|ok|troi|roi|vay|the|rua|gio|bay gio|hien gio|thi|xong|chu|${SELF}) )*(?:(?:nen|phai|can|se) )?(?:lam|lm)(?: (?:gi|chi|j|sao|rang|the nao|cai gi|nhung gi|viec gi))(?: (?:truoc|truoc tien|dau tien|tiep|tiep theo|bay gio|gio|day|vay|a|ha|em|e|chi|anh|ta|nua|cho dung|cho chac|$))*$`,
  'u',
);
/** More words ask for more than what comes now. */
export const MAX_NOW_WORDS = 12;

/** Whether what is to be done now is asked, and nothing else; of folded words. */
export function asksWhatNow(words: readonly string[]): boolean {
  return words.length <= MAX_NOW_WORDS && WHAT_NOW.test(words.join(' '));
}
