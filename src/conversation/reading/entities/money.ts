import type { Period } from '../../../content/decisions/types.js';
import type { Entity } from './types.js';

type Money = Extract<Entity, { kind: 'money' }>;

const UNITS: Readonly<Record<string, number>> = {
  ty: 1e9,
  ti: 1e9,
  billion: 1e9,
  bil: 1e9,
  trieu: 1e6,
  tr: 1e6,
  trd: 1e6,
  cu: 1e6,
  chai: 1e6,
  million: 1e6,
  mil: 1e6,
  nghin: 1e3,
  ngan: 1e3,
  ng: 1e3,
  k: 1e3,
  dong: 1,
  d: 1,
  vnd: 1,
};
/**
 * "1 tỏi rưỡi", "2 tỏi đóng thuế": a billion where nothing but the sum can be meant; "từ 2 tới 3 tỷ", "ngày 2 tới" and
 * "2 tôi" look the same without marks.
 */
const BILLION_SLANG =
  '(?<!\\b(?:ngay|thang|mung|thu|quy|nam|tuan|lan|tu)\\s{0,3}\\d{1,3}\\s{0,3})toi(?=\\d|\\s{1,3}ruoi|\\s{0,3}(?:$|[,.?!;])|\\s{1,3}(?:thi|dong|mot nam|1 nam|bao nhieu|nop|thue|cho|phai|co)(?![a-z]))';
/** "Bán nhà 1t5", "1,2t": a billion where digits touch it on both sides, or a fraction stands before it. */
const BILLION_SHORT = '(?<=\\d)t(?:(?=\\d{1,3}(?![\\p{L}\\d.,]))|(?<=\\d[.,]\\d{1,2}t)(?![\\p{L}\\d]))';
/** "Lương 15 chai" are millions; "bán 100 chai một ngày" are bottles. */
const MILLION_SLANG =
  'chai(?<=\\b(?:luong|lg|no|phat|thuong|lanh|linh|thu nhap|tro|ti|ty|vay|coc)\\b.{0,24})(?!\\s(?:nuoc|bia|ruou|dau|sua|mam|thuoc|ba|xi))';
const PLAIN_UNITS = Object.keys(UNITS).filter((unit) => unit !== 'chai');
const UNIT = [
  ...PLAIN_UNITS.sort((a, b) => b.length - a.length),
  BILLION_SLANG,
  BILLION_SHORT,
  MILLION_SLANG,
].join('|');
/** Whom something is for: "1 tỷ 2 cho con" is a sum for a child, "7 cho" alone may be seats. */
const SOMEONE =
  '(?:con|vo|chong|em|anh|chi|me|ma|ba|bo|cha|ong|chau|co|chu|bac|cau|di|nguoi|ai|toi|tui|minh|dua|thang|ban|khach)';
