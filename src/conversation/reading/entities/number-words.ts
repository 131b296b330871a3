/** Folded. */
export const ONE_TO_NINE: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const DIGITS: Readonly<Record<string, number>> = { khong: 0, lam: 5, ...ONE_TO_NINE };
const MONEY = '(?:ty|ti|trieu|tr|cu|nghin|ngan|chai)';
/**
 * Number words count only in front of something that is counted, or behind a unit of money: alone, "ba" is a father,
 * "năm" a year, "tư" from. Folded text.
 */
const COUNTED =
  /^\s*(?:ty|ti|trieu|tr|cu|nghin|ngan|chai|ngay|hom|bua|dem|tuan|thang|quy|nam|dua|con|nguoi|can|phong|cty|cong ty|shop|quan|tiem|cua hang|sap|kiot|ki ot|homestay|chiec|noi|xe|nha|buoc|cau|phan tram)\b/u;
const MONEY_FOLLOWS = new RegExp(`^\\s*${MONEY}\\b`, 'u');
const MONEY_BEFORE = new RegExp(`(?<![a-z])${MONEY}\\s+$`, 'u');
/** A single digit behind a unit ("tỷ hai") is its tenths only where nothing follows that it could count. */
const NOTHING_COUNTED =
  /^\s*(?:$|[,.?!;)]|(?:thi|dong|nop|thue|bao nhieu|bnhieu|nhieu|nhiu|het|mat|chiu|em oi|a|nha|nhe)(?![a-z]))/u;
/** "200 triệu sau thuế" without marks. */
const AFTER_TAX = /^\s*thue\b/u;
/** Alone these are other words as well ("từ", "sau", "làm"): numbers only in front of a unit of money. */
const DOUBTFUL = new Set(['tu', 'sau', 'lam', 'nam', 'ba', 'tam', 'bay']);
const PLAINLY_COUNTED: Readonly<Record<string, RegExp>> = {
  ba: /^\s*(?:ngay|dem|tuan|thang|quy|dua|can|phong|cty|cong ty|shop|quan|tiem|cua hang|sap|kiot|chiec|noi|buoc|cau)\b/u,
  nam: /^\s*(?:ngay|dua|can|phong|chiec|buoc)\b/u,
  tam: /^\s*(?:ngay|tuan|thang)\b/u,
  bay: /^\s*(?:ngay|tuan|thang)\b/u,
};
const WORD = `(?:${Object.keys(DIGITS).join('|')}|muoi|chuc|tram|linh|le|ruoi)(?![\\p{L}\\d])`;
const SIZED = '\\d{1,2}(?=\\s+(?:tram|chuc|muoi)(?![\\p{L}]))';
const AFTER_SIZE = '(?<=(?:tram|chuc|muoi)\\s+)\\d{1,2}(?![\\p{L}\\d.,/])';
const RUN = new RegExp(
  `(?<![\\p{L}\\d_.,/-])(?:${WORD}|${SIZED})(?:\\s+(?:${WORD}|${SIZED}|${AFTER_SIZE}))*`,
  'gu',
);
/** Words that no number begins with: "từ hai tỷ", "làm hai tháng", "không hai con". */
const NO_BEGINNING = new Set(['tu', 'lam', 'linh', 'le', 'ruoi', 'khong']);
/** "Mỗi năm hai tỷ" tells a year, "cho ba hai tỷ" a father, "sau mười ngày" a time. */
const YEAR_BEFORE = /(?:(?<![a-z])(?:moi|mot|ca|hang|trong|tung|theo|cuoi|dau|1)|\d)\s+$/u;
const FATHER_BEFORE = /(?<![a-z])(?:cho|cua|me|voi|va|anh|nhan|tu|ong|dua|bieu)\s+$/u;

/**
 * Number words in digits, padded so that every place in the text stays where it was: "hai chục ngày" → "20       ngày".
 * A number that may be read in two ways ("hai ba triệu", "2 trăm 5 triệu") becomes unreadable: it is asked for.
 */
export function withDigits(folded: string): string {
  return folded.replace(RUN, (whole: string, at: number) => {
    const after = folded.slice(at + whole.length);
    const before = folded.slice(0, at);
    const all = whole.split(/(\s+)/u);
    const skipped = beginning(all, before, after);
    const lead = all.slice(0, skipped).join('');
    const written = digitsFor(all.slice(skipped), before + lead, after);
    return lead + written;
  });
}

/** How many parts of the run (words and spaces in turn) stand before its number. */
function beginning(parts: readonly string[], before: string, after: string): number {
  let at = 0;
  while (at + 2 < parts.length) {
    const [word = '', next = ''] = [parts[at], parts[at + 2]];
    const ahead = before + parts.slice(0, at).join('');
    const isOther =
      (NO_BEGINNING.has(word) && !(word === 'khong' && next === 'tram')) ||
      (word === 'mot' && next === 'nam' && parts[at + 4] !== undefined) ||
      (word === 'nam' && YEAR_BEFORE.test(ahead)) ||
      (word === 'ba' && FATHER_BEFORE.test(ahead)) ||
      (word === 'sau' &&
        next !== 'tram' &&
        !MONEY_FOLLOWS.test(after) &&
        !/(?<![a-z])(?:tre|cham|qua|hon|gan|khoang|chung|no)\s+$/u.test(ahead));
    if (!isOther) break;
    at += 2;
  }
  return at;
}

