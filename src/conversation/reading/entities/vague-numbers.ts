/** Money units as they are read after a number word. Folded. */
const UNIT = '(?:ty|ti|trieu|tr|trd|cu|nghin|ngan|k)';
const SIZE = '(?:tram|chuc|muoi|ngan|nghin|van)';
/** Nobody can say how much "vài trăm", "hàng chục", "mấy triệu" are. */
const FEW = '(?:vai|may|dam|hang|bao nhieu|bnhieu|nhieu|nhiu)(?:\\s+(?:ba|bay|muoi)(?=\\s))?';
const NUMBER = '(?:\\d{1,6}(?:[.,]\\d{1,3})?)';
const JOINED = '\\s{0,3}(?:[-–~]|\\b(?:den|toi|hoac|hay|hay la)\\b)\\s{0,3}';
/** A sentence goes on or ends: what stands before is complete. */
const ENDS = '(?=\\s{0,3}(?:$|[,.?!;)])|\\s{1,3}(?:thi|dong|nop|thue|a|nha)(?![a-z]))';
/** "Ngày 2 tới 3 triệu", "tháng 5 – 3 triệu": the first number belongs to a date. */
const NO_DATE = '(?<!\\b(?:ngay|thang|quy|nam|mung|thu|lan)\\s{0,3})';

const VAGUE: readonly RegExp[] = [
  // "vài trăm", "mấy chục triệu", "hàng tỷ", "cả trăm triệu"
  new RegExp(
    `(?<![a-z])${FEW}\\s+(?:${SIZE}\\s+)*(?:${SIZE}(?![a-z])(?!\\s+${UNIT}(?![a-z]))|${UNIT}(?![a-z]))`,
    'gu',
  ),
  new RegExp(`(?<![a-z])(?:ca|len toi)\\s+(?:tram|chuc)\\s+${UNIT}(?![a-z])`, 'gu'),
  // "20 mấy triệu", "trăm mấy triệu"
  new RegExp(
    `(?<![\\p{L}\\d.,])(?:${NUMBER}|[a-z]{3,4}\\s+(?:muoi|chuc|tram)|tram|chuc|muoi)\\s+may\\s+${UNIT}(?![a-z])`,
    'gu',
  ),
  // "2 tỷ mấy", "tỷ mấy"
  new RegExp(`(?<![\\p{L}\\d.,])(?:(?:${NUMBER}|[a-z]{2,4})\\s{0,3})?${UNIT}\\s+may(?![a-z])${ENDS}`, 'gu'),
  // "2-3 tỷ", "từ 2 tới 3 tỷ", "1 tỷ đến 2 tỷ"
  new RegExp(
    `(?<![\\p{L}\\d.,/-])${NO_DATE}${NUMBER}(?:\\s{0,3}${UNIT}(?![a-z]))?${JOINED}${NUMBER}\\s{0,3}${UNIT}(?![a-z])`,
    'gu',
  ),
];

/** Whether the words name a sum that nobody can compute with: "vài trăm triệu", "2–3 tỷ". Folded. */
export function isVague(folded: string): boolean {
  return VAGUE.some((pattern) => folded.search(pattern) >= 0);
}

/** The text with such sums made unreadable; every other place stays where it was. */
export function withoutVague(folded: string): string {
  return VAGUE.reduce((text, pattern) => text.replace(pattern, (whole) => '_'.repeat(whole.length)), folded);
}
