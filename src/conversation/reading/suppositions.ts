import type { Aspect } from '../guide/key-facts.js';
import { fold } from '../../shared/fold.js';
import { asksOutright } from './asks.js';

const SELF = '(?:em|e|toi|tui|minh|chi|anh|con|chau|co|chu|bac)';
/** "Chắc là …", "vậy là …", "em nghĩ là …": what follows is held for so, and wants to be heard from somebody who knows. */
const SUPPOSES = new RegExp(
  String.raw`(?<!\b(?:cho|noi|can|muon|biet) )\bchac(?! (?:chan|an|nich)\b)(?! (?:khong|ko|k|chua)(?: \p{L}{1,3}){0,2}$)(?: (?:la|cung|van|chi))*\b` +
    String.raw`|\b(?:(?:nhu )?(?:vay|the|rua)|tuc|nghia|coi nhu|xem nhu) la\b` +
    String.raw`|\b(?:${SELF} )?(?:(?:nghi|hieu|doan) (?:la|rang)|(?:nghe|thay) (?:noi|bao|ke)(?: la)?)\b` +
    String.raw`|(?:^|\b(?:${SELF}|cu) )tuong(?: (?:la|dau))?\b|\bhinh nhu(?: la)?\b|\bco (?:le|ve)(?: (?:la|nhu))?\b`,
  'gu',
);
/** "Làm online được đó", "dưới 1 tỷ là khỏi đóng rồi": the same without such a word. */
const HELD = /\b(?:duoc|dc) (?:luon )?(?:do|ma)$|\bkhoi (?:phai )?(?:\p{L}+ ){1,3}(?:roi|luon|do)$/u;
const AT_END =
  /(?:[\s,.!…]+(?:roi|r|do|dau|qua|luon|thoi|ha|day|nhi|nhe|nha|nghe|a|ạ|em|phai khong|(?<=(?:duoc|dc|roi) )ma))+[\s.!…]*$/u;
/** "Chắc không bị phạt đâu" asks nothing. */
const DENIES = /\b(?:khong|ko|k|hong|chua|chang)\b(.*)\bdau(?= |$)/u;
/** What may or must be, or is to be done: without it nothing is held that a rule could say. */
const RULED =
  /\b(?:duoc|dc|khoi|phai|mien|mat|ton|bi|chiu|tu dong|giam|tinh|nop|dong|khai|hoan|lam|ra|len|gui|dang ky|bao|doi|xai|dung|het han|con han|huong)\b/u;
const MUST = /\b(?:duoc|dc|khoi|phai|mien|mat|ton|bi|chiu)\b/u;
/** "Chắc mai em ra nộp", "chắc để hỏi vợ": a plan. "Chắc bị lừa rồi" is looked at elsewhere. */
const OTHERWISE =
  /^(?:thoi|de|khong sao|ok|xong)\b|\b(?:mai|lat|chieu nay|toi nay|hom nao|bua nao|tuan sau|bua sau) (?:em|e|toi|tui|minh|chi|anh|moi|ra|len|qua|di|roi)\b|\b(?:lua|hack|otp|chuyen khoan|mat tien|ban noi|bot|em noi)\b/u;
const UNDERSTOOD = new Set(
  'xong roi on ok hieu biet duoc tot yen tam ro het do luon la em chi anh toi tui nhe nha vay the qua mung dung phai'.split(
    ' ',
  ),
);
const MAX_WORDS = 16;

/** What a message holds for so within a matter, as the question whether it is; `undefined` where it asks or only tells. */
export function supposedIn(said: string): string | undefined {
  const typed = said.normalize('NFC').trim();
  const folded = fold(typed);
  if (folded.length !== typed.length || folded.split(/\s+/u).length > MAX_WORDS) return undefined;
  const cues = [...folded.matchAll(SUPPOSES)];
  if (cues.length === 0 && !HELD.test(folded)) return undefined;
  if (asksOutright(DENIES.test(folded) ? folded.replace(DENIES, ' $1') : typed)) return undefined;
  const rest = withoutCues(typed, cues);
  const bare = fold(rest);
  const words = bare.match(/[\p{L}\d]+/gu) ?? [];
  const isRule = RULED.test(bare) && (MUST.test(bare) || !/\d/u.test(bare)) && !OTHERWISE.test(bare);
  if (!isRule || words.length < 2 || words.every((word) => UNDERSTOOD.has(word))) return undefined;
  return `${rest} khong`;
}

function withoutCues(typed: string, cues: readonly RegExpExecArray[]): string {
  const open = [...cues].reverse().reduce((rest, { index, 0: cue }) => {
    return `${rest.slice(0, index)}${' '.repeat(cue.length)}${rest.slice(index + cue.length)}`;
  }, typed);
  const end = AT_END.exec(fold(open))?.index ?? open.length;
  const words = open.slice(0, end).replace(/^[\s,.…]*(?:mà|ma|à|ừ|dạ|vậy|thì)?\s+/iu, '');
  return words.replace(/\s+/gu, ' ').trim();
}

/** Which part of an entry something is held about: "phải ra tận nơi", "mất phí", "đợi cả tháng". */
const PARTS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'where',
    /\b(?:tan noi|truc tiep|online|qua mang|tren mang|tai nha|mot cua)\b|\b(?:nop|lam|ra|len|toi|den|gui|khai|dang ky)(?: \p{L}+){0,2}? (?:o |ben |tren |cho )?(?:thue|co quan|chi cuc|xa|phuong|uy ban|ubnd|cong an|kho bac|app|thanh pho)\b/u,
  ],
  [
    'how_long',
    /\b(?:mat|doi|cho|lau|khoang|toi|ca|trong)(?: \p{L}+){0,2}? (?:\d+ |ca |may |vai )?(?:ngay|tuan|thang|nam|bua)\b/u,
  ],
  [
    'cost',
    /\b(?:mat|ton|mien|khoi|co|dong) (?:them |tien )?(?:phi|le phi|tien le phi)\b|\bmien phi\b|\bfree\b/u,
  ],
  [
    'papers',
    /\b(?:mang|dem|cam|nop|can|kem)(?: \p{L}+){0,3} (?:giay|so ho khau|can cuoc|cccd|ban sao|ban goc|photo|khai sinh|hop dong)\b/u,
  ],
];

export function partSupposed(question: string): Aspect | undefined {
  const folded = fold(question);
  return PARTS.find(([, pattern]) => pattern.test(folded))?.[0];
}