function digitsFor(parts: readonly string[], before: string, after: string): string {
  const whole = parts.join('');
  const words = parts.filter((_, at) => at % 2 === 0);
  const isRemainder = MONEY_BEFORE.test(before);
  const isMoney = MONEY_FOLLOWS.test(after);
  if (!isRemainder && !COUNTED.test(after)) return whole;
  const [only = ''] = words;
  if (words.length === 1 && only in DIGITS) {
    const isTenths = NOTHING_COUNTED.test(after) && !(only === 'sau' && AFTER_TAX.test(after));
    const counts = isMoney || (isRemainder ? isTenths : isNumber(only, after));
    return counts && !(isMoney && isRemainder) ? padded(String(DIGITS[only]), whole) : whole;
  }
  if (words.length === 1 && only === 'ruoi') return whole;
  const read = valueOf(words);
  // What follows a unit and counts something else takes no part of the sum.
  if (isRemainder && !isMoney && COUNTED.test(after))
    return read === undefined ? whole : padded(String(read.value), whole);
  if (read === undefined) return isMoney ? '_'.repeat(whole.length) : whole;
  // "1 tỷ năm mươi" is 1.05 billion, "1 tỷ hai lăm" 1.25.
  const asRemainder = isRemainder && !isMoney && !read.short;
  return padded(asRemainder ? String(read.value).padStart(3, '0') : String(read.value), whole);
}

function padded(digits: string, whole: string): string {
  return digits.padEnd(whole.length, ' ');
}

function isNumber(word: string, follows: string): boolean {
  return (
    !DOUBTFUL.has(word) || MONEY_FOLLOWS.test(follows) || (PLAINLY_COUNTED[word]?.test(follows) ?? false)
  );
}

/** `short`: two digits without their "mươi" ("hai lăm"). */
interface ReadNumber {
  value: number;
  short?: true;
}

/** A number below 1000 in words; `undefined` where the words are none, or more than one. */
function valueOf(words: readonly string[]): ReadNumber | undefined {
  const size = words.indexOf('tram');
  if (size < 0) return belowHundred(words);
  const count = size === 0 ? 1 : size === 1 ? digit(words[0]) : undefined;
  const rest = words.slice(size + 1);
  if (count === undefined) return undefined;
  const [first = '', second] = rest;
  if (rest.length === 0) return { value: count * 100 };
  if (first === 'ruoi') return rest.length === 1 ? { value: count * 100 + 50 } : undefined;
  if (first === 'linh' || first === 'le') {
    const unit = rest.length === 2 ? DIGITS[second ?? ''] : undefined;
    return unit === undefined ? undefined : { value: count * 100 + unit };
  }
  // "Trăm hai" is 120; "2 trăm 5" may be 205 as well.
  if (rest.length === 1 && first in DIGITS) return { value: count * 100 + (DIGITS[first] ?? 0) * 10 };
  const tens = belowHundred(rest);
  return tens === undefined || (rest.length === 1 && first !== 'muoi' && first !== 'chuc')
    ? undefined
    : { value: count * 100 + tens.value };
}

function belowHundred(words: readonly string[]): ReadNumber | undefined {
  const [first = '', second = '', third] = words;
  if (words.length > 3) return undefined;
  if (first === 'muoi' || first === 'chuc') {
    if (words.length === 1) return { value: 10 };
    if (words.length > 2) return undefined;
    if (second === 'ruoi') return first === 'chuc' ? { value: 15 } : undefined;
    const unit = DIGITS[second];
    return unit === undefined ? undefined : { value: 10 + unit };
  }
  const tens = digit(first);
  if (tens === undefined) return undefined;
  if (second === 'muoi' || second === 'chuc') {
    const unit = third === undefined ? 0 : third === 'ruoi' && second === 'chuc' ? 5 : DIGITS[third];
    return unit === undefined ? undefined : { value: tens * 10 + unit };
  }
  return words.length === 2 ? twoDigits(first, second) : undefined;
}

const ONLY_UNITS = new Set(['mot', 'tu', 'lam']);

/** "Năm lăm" is 55, "hai tám" 28; "hai ba", "năm sáu", "bốn sáu" may be two numbers. */
function twoDigits(first: string, second: string): ReadNumber | undefined {
  const [tens, unit] = [DIGITS[first], DIGITS[second]];
  if (tens === undefined || unit === undefined || tens < 2) return undefined;
  const isPlain = Math.abs(unit - tens) > 2 && first !== 'ba' && first !== 'nam';
  const isUnit = ONLY_UNITS.has(second) && !(first === 'nam' && second === 'mot');
  return isPlain || isUnit ? { value: tens * 10 + unit, short: true } : undefined;
}

function digit(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return /^\d{1,2}$/u.test(word) ? Number(word) : DIGITS[word];
}
