import { withDigits } from './number-words.js';
import { dateEntities } from './dates.js';
import { moneyEntities } from './money.js';
import type { DurationUnit, Entity } from './types.js';

const DURATION =
  /(?<![\p{L}\d.,/-])(\d{1,4})\s{0,9}(?:may\s)?(ngay|hom|bua|tuan|thang|quy|nam|years?|months?|days?|weeks?)(?![a-z])(?!\s{0,3}\/?\d{4})/gu;
const UNITS: Readonly<Record<string, DurationUnit>> = {
  ngay: 'day',
  hom: 'day',
  bua: 'day',
  day: 'day',
  tuan: 'week',
  week: 'week',
  thang: 'month',
  month: 'month',
  quy: 'quarter',
  nam: 'year',
  year: 'year',
};
const PERCENT = /(?<![\p{L}\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s{0,3}(?:%|phan tram)/gu;
const COUNT = /(?<![\p{L}\d.,/-])(\d{1,5})\s{0,3}([a-z]{2,10}(?:\s[a-z]{1,10})?)/gu;
const NUMBER = /(?<![\p{L}\d.,/-])\d{1,7}(?:[.,]\d{1,3})?(?![\d\p{L}/-]|[.,]\d)/gu;

/** Every value that a message names, in its order; places are those of the folded text. `today`: YYYY-MM-DD. */
export function entitiesIn(folded: string, today: string): Entity[] {
  const text = withDigits(folded);
  const found: Entity[] = [...moneyEntities(text)];
  const taken: [number, number][] = [];
  const free = (start: number, end: number): boolean =>
    found.every((one) => end <= one.start || one.end <= start) &&
    taken.every(([from, to]) => end <= from || to <= start);
  const add = (entity: Entity): void => {
    if (free(entity.start, entity.end)) found.push(entity);
  };
  for (const date of dateEntities(text, today)) add(date);
  for (const { 0: whole, 1: value = '', index } of text.matchAll(PERCENT))
    add({ kind: 'percent', value: Number(value.replace(',', '.')), start: index, end: index + whole.length });
  for (const match of text.matchAll(DURATION)) {
    if (isPeriodOf(found, text, match.index)) {
      taken.push([match.index, match.index + match[0].length]);
      continue;
    }
    const unit = UNITS[(match[2] ?? '').replace(/s$/u, '')] ?? 'day';
    add({
      kind: 'duration',
      value: Number(match[1]),
      unit,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const { 0: whole, 1: value, 2: of = '', index } of text.matchAll(COUNT))
    add({ kind: 'count', value: Number(value), of, start: index, end: index + whole.length });
  for (const { 0: whole, index } of text.matchAll(NUMBER))
    add({ kind: 'number', value: Number(whole.replace(',', '.')), start: index, end: index + whole.length });
  return found.sort((a, b) => a.start - b.start);
}

/** The "1 tháng" of "28 triệu 1 tháng" and "1 năm chừng 150tr" says over what the sum is counted. */
function isPeriodOf(found: readonly Entity[], text: string, at: number): boolean {
  if (!/^1\s{0,9}[a-z]/u.test(text.slice(at))) return false;
  return found.some(
    (one) =>
      one.kind === 'money' &&
      one.period !== undefined &&
      (Math.abs(one.end - at) <= 6 || (at < one.start && one.start - at <= 48)),
  );
}