/** What is counted in other units than money: the digits in front of it are no remainder of a sum ("3 triệu 5 một ngày" is told by the day). */
const OTHER_UNIT = `(?:(?:ngay|dem|(?:thang|quy|nam)(?!\\s(?:nay|ngoai|truoc|20\\d\\d))|tuan|nguoi|dua|be|con|npt|lan|can|bai|cai|chiec|noi|cho(?!\\s${SOMEONE}(?![a-z]))|shop|phong|hop|don|ca(?!\\s(?:nam|thang|nha|lo|hai)))(?![a-z])|%|(?!1\\s{1,9}(?:ngay|dem|hom|bua|thang|quy|nam)(?![a-z]))\\d)`;
const NUMBER = '\\d{1,6}(?:[.,]\\d{1,3})?';
/** "1tr3 ngày" is 1.3 million: digits typed onto the unit are its remainder; those after a space may count something else. */
const REMAINDER = `(?:\\s{0,9}(ruoi)(?![a-z])|(${NUMBER})(?!\\d|%)|\\s{1,9}(${NUMBER}(?!\\d*\\s{0,9}${OTHER_UNIT})))`;
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(\\d{1,15}(?:[.,]\\d{1,12}){0,5})\\s{0,30}|(nua)\\s{1,9})(${UNIT})(?![a-z])(?:${REMAINDER}(?:\\s{0,30}(trieu|tr|cu|nghin|ngan|k)(?![a-z]))?)?`,
  'gu',
);
/** "Triệu rưỡi", "tỷ hai" without a number in front; "công ty không" is no billion. */
const ONE_AND =
  /(?<![\d_]\s{0,30})(?<!\bcong\s{1,3})(?<!\b(?:may|vai|nhieu|nhiu|tram|chuc|ngan|nghin|nua|bang|don vi|hang)\s{0,3})(?<![a-z])(ty|ti|trieu|cu)\s(?:(ruoi)(?![a-z])|([1-9])(?=\s{0,9}(?:$|[,.?!;)]|(?:thi|dong|nop|thue|bao nhieu|nhiu|mot thang|mot ngay)(?![a-z]))))/gu;
const PLAIN = /(?<![\p{L}\d.,/-])(?:\d{1,3}(?:[.,]\d{3}){1,5}|\d{6,13})(?![\d\p{L}/-]|[.,]\d)/gu;
/** Sums below this are no sums of money that citizens ask about (đồng). */
const MIN_SUM = 1000;

/** Sums of money in đồng as citizens write them: "2ty5", "1 tỷ 200", "15tr5", "3 triệu rưỡi", "45 củ", "15.500.000". */
export function moneyEntities(folded: string): Money[] {
  const found: Money[] = [];
  const unsure: { start: number; end: number }[] = [];
  for (const match of folded.matchAll(AMOUNT)) {
    const [whole, number, word, unit = '', half, joined, apart, restUnit] = match;
    const rest = half ?? joined ?? apart;
    const size = unit === 'toi' || unit === 't' ? 1e9 : (UNITS[unit] ?? 1);
    const count = word === undefined ? toNumber(number ?? '', size) : 0.5;
    unsure.push({ start: match.index, end: match.index + whole.length });
    if (count !== undefined)
      push(found, folded, match.index, whole, count * size + remainder(rest, restUnit, size));
  }
  const isTaken = (at: number) => overlaps(found, at) || overlaps(unsure, at);
  for (const { 0: whole, 1: unit = '', 3: tenths, index } of folded.matchAll(ONE_AND))
    if (!isTaken(index))
      push(found, folded, index, whole, (UNITS[unit] ?? 0) * (1 + Number(tenths ?? 5) / 10));
  for (const match of folded.matchAll(PLAIN))
    if (!isTaken(match.index))
      push(found, folded, match.index, match[0], Number(match[0].replace(/[.,]/gu, '')));
  return merged(
    found.sort((a, b) => a.start - b.start),
    folded,
  );
}

/** "1 tỷ 200 triệu 500 ngàn" is one sum: a smaller one right behind a larger one belongs to it. */
function merged(sums: readonly Money[], folded: string): Money[] {
  const all: Money[] = [];
  for (const sum of sums) {
    const last = all.at(-1);
    const isOne =
      last !== undefined &&
      last.period === undefined &&
      /^\s*$/u.test(folded.slice(last.end, sum.start)) &&
      sum.amount < 1e6 &&
      last.amount >= 1e6 &&
      last.amount % 1e6 === 0;
    if (isOne) all[all.length - 1] = { ...sum, amount: last.amount + sum.amount, start: last.start };
    else all.push(sum);
  }
  return all;
}

function push(found: Money[], folded: string, start: number, whole: string, amount: number): void {
  if (amount < MIN_SUM) return;
  const end = start + whole.trimEnd().length;
  const period = periodOf(folded, start, end);
  found.push({
    kind: 'money',
    amount: Math.round(amount),
    start,
    end,
    ...(period === undefined ? {} : { period }),
  });
}

function overlaps(found: readonly { start: number; end: number }[], at: number): boolean {
  return found.some(({ start, end }) => at >= start && at < end);
}

/** "2ty5" is 2.5 billion, "1 tỷ 200" 1.2 billion, "1 tỷ 200tr" as well: what follows counts in the next unit down. */
function remainder(rest: string | undefined, unit: string | undefined, size: number): number {
  if (rest === undefined) return 0;
  if (rest === 'ruoi') return size / 2;
  const value = toNumber(rest, 1) ?? 0;
  if (unit !== undefined) return value * (UNITS[unit] ?? 1);
  return rest.length <= 3 ? (value * size) / 10 ** rest.length : value;
}

/**
 * "2,5" before a unit is a fraction; "15.500.000" and "1.200k" group thousands, and so does "1.500 triệu". `undefined` for
 * "15.500 triệu", which may be 15.5 million as well as billion.
 */
function toNumber(written: string, unit: number): number | undefined {
  const groups = written.split(/[.,]/u);
  const isThree = groups.length === 2 && groups[1]?.length === 3;
  if (isThree && unit === 1e6 && groups[0]?.length !== 1) return undefined;
  const grouped = groups.length > 2 || (isThree && unit <= 1e6);
  return grouped ? Number(groups.join('')) : Number(written.replace(',', '.'));
}

const PERIODS: Readonly<Record<string, Period>> = {
  ngay: 'day',
  hom: 'day',
  bua: 'day',
  dem: 'day',
  day: 'day',
  night: 'day',
  thang: 'month',
  month: 'month',
  quy: 'quarter',
  nam: 'year',
  year: 'year',
};
/** Without marks "đem về" looks like a night. */
const NAMES =
  '(ngay|hom|bua|dem(?!\\s(?:ve|di|cho|nop|ra|vo|len|gui|theo|ban)\\b)|thang|quy|nam|day|night|month|year)';
const AFTER = new RegExp(
  `^\\s{0,5}(?:/|mot |1 |1|moi |hang |tren |trong |cho |a |per |each )?\\s{0,5}${NAMES}\\b(?!\\s{0,3}\\d)`,
  'u',
);
/** "12 triệu đồng một tháng"; without marks "2 tỷ đóng 1 năm bao nhiêu" looks the same. */
const AFTER_DONG = new RegExp(
  `^\\s{1,5}(?:dong|vnd)\\s{0,5}(?:/|mot |1 |moi |a |per |each )\\s{0,5}${NAMES}\\b(?!\\s{0,3}\\d)(?!\\s(?:bao nhieu|nhieu|nhiu|may|bn|het|mat|khoang|chung)\\b)`,
  'u',
);
const BEFORE = new RegExp(
  `(?:\\b(?:moi|mot|1|hang|ca|trong|tung|theo|per|cua)\\s{0,3}|^|\\bluong\\s)${NAMES}\\b(?:\\s[a-z]{1,9}){0,5}\\s{0,5}$`,
  'u',
);
/** "Ngày 4tr tháng bán 26 ngày": without a word that joins it to the sum, the one in front of the sum is nearer. */
const JOINED = /^\s{0,5}(?:\/|mot |1 |moi |hang |tren |trong |cho |a |per |each )/u;
/** "Quán em ngày bán được 5 triệu": no word stands in front of the day. */
const SOLD_IN =
  /(?<!(?:\d|may|vai|nhung|cac|nay|so)\s{0,3})\b(ngay|dem|thang)\s(?:ban|thu|kiem)(?:\s(?:duoc|dc|khoang|chung|co|tam|hon|gan|cung|ve|vo)){0,3}\s{1,3}$/u;
const LAST = new RegExp(`\\b${NAMES}\\s{1,3}$`, 'u');
const SEVERAL = new RegExp(`(?<!\\d)(?:[2-9]|1\\d)\\s{1,9}${NAMES}\\s{1,3}$`, 'u');
/** Only so much in front of a sum says what it is counted over (characters). */
const REACH = 48;

function periodOf(folded: string, start: number, end: number): Period | undefined {
  const behind = folded.slice(end, end + REACH);
  const after = (AFTER.exec(behind) ?? AFTER_DONG.exec(behind))?.[1];
  const before = folded.slice(Math.max(0, start - REACH), start);
  // "3 tháng 900tr" is told of the three months together.
  const last = SEVERAL.test(before) ? undefined : LAST.exec(before)?.[1];
  const isApart = last !== undefined && !JOINED.test(behind);
  const name = (isApart ? undefined : after) ?? BEFORE.exec(before)?.[1] ?? last ?? SOLD_IN.exec(before)?.[1];
  return name === undefined ? undefined : PERIODS[name];
}
