import { foldedWords } from '../../shared/fold.js';
import type { Aspect } from '../guide/key-facts.js';

/** Words of one meaning, folded, dialect beside the rest; the patterns below are put together from them. */
const WHAT = '(?:gi|chi|j|nao|mo)';
const HOW_MANY = '(?:may|bao nhieu|bnhieu|bn|bao nhiu)';
const DAYS = '(?:ngay|bua|hom|tuan)';
const DAY = '(?:ngay|bua|hom|luc|khi|thang)';
const FILE = '(?:nop|dong|khai|gui|bao|lam|xin|dang ky|quyet toan)';
const DONE = '(?:xong|co|ra|nhan|duoc|tra|duyet|mo lai|giai quyet|ve)';
const SHEET = '(?:giay|to|don|mau|bieu mau|to khai|ho so)';
const PAGE = '(?:app|ung dung|web|trang|trang web|phan mem|cong)';
const ONLINE = '(?:online|qua mang|tren mang|truc tuyen|tren dien thoai|tren app|qua app|tai nha)';
const NOT = '(?:khong|ko|k|hong|hok|hk|hem|chua)';

/**
 * How citizens ask for one part of a procedure, folded; dialect forms ("ở mô", "cần chi", "mần răng") beside the rest.
 * Order matters: "khi nào có kết quả" is about how long, "khi nào nộp" and "còn mấy ngày để nộp" about the deadline.
 */
const WORDED: readonly (readonly [Aspect, readonly string[]])[] = [
  [
    'papers',
    [
      'giay to|ho so (?:gom|can|nhung|co)|can (?:nhung |co |nop )?(?:gi|chi|j|giay)|mang (?:theo )?(?:gi|chi|j|giay)',
      'chuan bi (?:nhung )?(?:gi|chi|j|giay)|bieu mau|mau so may|can gi|thieu giay',
      `${SHEET} ${WHAT}|(?:dem|cam|mang) (?:theo )?(?:nhung )?(?:gi|chi|j|giay)`,
    ],
  ],
  [
    'where',
    [
      'o dau|o mo|(?<!lai tu )dau a|cho nao|cho mo|noi nao|noi mo|di mo|toi mo|den dau|den mo|nop dau|nop mo|lam dau|gap ai',
      'co quan nao|dia chi nao|toi dau|ra dau|ra mo|(?<!chua )(?:nop|gui|dua|bao) (?:cho |voi )?ai(?! (?:het|ca)\\b)',
      '(?:thue|ben|cho) (?:nao|mo) (?:quan|lo|phu trach)',
      `(?:phuong|xa|quan|huyen|chi cuc) (?:nao|mo)|${FILE} (?:o|tai|cho|ben)(?: \\p{L}+){1,4} hay`,
      `${FILE} (?:\\p{L}+ ){0,2}?(?:o|tai|ngoai|ben|len|ra) (?:xa|phuong|uy ban|ubnd|mot cua|buu dien)(?: \\p{L}+){0,3}? (?:duoc|dc|dk)(?: \\p{L}+){0,2}? ${NOT}`,
      `${PAGE} ${WHAT}|^(?:\\p{L}+ ){0,3}?${FILE} ${ONLINE}(?: (?:duoc|dc|dk))? ${NOT}`,
    ],
  ],
  [
    'when',
    [
      `(?:con |trong (?:vong )?)${HOW_MANY} ${DAYS} (?:nua )?(?:de|phai|thi phai|thi het|moi het)`,
      `${FILE}(?: \\p{L}+){0,3} trong (?:vong )?${HOW_MANY} ${DAYS}`,
      `(?:han|chot|cham nhat)(?: \\p{L}+){0,3}? ${DAY} (?:nao|mo|may|chi)`,
    ],
  ],
  [
    'how_long',
    [
      `bao lau|mat may|lau mau|${HOW_MANY} ${DAYS}(?! (?:nay|truoc|qua|nua(?! (?:moi|thi|${DONE}))))`,
      `(?:khi (?:nao|mo)|bao gio|chung (?:nao|mo))(?: (?:thue|moi|thi|se|nguoi ta|ho))? ${DONE}`,
      'lau (?:khong|ko|k|hong|hk)|nhanh (?:khong|ko|k)|thoi gian (?:giai quyet|xu ly|lam)',
    ],
  ],
  [
    'cost',
    [
      '(?:bao nhieu|may) tien(?! thue)|bao nhieu (?:la|vay|the|a|rua)?$|le phi (?:bao|may|la|het|nop|ho so|co)|co (?:mat |ton )?(?:le )?phi',
      'ton (?:bao nhieu|tien|phi|kem|nhieu|may)|mat (?:tien|phi|bao nhieu|may)|phi (?:bao nhieu|het|la|ho so)',
      'het (?:bao nhieu|may)|co ton|mien phi|(?:co|phai) (?:tra|dong) (?:le )?phi(?! (?:truoc ba|mon bai))',
    ],
  ],
  [
    'when',
    [
      'han (?:nop|khai|dong|gui|bao|lam|quyet toan|chot|cuoi|la|khi)|den khi (?:nao|mo)',
      'khi (?:nao|mo) (?:phai |thi )?(?:nop|lam|khai|dang ky)|truoc ngay (?:nao|may)',
      'bao gio (?:phai )?(?:nop|lam|khai|het)|ngay (?:nao|may|mo) (?:phai|la|het)|han (?:la )?(?:ngay |thang )?(?:nao|mo|may)',
      'han toi (?:khi|ngay|bao)|han (?:la )?(?:hom|bua|luc) (?:nao|mo)|(?:bao |lam |nop )?truoc (?:may|bao nhieu|bao lau)(?: (?:ngay|bua))?',
      'het han (?:khi|luc|ngay|chua)|han (?:nop )?(?:cuoi|chot)|thang may (?:la )?(?:het|phai)|deadline',
    ],
  ],
  ['who', ['ai (?:phai|duoc|can|moi|lam|nop|dong|khai|chiu)|doi tuong (?:nao|nhu)|truong hop nao|nhung ai']],
  [
    'basis',
    [
      'can cu|luat nao|thong tu nao|nghi dinh nao|quy dinh (?:nao|o dau)|theo (?:luat|quy dinh) (?:nao|gi)|van ban nao',
    ],
  ],
  ['result', ['nhan (?:duoc )?(?:gi|chi)|ket qua (?:la )?gi|duoc cap (?:gi|chi)']],
  [
    'steps',
    [
      'lam sao|lam the nao|lam nhu (?:the )?nao|the nao|cach (?:lam|nop|dang ky|khai)|cac buoc|quy trinh|huong dan',
      `lam rang|man rang|may buoc|buoc (?:dau|may|nao)|${FILE} (?:kieu|cach|bang cach) ${WHAT}`,
    ],
  ],
];

