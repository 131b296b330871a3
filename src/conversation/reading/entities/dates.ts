import { addDays, realDate, yearOf } from '../../../shared/days.js';
import type { Entity } from './types.js';

type DateEntity = Extract<Entity, { kind: 'date' }>;

const DAY_MONTH =
  /(?<![\d/.,])(?:ngay |mung |mong )?(\d{1,2})\s{0,3}(?:[/.-]|\s?thang\s)\s{0,3}(\d{1,2})(?:\s{0,3}(?:[/.-]|\s?nam\s)\s{0,3}(\d{4}))?(?![\d/]|[.,]\d)/gu;
const MONTH =
  /\b(?:(dau|giua|cuoi)\s)?(?:thang|t)\s?(\d{1,2}|gieng|chap)(?![\d%])(?:\s{0,3}(?:\/|nam|-)\s{0,3}(\d{4}|nay|ni|ngoai|truoc|roi|sau|toi))?/gu;
const MONTH_YEAR = /(?<![\d/.,-])(\d{1,2})\/(\d{4})(?![\d/])/gu;
const YEAR = /\b(?:nam\s|tu\s|hoi\s|toi\s)(20\d\d)(?![\d.,])/gu;
const RELATIVE: readonly (readonly [RegExp, (today: string) => [string, string]])[] = [
  [/\b(?:hom|bua|ngay) (?:nay|ni)\b/u, (today) => [today, today]],
  [/\b(?:hom|bua) (?:qua|wa)\b/u, (today) => [addDays(today, -1), addDays(today, -1)]],
  [/\b(?:hom|ngay|bua) kia\b/u, (today) => [addDays(today, -2), addDays(today, -2)]],
  [/\b(?:ngay |sang |chieu )mai\b/u, (today) => [addDays(today, 1), addDays(today, 1)]],
  [/\bnam (?:nay|ni)\b/u, (today) => year(yearOf(today))],
  [/(?<!\d\s{0,4})\bnam (?:ngoai|roi|truoc|vua roi)\b/u, (today) => year(yearOf(today) - 1)],
  [/\b(?:nam (?:sau|toi)|sang nam|qua nam)\b/u, (today) => year(yearOf(today) + 1)],
  [/\bthang (?:nay|ni)\b/u, (today) => month(yearOf(today), monthOf(today))],
  // "Cả tháng rồi", "3 tháng rồi": how long, not when.
  [
    /(?<!\d\s{0,4})(?<!\b(?:ca|may|vai|hai|ba|bon|nua|gan|hon|duoc) )\bthang (?:truoc|roi)\b/u,
    (today) => month(yearOf(today), monthOf(today) - 1),
  ],
  [/\bthang (?:sau|toi)\b/u, (today) => month(yearOf(today), monthOf(today) + 1)],
];
/** What was done lies behind, what is planned ahead: decides the year of a month told without one. */
const PAST = /\b(?:hoi|ra|cap|dung ten|mua|qua han|ky|het han|da|thue tu)\b/u;
const AHEAD = /\b(?:toi|moi|sang|sau|se|chung|dinh|doi qua|de qua|den)\s(?:[a-z]{1,6}\s)?$/u;
const REACH = 40;

/** Days and months that a message names, as the days they may be; `today` is YYYY-MM-DD. Past unless words say otherwise. */
export function dateEntities(folded: string, today: string): DateEntity[] {
  const found: DateEntity[] = [];
  const add = (start: number, length: number, range: [string, string] | undefined): void => {
    const overlaps = found.some((one) => start < one.end && one.start < start + length);
    if (range !== undefined && !overlaps)
      found.push({ kind: 'date', from: range[0], to: range[1], start, end: start + length });
  };
  for (const { 0: whole, 1: d, 2: m, 3: y, index } of folded.matchAll(DAY_MONTH))
    add(index, whole.length, dayRange(Number(d), Number(m), y, context(folded, index, today)));
  for (const { 0: whole, 1: m, 2: y, index } of folded.matchAll(MONTH_YEAR))
    if (Number(m) >= 1 && Number(m) <= 12) add(index, whole.length, month(Number(y), Number(m)));
  for (const { 0: whole, 1: part, 2: m = '', 3: y, index } of folded.matchAll(MONTH))
    add(index, whole.length, monthRange(part, m, y, context(folded, index, today)));
  for (const { 0: whole, 1: y, index } of folded.matchAll(YEAR)) add(index, whole.length, year(Number(y)));
  for (const [pattern, range] of RELATIVE) {
    const match = pattern.exec(folded);
    if (match !== null) add(match.index, match[0].length, range(today));
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Context {
  today: string;
  past: boolean;
  ahead: boolean;
}

function context(folded: string, at: number, today: string): Context {
  const before = folded.slice(Math.max(0, at - REACH), at);
  const ahead = AHEAD.test(before);
  return { today, ahead, past: !ahead && PAST.test(before) };
}

function dayRange(
  day: number,
  monthNumber: number,
  written: string | undefined,
  at: Context,
): [string, string] | undefined {
  const date = realDate(yearFor(monthNumber, written, at), monthNumber, day);
  return date === undefined ? undefined : [date, date];
}

function monthRange(
  part: string | undefined,
  written: string,
  yearWritten: string | undefined,
  at: Context,
): [string, string] | undefined {
  const number = written === 'gieng' ? 1 : written === 'chap' ? 12 : Number(written);
  if (number < 1 || number > 12) return undefined;
  const [from, to] = month(yearFor(number, yearWritten, at), number);
  if (part === 'dau') return [from, addDays(from, 9)];
  if (part === 'cuoi') return [addDays(to, -9), to];
  return part === 'giua' ? [addDays(from, 10), addDays(from, 19)] : [from, to];
}

function yearFor(monthNumber: number, written: string | undefined, { today, past, ahead }: Context): number {
  const now = yearOf(today);
  if (written !== undefined && /^\d{4}$/u.test(written)) return Number(written);
  if (written === 'ngoai' || written === 'truoc' || written === 'roi') return now - 1;
  if (written === 'sau' || written === 'toi') return now + 1;
  if (written !== undefined) return now;
  if (ahead) return monthNumber < monthOf(today) ? now + 1 : now;
  return past && monthNumber > monthOf(today) ? now - 1 : now;
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function year(number: number): [string, string] {
  return [`${number}-01-01`, `${number}-12-31`];
}

/** `number` may be 0 or 13: the month before January, after December. */
function month(yearNumber: number, number: number): [string, string] {
  const shifted = new Date(Date.UTC(yearNumber, number - 1, 1));
  const last = new Date(Date.UTC(yearNumber, number, 0));
  return [shifted.toISOString().slice(0, 10), last.toISOString().slice(0, 10)];
}
