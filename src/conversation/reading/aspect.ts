import { foldedWords } from '../../shared/fold.js';
import type { Aspect } from '../guide/key-facts.js';

/**
 * How citizens ask for one part of a procedure, folded; dialect forms ("ở mô", "cần chi", "mần răng") beside the rest.
 * Order matters: "khi nào có kết quả" is about how long, "khi nào nộp" about the deadline.
 */
const PATTERNS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'papers',
    /\b(giay to|ho so (gom|can|nhung|co)|can (nhung |co |nop )?(gi|chi|j|giay)|mang (theo )?(gi|chi|j|giay)|chuan bi (nhung )?(gi|chi|j|giay)|bieu mau|to khai nao|mau (nao|don|so may)|can gi|thieu giay)\b/,
  ],
  [
    'where',
    /\b(o dau|o mo|dau a|cho nao|cho mo|noi nao|noi mo|di mo|toi mo|den dau|den mo|nop dau|nop mo|lam dau|gap ai|co quan nao|dia chi nao|toi dau|ra dau|ra mo|(nop|gui|dua|bao) (cho |voi )?ai|(thue|ben|cho) (nao|mo) (quan|lo|phu trach))\b/,
  ],
  [
    'how_long',
    /\b(bao lau|may ngay|mat may|bao nhieu ngay|may bua|khi (nao|mo) (xong|co|nhan|duoc|ra)|bao gio (xong|co|nhan|duoc)|chung (nao|mo) (xong|co)|lau (khong|ko|k|hong|hk)|nhanh (khong|ko|k)|thoi gian (giai quyet|xu ly|lam))\b/,
  ],
  [
    'cost',
    /\b(bao nhieu tien|may tien|bao nhieu (la|vay|the|a|rua)?$|le phi (bao|may|la|het|nop|ho so|co)|co (mat |ton )?(le )?phi|ton (bao nhieu|tien|phi|kem|nhieu|may)|mat (tien|phi|bao nhieu|may)|phi (bao nhieu|het|la|ho so)|het (bao nhieu|may)|co ton|mien phi)\b/,
  ],
  [
    'when',
    /\b(han (nop|khai|dong|gui|bao|lam|quyet toan|chot|cuoi|la|khi)|den khi (nao|mo)|khi (nao|mo) (phai |thi )?(nop|lam|khai|dang ky)|truoc ngay (nao|may)|bao gio (phai )?(nop|lam|khai|het)|ngay (nao|may|mo) (phai|la|het)|han (la )?(ngay |thang )?(nao|mo|may)|han toi (khi|ngay|bao)|han (la )?(hom|bua|luc) (nao|mo)|(bao |lam |nop )?truoc (may|bao nhieu|bao lau) (ngay|bua)?|het han (khi|luc|ngay|chua)|han (nop )?(cuoi|chot)|thang may (la )?(het|phai)|deadline)\b/,
  ],
  ['who', /\b(ai (phai|duoc|can|moi|lam|nop)|doi tuong (nao|nhu)|truong hop nao|nhung ai)\b/],
  [
    'basis',
    /\b(can cu|luat nao|thong tu nao|nghi dinh nao|quy dinh (nao|o dau)|theo (luat|quy dinh) (nao|gi)|van ban nao)\b/,
  ],
  ['result', /\b(nhan (duoc )?(gi|chi)|ket qua (la )?gi|duoc cap (gi|chi))\b/],
  [
    'steps',
    /\b(lam sao|lam the nao|lam nhu (the )?nao|the nao|cach (lam|nop|dang ky|khai)|cac buoc|quy trinh|huong dan|lam rang|man rang|may buoc|buoc (dau|may|nao))\b/,
  ],
];

/** How an English message asks for the same parts, and what a Vietnamese one would say. */
const ENGLISH_PARTS: readonly (readonly [RegExp, string])[] = [
  [/\bhow long\b|\bhow many days\b/, 'bao lau'],
  [
    /\b(?:what|which) (?:papers?|documents?|forms?)\b|\b(?:papers?|documents?) (?:do|are|needed|required)\b/,
    'can giay to gi',
  ],
  [/\bwhere\b|\bwhich (?:tax )?office\b/, 'o dau'],
  [/\bhow much\b|\bwhat (?:does it|is the) (?:cost|fee)\b|\bany fee\b/, 'bao nhieu'],
  [/\bdeadline\b|\bby when\b|\bdue date\b|\bwhen (?:do|must|is)\b/, 'khi nao phai nop'],
  [/\bhow (?:do|can|should|to)\b/, 'lam sao'],
];

export function englishParts(written: string): string[] {
  return ENGLISH_PARTS.flatMap(([pattern, words]) => (pattern.test(written) ? [words] : []));
}

/** Words that carry no topic: what is left of a question without them says whether it names a matter of its own. */
const TOPICLESS = new Set(
  (
    'a ah ak ad admin ai anh em chi co chu bac ban bot da vang oi u uh um the vay rua ri ro hi he nhi nhe nha nho thi la ma voi va con cai viec nay do kia ay no ni no nay luon cung nua ' +
    'cho hoi xin biet muon can phai duoc bi o tai den toi di ra vao ve tu trong ngoai khong ko k hong hok hk chua roi xong het may bao nhieu lau gi chi j nao mo dau sao rang lam man nop gui lay nhan ' +
    'giay to ho so thu tuc tien phi le ngay gio khi luc thoi gian han buoc cach nhu theo minh tui toi minh e c b m mik giup voi them thong tin cu the chinh xac day du nhung cac mot hai nhieu it mat ton ' +
    'thue khai dong dc nhiu bn bnhieu z v r ne nhe nghe hi hen chu lun luon hem tinh noi chung rui minh cuoi cung coi xem lai giup vo'
  ).split(' '),
);

/** `name`, folded: words of the matter's own name ("lệ phí môn bài") ask for no part of it. */
export function aspectOf(folded: string, name = ''): Aspect | undefined {
  return PATTERNS.find(([, pattern]) => {
    const asked = pattern.exec(folded)?.[0];
    return asked !== undefined && !name.includes(asked);
  })?.[0];
}

/** What a message names beyond its question form; empty for "nộp ở đâu vậy em". */
export function topicWords(folded: string): string[] {
  const asked = PATTERNS.reduce((rest, [, pattern]) => rest.replace(pattern, ' '), folded);
  return foldedWords(asked).filter((word) => word.length > 1 && !TOPICLESS.has(word));
}

/** "thế còn…", "cái đó", "vậy nếu": goes on about what was spoken of. */
export function isFollowUp(folded: string): boolean {
  return /^(the|vay|rua|con|ua|o|nhung|neu|truong hop|ma) |\b(cai (do|nay|ni|no)|viec (do|nay|ni)|thu tuc (do|nay|ni)|(the|vay|rua) con|buoc (do|nay))\b/.test(
    folded,
  );
}