const PATTERNS: readonly (readonly [Aspect, RegExp])[] = WORDED.map(([aspect, words]) => [
  aspect,
  new RegExp(String.raw`\b(?:${words.join('|')})(?![\p{L}\d])`, 'u'),
]);

/** How an English message asks for the same parts, and what a Vietnamese one would say. */
const ENGLISH_PARTS: readonly (readonly [RegExp, string])[] = [
  [/\bhow long (?:do|have) (?:i|we) (?:have|got)\b|^when\W*$|\b(?:till|until) when\b/, 'khi nao phai nop'],
  [/\bhow long\b(?! (?:do|have) (?:i|we) (?:have|got))|\bhow many days\b/, 'bao lau'],
  [
    /\bwhat (?:do|should|must) (?:i|we) (?:need|bring|prepare)\b|\b(?:what|which) (?:papers?|documents?|forms?)\b|\b(?:papers?|documents?) (?:do|are|needed|required)\b/,
    'can giay to gi',
  ],
  [/\bwhere\b|\bwhich (?:tax )?office\b/, 'o dau'],
  [/\bhow much\b|\bwhat (?:does it|is the) (?:cost|fee)\b|\bany fee\b/, 'bao nhieu'],
  [/\bdeadline\b|\bby when\b|\bdue date\b|\bwhen (?:do|must|is)\b/, 'khi nao phai nop'],
  [/\bhow (?:do|can|should|to)\b|^(?:and )?how\W*$/, 'lam sao'],
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
    'thue khai dong dc nhiu bn bnhieu z v r ne nhe nghe hi hen chu lun luon hem tinh noi chung rui minh cuoi cung ta hom bua chot tren coi xem lai giup vo vs'
  ).split(' '),
);

/** `name`, folded: words of the matter's own name ("lệ phí môn bài") ask for no part of it. */
export function aspectOf(folded: string, name = ''): Aspect | undefined {
  return PATTERNS.find(([, pattern]) => {
    const asked = pattern.exec(folded)?.[0];
    return asked !== undefined && !name.includes(asked);
  })?.[0];
}

/** More would be no short answer any more. */
const MAX_PARTS = 3;

/** Every part that is asked for, in the order of the words: "nộp ở đâu, mất bao lâu". */
export function partsAsked(folded: string): Aspect[] {
  const found: { aspect: Aspect; start: number; end: number }[] = [];
  for (const [aspect, pattern] of PATTERNS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.every((one) => end <= one.start || one.end <= start)) found.push({ aspect, start, end });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ aspect }) => aspect)
    .slice(0, MAX_PARTS);
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
