import type { Entity } from '../reading/entities/types.js';

type Duration = Extract<Entity, { kind: 'duration' }>;

/** How many days of a year something is sold, and which value of the message says so (none: "nghỉ chủ nhật"). */
export interface DaysOpen {
  days: number;
  by?: Entity;
}

const YEAR = 365;
const WEEK = 7;
const MONTHS = 12;

/** Up to four words of no other time between: "tháng bán được khoảng 26 ngày". */
const SOME = '(?:\\s(?!thang\\b|nam\\b|tuan\\b|ngay\\b)[a-z]{1,7}){0,4}';
const IN_A_MONTH = new RegExp(`\\bthang${SOME}\\s{1,3}$`, 'u');
const IN_A_WEEK = new RegExp(`\\btuan(?:\\s(?:le))?${SOME}\\s{1,3}$`, 'u');
/** "26 ngày một tháng", "6 ngày/tuần". */
const OF_A_MONTH =
  /^\s{0,3}(?:\/|trong |mot |1 |moi |tren |hang |trong mot |trong 1 |cua mot )\s{0,2}thang\b/u;
const OF_A_WEEK = /^\s{0,3}(?:\/|trong |mot |1 |moi |tren |hang |trong mot |trong 1 |cua mot )\s{0,2}tuan\b/u;
/** Right in front of days on which nothing is sold: "tháng nghỉ 4 ngày". */
const OFF = /\b(?:nghi|dong cua|khong ban|ko ban|k ban|khong mo|ko mo)(?:\s[a-z]{1,5}){0,2}\s{1,3}$/u;
/** What a closed day is named by, in front of it or behind. */
const CLOSED = '(?:nghi|tru|dong cua|khong ban|ko ban|k ban|khong mo|ko mo)';
const WEEKDAY = '(?:chu nhat|cn|thu (?:bay|7|hai|2|ba|3|tu|4|nam|5|sau|6)|t[2-7]|cuoi tuan)';
const WEEKDAYS = `${WEEKDAY}(?:\\s?(?:,|va|voi|\\+|&)?\\s?${WEEKDAY}){0,3}`;
const CLOSED_ON = new RegExp(
  `\\b${CLOSED}(?:\\s(?:ban|ngay|cac|moi|may|vao|het|luon|le|hang|buoi)){0,3}\\s(${WEEKDAYS})(?![\\p{L}\\d])`,
  'u',
);
const ON_CLOSED = new RegExp(
  `(?<![\\p{L}\\d])(${WEEKDAYS})(?:\\s(?:la|thi|em|e|tui|toi|minh|quan|tiem|deu|hay|cung)){0,3}\\s${CLOSED}\\b`,
  'u',
);
const ONE_WEEKDAY = new RegExp(`${WEEKDAY}(?![\\p{L}\\d])`, 'gu');
/** "Bán từ thứ hai tới thứ bảy", "t2-t6". */
const FROM_TO =
  /\b(?:thu\s?|t)(2|hai)\s?(?:den|toi|-|–|qua)\s?(?:het\s)?(?:(?:thu\s?|t)(6|sau|7|bay)|chu nhat|cn)(?![\p{L}\d])/u;
/** Told by the year itself where it is at least so much: "330 ngày". */
const MIN_A_YEAR = 20;

/** "Tháng bán 26 ngày", "nghỉ chủ nhật", "tuần nghỉ 1 ngày", "330 ngày": of how many days of a year a day's takings are. */
export function daysOpen(entities: readonly Entity[], folded: string): DaysOpen | undefined {
  for (const entity of entities) {
    const told = entity.kind === 'duration' && entity.unit === 'day' ? toldBy(entity, folded) : undefined;
    if (told !== undefined) return { days: told, by: entity };
  }
  const closed = closedWeekdays(folded);
  return closed === 0 ? undefined : { days: ofWeeks(WEEK - closed) };
}

function toldBy({ value, start, end }: Duration, folded: string): number | undefined {
  const [before, behind] = [folded.slice(0, start), folded.slice(end)];
  const isOff = OFF.test(before);
  if (value <= 31 && (IN_A_MONTH.test(before) || OF_A_MONTH.test(behind)))
    return isOff ? YEAR - MONTHS * value : MONTHS * value;
  if (value <= WEEK && (IN_A_WEEK.test(before) || OF_A_WEEK.test(behind)))
    return ofWeeks(isOff ? WEEK - value : value);
  if (value < MIN_A_YEAR || value > YEAR + 1) return undefined;
  return isOff ? YEAR - value : value;
}

function ofWeeks(days: number): number {
  return Math.round((YEAR * days) / WEEK);
}

/** Days of a week on which nothing is sold. */
function closedWeekdays(folded: string): number {
  const to = FROM_TO.exec(folded);
  if (to !== null) return to[2] === undefined ? 0 : /6|sau/u.test(to[2]) ? 2 : 1;
  const named = (CLOSED_ON.exec(folded) ?? ON_CLOSED.exec(folded))?.[1] ?? '';
  const days = [...named.matchAll(ONE_WEEKDAY)].map(([day]) => (day === 'cuoi tuan' ? 2 : 1));
  return days.reduce((sum, one) => sum + one, 0);
}
