import { withDigits } from './number-words.js';
import { dateEntities } from './dates.js';
import { numberedSourcesIn } from './numbered-sources.js';
import { moneyEntities } from './money.js';
import { withoutVague } from './vague-numbers.js';
import type { DurationUnit, Entity } from './types.js';

const DURATION =
  /(?<![\p{L}\d.,/-])(?:(\d{1,4}(?:[.,]5)?)\s{0,30}|(nua)\s{1,3})(ngay|hom|bua|dem|tuan|thang|quy|nam|years?|months?|days?|weeks?|nights?)(?![a-z])(?:\s{1,3}(ruoi)(?![a-z])|(?<=nam|years?)\s{1,3}(\d{1,2})\s{0,9}thang(?![a-z]|\s{0,3}\d))?(?!\s{0,3}\/?\d{4})/gu;
/** "Tháng rưỡi", "năm rưỡi" without a number in front. */
const ONE_AND_HALF =
  /(?<![\d_]\s{0,30})(?<!\b(?:moi|may|vai|trieu|ty)\s)\b(tuan|thang|quy|nam)\sruoi(?![a-z])/gu;
const UNITS: Readonly<Record<string, DurationUnit>> = {
  ngay: 'day',
  hom: 'day',
  bua: 'day',
  dem: 'day',
  day: 'day',
  night: 'day',
  tuan: 'week',
  week: 'week',
  thang: 'month',
  month: 'month',
  quy: 'quarter',
  nam: 'year',
  year: 'year',
};
const PERCENT = /(?<![\p{L}\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s{0,3}(?:%|phan tram)/gu;
const COUNT = /(?<![\p{L}\d.,/-])(\d{1,5})\s{0,30}([a-z]{2,10}(?:\s[a-z]{1,10})?)/gu;
const NUMBER = /(?<![\p{L}\d.,/-])\d{1,7}(?:[.,]\d{1,3})?(?![\d\p{L}/-]|[.,]\d)/gu;

/** Numbers in digits, those that say nothing certain made unreadable; every place stays where it was. */
export function plainNumbers(folded: string): string {
  return withDigits(withoutVague(folded));
}

/** Every value that a message names, in its order; places are those of the folded text. `today`: YYYY-MM-DD. */
export function entitiesIn(folded: string, today: string): Entity[] {
  const text = plainNumbers(folded);
  const found: Entity[] = [...moneyEntities(text)];
  // The "2" of "cty 2 là 7tr" counts nothing.
  const taken = numberedSourcesIn(text).map(({ start, end }): [number, number] => [start, end]);
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
    const [{ length }, number = '0.5', , named = '', half, months] = match;
    const unit = UNITS[named.replace(/s$/u, '')] ?? 'day';
    const value = Number(number.replace(',', '.')) + (half === undefined ? 0 : 0.5);
    const place = { start: match.index, end: match.index + length };
    if (months === undefined) add({ kind: 'duration', value, unit, ...place });
    else add({ kind: 'duration', value: value * 12 + Number(months), unit: 'month', ...place });
  }
  for (const { 0: whole, 1: unit = '', index } of text.matchAll(ONE_AND_HALF))
    add({
      kind: 'duration',
      value: 1.5,
      unit: UNITS[unit] ?? 'month',
      start: index,
      end: index + whole.length,
    });
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
