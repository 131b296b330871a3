import { realDate, yearOf } from '../../content/days.js';
import { fold } from '../../shared/fold.js';
import type { RatesUsed } from './rates.js';

/** Đồng for `days` days late: the sum, times the daily rate, times the days (no compounding). */
export function lateInterest(
  rates: RatesUsed,
  owed: number,
  days: number,
): { interest: number; percentPerDay: number } | undefined {
  const percentPerDay = rates.value('late-payment-per-day');
  return percentPerDay === undefined
    ? undefined
    : { interest: (owed * percentPerDay * days) / 100, percentPerDay };
}

/**
 * How many days late: "45 ngày", "2 tháng" (30 days each), or from a deadline that is named, "hạn 31/3", to today.
 * A day and month without a year is the last time that date was. `undefined` when the text says nothing of it.
 */
export function daysLate(text: string, today: string): number | undefined {
  const folded = fold(text);
  const counted = /(\d{1,4})\s*(ngay|thang|hom|bua)\b/.exec(folded);
  if (counted !== null && !/^\s*\d{1,2}\/\d/.test(folded.slice(counted.index))) {
    return Number(counted[1]) * (counted[2] === 'thang' ? 30 : 1);
  }
  const date = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)/.exec(folded);
  if (date === null) return undefined;
  const [, day = '', month = '', year] = date;
  const from = pastDate(Number(day), Number(month), year === undefined ? undefined : Number(year), today);
  return from === undefined ? undefined : Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000);
}

function pastDate(day: number, month: number, year: number | undefined, today: string): string | undefined {
  const date = realDate(year ?? yearOf(today), month, day);
  if (date !== undefined && date <= today) return date;
  return year === undefined ? realDate(yearOf(today) - 1, month, day) : undefined;
}
