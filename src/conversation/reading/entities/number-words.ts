const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const DIGIT = '(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)';
/**
 * Number words count only in front of something that is counted: alone, "ba" is a father, "năm" a year, "tư" from.
 * Folded text.
 */
const COUNTED =
  '(?=\\s*(?:ty|ti|trieu|tr|cu|nghin|ngan|ngay|hom|bua|tuan|thang|quy|dua|con|nguoi|can|phong|cty|cong ty|shop|chiec|noi|xe|nha|buoc|cau|phan tram)\\b)';
const WRITTEN = new RegExp(
  `\\b(?:(${DIGIT})\\s+)?(tram|chuc)(?:\\s+(${DIGIT}))?\\b${COUNTED}|\\b(${DIGIT})(?:\\s+(muoi|chuc))?(?:\\s+(${DIGIT}))?\\b${COUNTED}`,
  'gu',
);
/** Alone these are other words as well ("từ", "sau", "làm"): numbers only in front of a unit of money. */
const DOUBTFUL = new Set(['tu', 'sau', 'lam', 'nam', 'ba', 'tam', 'bay']);
const MONEY_FOLLOWS = /^\s*(?:ty|ti|trieu|tr|cu|nghin|ngan)\b/u;
const PLAINLY_COUNTED: Readonly<Record<string, RegExp>> = {
  ba: /^\s*(?:ngay|tuan|thang|quy|dua|can|phong|cty|cong ty|shop|chiec|noi|buoc|cau)\b/u,
  nam: /^\s*(?:ngay|dua|can|phong|chiec|buoc)\b/u,
  tam: /^\s*(?:ngay|tuan|thang)\b/u,
  bay: /^\s*(?:ngay|tuan|thang)\b/u,
};

/**
 * Number words in digits, padded so that every place in the text stays where it was: "hai chục ngày" → "20       ngày".
 */
export function withDigits(folded: string): string {
  return folded.replace(WRITTEN, (whole: string, ...rest: unknown[]) => {
    const [hundreds, size, units, digit, tens, unit] = rest
      .slice(0, 6)
      .map((group) => (typeof group === 'string' ? group : undefined));
    const at = Number(rest[6]);
    if (tens === undefined && digit !== undefined && !isNumber(digit, folded.slice(at + whole.length)))
      return whole;
    const value = size === undefined ? tensValue(digit, tens, unit) : sizeValue(hundreds, size, units);
    return value === undefined ? whole : String(value).padEnd(whole.length, ' ');
  });
}

function isNumber(word: string, follows: string): boolean {
  return (
    !DOUBTFUL.has(word) || MONEY_FOLLOWS.test(follows) || (PLAINLY_COUNTED[word]?.test(follows) ?? false)
  );
}

function sizeValue(count: string | undefined, size: string, rest: string | undefined): number {
  const unit = size === 'tram' ? 100 : 10;
  return (DIGITS[count ?? 'mot'] ?? 1) * unit + (DIGITS[rest ?? 'khong'] ?? 0) * (unit === 100 ? 10 : 1);
}

function tensValue(
  digit: string | undefined,
  tens: string | undefined,
  unit: string | undefined,
): number | undefined {
  if (digit === undefined) return undefined;
  const value = DIGITS[digit] ?? 0;
  if (tens !== undefined) return value * 10 + (DIGITS[unit ?? 'khong'] ?? 0);
  if (digit === 'muoi') return 10 + (DIGITS[unit ?? 'khong'] ?? 0);
  return unit === undefined ? value : undefined;
}
