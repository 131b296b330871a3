/** What a message concludes from what was answered, and wants to hear confirmed. */
export interface Conclusion {
  /** That something is due (or forbidden, or above a limit), that nothing is, how much it comes to, or that it may be done or not. */
  about: 'due' | 'free' | 'sum' | 'allowed' | 'denied';
  /** A fine or a ban: only what was worked out about it is meant. */
  of?: 'fine' | 'ban';
  /** Asked whether it is so ("có phải đóng không"), not held for so ("phải đóng đúng không"). */
  asksWhether?: boolean;
  /** What it names beside ("trước bạ"): only a result that speaks of it is meant. */
  named: readonly string[];
}

const SELF = '(?:em|e|toi|tui|tao|minh|mik|chi|anh|con|chau|co|chu|bac|nha)';
/** "Vậy là …", "thế thì …", "tính ra …": draws a conclusion. */
const DRAWS = new RegExp(
  String.raw`^(?:(?:da|a|ua|uh|u|roi|ma|thi|ok|oke|hay|${SELF}) )*(?:vay|the|rua|z|v|tuc|nghia|coi nhu|tom lai|ket luan|tinh ra|tong cong|cong lai|cong het|gop lai)\b`,
  'u',
);
const NOT = '(?:khong|ko|k|kh|hong|hok|hem|hk)';
const CALLED = '(?: (?:a|em|e|chi|anh|ad|ban|shop|vay|z|v|ta|nhi|hi|day))*$';
/** "… đúng không", "… hả": wants a yes or a no. */
const TAG = new RegExp(
  String.raw`(?: (?:luon|roi|thiet|that))*(?: (?:co )?(?:dung|phai) (?:${NOT}|chua)| dk| ha| hen)${CALLED}`,
  'u',
);
/** "… không", "… chưa", which ask without a conclusion as well. */
const WHETHER = new RegExp(String.raw` (?:${NOT}|chua|a)${CALLED}`, 'u');
const HOW_MUCH = /\b(?:bao nhieu|bao nhiu|nhieu|nhiu|bn|bnhieu)\b/u;
const DENIAL = `(?:${NOT}|chua|chang|khoi|het|thoi)`;
/** "Khỏi đóng", "không phải nộp gì", "chưa vượt mức": nothing is due. */
const FREE = new RegExp(
  String.raw`\b${DENIAL} (?:(?:phai|can|bi|ton|mat|co|con) )*(?:dong|nop|chiu|tra|ton|mat|thue|phat|cam|chan|vuot|qua|toi|bi|sao|phai|khai)\b|\bmien\b(?! (?:sao|la))|\bkhoi$`,
  'u',
);
const DUE =
  /\b(?:phai|bi|van|mat|ton|chiu)(?: \p{L}+)? (?:dong|nop|thue|tra|phat|cam|chan|truy thu|hoan|chiu|tien)\b|\b(?:phai|bi|van) (?:dong|nop|chiu|tra|phat|cam|chan)|\bbi (?:cam|phat|chan|truy thu)|\b(?:vuot|qua) (?:muc|nguong|moc)\b|\bco (?:dong|nop|bi)\b/u;
const DENIED = new RegExp(String.raw`\b${DENIAL} (?:\p{L}+ )?(?:duoc|dc)\b`, 'u');
const ALLOWED = /\b(?:duoc|dc)\b/u;
const ASKS_WHETHER = /\bco (?:phai|bi|sao|can)\b/u;
/** Words of another matter that stand for polite ones as well: "bán nhà", "thuê nhà". */
const OTHER_MATTER = /\b(?:ban (?:nha|hang|do|dat|xe|online)|thue nha|nha dat)\b/u;
/** More would be a matter of its own. */
const MAX_NAMED = 3;
/** Is free to leave the country. */
const LEAVES = /\b(?:di|bay|xuat canh)\b/u;
const GETS_BACK = /\b(?:lay|doi|nhan|xin|hoan|tra) lai\b|\bhoan\b/u;
const MAY_OR_MUST = /\b(?:phai|duoc|dc|bi|khoi|mien|can|mat|ton)\b/u;
const FINE = /\bphat\b/u;
const BAN = /\b(?:cam|chan|xuat canh)\b/u;
const MAX_WORDS = 14;
/** Words that name no matter of their own beside those of any question (see `topicWords`). */
const OF_ANY_MATTER = new Set(
  'khoi mien phat cam chan chiu tra muc nguong moc vuot qua tong cong gop het khoan nam quy ky luon dung tom ket luan nghia tuc coi nhu ra lai toan bo ca vo thiet that giam truy thu xuat canh tron hen ngay sao dau bay bi phai so ha hen van moi thang roi chua nua hoan tinh dang ky lam'.split(
    ' ',
  ),
);

