import { fold } from '../../shared/fold.js';

const UNITS: Record<string, number> = {
  ty: 1e9,
  ti: 1e9,
  trieu: 1e6,
  tr: 1e6,
  cu: 1e6,
  nghin: 1e3,
  ngan: 1e3,
  k: 1e3,
  dong: 1,
  d: 1,
  vnd: 1,
};
const AMOUNT =
  /(\d+(?:[.,]\d+)*)\s*(ty|ti|trieu|tr|cu|nghin|ngan|k|dong|vnd|d)(?![a-z])\s*(ruoi|\d+(?:[.,]\d+)?(?!\s*(?:ngay|thang|nam|nguoi|con|npt|%|\d)))?\s*(trieu|tr|nghin|ngan|k)?/gu;
const PLAIN = /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]\d)|(?<![\d.,])\d{7,12}(?![\d.,])/gu;

/** A sum of money in đồng as citizens write it: "2ty5", "2,5 tỷ", "1 tỷ 200", "15tr5", "500k", "15.500.000". The first one found. */
export function moneyIn(text: string): number | undefined {
  const folded = fold(text);
  for (const [, number = '', unit = '', rest, restUnit] of folded.matchAll(AMOUNT)) {
    const size = UNITS[unit] ?? 1;
    const sum = toNumber(number, size) * size + remainder(rest, restUnit, size);
    if (sum >= 1000) return Math.round(sum);
  }
  const plain = folded.match(PLAIN)?.[0];
  return plain === undefined ? undefined : Number(plain.replace(/[.,]/g, ''));
}

/** "2ty5" is 2.5 billion, "1 tỷ 200" 1.2 billion, "1 tỷ 200tr" as well: what follows counts in the next unit down. */
function remainder(rest: string | undefined, unit: string | undefined, size: number): number {
  if (rest === undefined) return 0;
  if (rest === 'ruoi') return size / 2;
  const value = toNumber(rest, size);
  if (unit !== undefined) return value * (UNITS[unit] ?? 1);
  const digits = rest.length;
  return digits <= 3 ? (value * size) / 10 ** digits : value;
}

/** "2,5" before a unit is a fraction; "15.500.000" groups thousands. */
function toNumber(written: string, unit: number): number {
  const groups = written.split(/[.,]/);
  const grouped = groups.length > 2 || (groups.length === 2 && groups[1]?.length === 3 && unit === 1);
  return grouped ? Number(groups.join('')) : Number(written.replace(',', '.'));
}

/** "15.500.000 đồng", rounded to whole đồng. */
export function writtenMoney(dong: number): string {
  return `${String(Math.round(dong)).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