/** "Vậy là em khỏi đóng đúng không", "thế tôi bị cấm hả", "vậy hết bao nhiêu": asked of the case that was told. */
export function conclusionIn(folded: string, topicWords: readonly string[]): Conclusion | undefined {
  const words = bare(folded);
  if (words.split(' ').length > MAX_WORDS || OTHER_MATTER.test(words)) return undefined;
  const named = namedBeside(topicWords);
  const draws = DRAWS.test(words);
  const isSum = HOW_MUCH.test(words);
  if (named.length > MAX_NAMED || (!draws && (isSum || named.length > 0 || !TAG.test(words))))
    return undefined;
  const of = FINE.test(words) ? 'fine' : BAN.test(words) ? 'ban' : undefined;
  const claim = isSum ? { about: 'sum' as const } : claimIn(words);
  return claim === undefined ? undefined : { ...(of === undefined ? {} : { of }), ...claim, named };
}

/** "Vậy em có phải đi đổi không": draws a conclusion from what was said that may or must be done, and wants a yes or a no. */
export function wantsConfirmation(folded: string): boolean {
  const words = bare(folded);
  if (words.split(' ').length > MAX_WORDS || OTHER_MATTER.test(words)) return false;
  return DRAWS.test(words) && MAY_OR_MUST.test(words) && (TAG.test(words) || WHETHER.test(words));
}

/** What a conclusion names beside the words of any. */
export function namedBeside(topicWords: readonly string[]): string[] {
  return topicWords.filter((word) => !OF_ANY_MATTER.has(word));
}

function bare(folded: string): string {
  return folded
    .replace(/[^\p{L}\d\s]/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ');
}

function claimIn(words: string): Omit<Conclusion, 'named'> | undefined {
  const asksWhether = !TAG.test(words);
  if (asksWhether && !WHETHER.test(words)) return undefined;
  const claim = words.replace(asksWhether ? WHETHER : TAG, '');
  if (FREE.test(claim) && !ASKS_WHETHER.test(claim)) return { about: 'free' };
  if (DUE.test(claim)) return { about: 'due', asksWhether };
  // What may be had back was not worked out with what may be done.
  if (!ALLOWED.test(claim) || GETS_BACK.test(claim)) return undefined;
  const isDenied = DENIED.test(claim);
  if (LEAVES.test(claim)) return { about: isDenied ? 'due' : 'free', of: 'ban' };
  return { about: isDenied ? 'denied' : 'allowed', asksWhether };
}

/** "Được: …", "không được: …": whether something may be done comes first. */
const SAYS_WHETHER = /^(?:da,? )?(?:(?:vay )?(?:thi )?)?(khong |chua )?duoc\b/u;
/** What says only what may be, or what holds for others as well. */
const SAYS_NEITHER =
  /\bco the\b|\btuy\b|\b(?:duoc|xin|de nghi) hoan\b|\b(?:quyet toan|uy quyen)\b|\btinh nhu\b|, khong nop thue thu nhap\b/u;
/** "Được miễn", "chưa được miễn" is about what is due. */
const SAYS_MIEN = /^(?:da,? )?(?:vay )?(?:thi )?(?:khong |chua )?duoc mien\b/u;
const FOR_OTHERS = /\btren muc do\b/u;
const SAYS_FREE =
  /\b(?:khong qua|(?:khong|chua) (?:con )?(?:phai|bi|can|bat buoc|nop|chiu|phat|dung|thuoc loai|nam trong)|(?<!(?:khong|chua|moi|the) )duoc mien|chi bi canh cao)\b/u;
const SAYS_DUE =
  /(?<!\b(?:khong|chua|moi) )\b(?:phai (?:nop|dong|dung|chiu)|la tren|(?:nop|dong) (?:khoang|le phi|thue|\d)|(?:khong thuoc dien|khong duoc|chua duoc|moi duoc) mien|thi (?:nop|bi)|bi tru|khung phat|chiu thue|ap muc|con khoang)\b|, tren \d/u;

/** What a worked-out sentence says of the case, by what stands first in it. */
export function outcomeIn(folded: string): Exclude<Conclusion['about'], 'sum'> | undefined {
  const [sentence = folded] = folded.split(/[.;](?=\s)/u);
  const whether = SAYS_WHETHER.exec(sentence);
  if (whether !== null && !SAYS_MIEN.test(sentence)) return whether[1] === undefined ? 'allowed' : 'denied';
  if (SAYS_NEITHER.test(sentence) || FOR_OTHERS.test(folded)) return undefined;
  const free = SAYS_FREE.exec(sentence)?.index ?? Infinity;
  const due = SAYS_DUE.exec(sentence)?.index ?? Infinity;
  if (free === due) return undefined;
  return free < due ? 'free' : 'due';
}
