import { fold } from '../shared/fold.js';
import type { Deadline, Holidays } from './types.js';

export interface DueDate {
  date: string; // YYYY-MM-DD, a working day as far as is known
  /** The date by the rule, when it fell on a day off. */
  movedFrom?: string;
  /** Whether that year's days off are known; if not, a day off would still move the date. */
  holidaysKnown: boolean;
  /** "quý 3/2026", "tháng 10/2026", "năm 2026"; absent for a single date. */
  period?: string;
  past: boolean;
}

interface Period {
  label?: string;
  due: string;
  started: string;
}

/**
 * When a deadline falls: of the period that `asked` names ("quý 3", "tháng 10/2026", "năm 2025"; the latest that has
 * begun when no year is said), otherwise the next from `today` (YYYY-MM-DD, Vietnam). Weekends and holidays move it on.
 */
export function nextDeadline(deadline: Deadline, today: string, holidays: Holidays, asked = ''): DueDate {
  const periods = periodsAround(deadline, Number(today.slice(0, 4)));
  const named = namedPeriod(periods, today, fold(asked));
  const next = named ?? periods.find(({ due }) => moved(due, holidays) >= today) ?? periods.at(-1);
  const due = next?.due ?? today;
  const date = moved(due, holidays);
  return {
    date,
    ...(date === due ? {} : { movedFrom: due }),
    holidaysKnown: holidays.years.some(({ year }) => year === Number(date.slice(0, 4))),
    ...(next?.label === undefined ? {} : { period: next.label }),
    past: date < today,
  };
}

/** Every period whose deadline may matter from last year to the next, in order. */
function periodsAround({ rule }: Deadline, year: number): Period[] {
  const years = [year - 1, year, year + 1];
  switch (rule.every) {
    case 'once':
      return [{ due: rule.date, started: rule.date }];
    case 'year':
      return [...years, year + 2].map((dueYear) => ({
        label: `năm ${dueYear - 1}`,
        due: dayOf(dueYear, rule.month, rule.day),
        started: dayOf(dueYear - 1, 1, 1),
      }));
    case 'quarter':
      return years.flatMap((of) =>
        [1, 2, 3, 4].map((quarter) => ({
          label: `quý ${quarter}/${of}`,
          due: dayOf(of, quarter * 3 + rule.monthsAfter, rule.day),
          started: dayOf(of, quarter * 3 - 2, 1),
        })),
      );
    case 'month':
      return years.flatMap((of) =>
        Array.from({ length: 12 }, (_, index) => ({
          label: `tháng ${index + 1}/${of}`,
          due: dayOf(of, index + 1 + rule.monthsAfter, rule.day),
          started: dayOf(of, index + 1, 1),
        })),
      );
  }
}

function namedPeriod(periods: readonly Period[], today: string, asked: string): Period | undefined {
  const named = /\b(quy|thang|nam)\s*(\d{1,4}|iv|i{1,3})(?:\s*(?:\/|nam|-)\s*(\d{4}))?/.exec(asked);
  if (named === null) return undefined;
  const [, kind = '', written = '', year] = named;
  const number = { i: '1', ii: '2', iii: '3', iv: '4' }[written] ?? written;
  const word = { quy: 'quý', thang: 'tháng', nam: 'năm' }[kind] ?? '';
  const own = periods.filter(
    ({ label }) => label === `${word} ${number}` || label?.startsWith(`${word} ${number}/`) === true,
  );
  if (year !== undefined) return own.find(({ label }) => label?.endsWith(year));
  return own.filter(({ started }) => started <= today).at(-1) ?? own[0];
}

/** `month` may run past December; `last` is the month's last day, and so is a day that the month has not got. */
function dayOf(year: number, month: number, day: number | 'last'): string {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1, day === 'last' ? lastDay : Math.min(day, lastDay)));
  return date.toISOString().slice(0, 10);
}

function moved(date: string, holidays: Holidays): string {
  const off = new Set(holidays.years.flatMap(({ days }) => days.map((day) => day.date)));
  let day = new Date(`${date}T00:00:00Z`);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6 || off.has(day.toISOString().slice(0, 10))) {
    day = new Date(day.getTime() + 86_400_000);
  }
  return day.toISOString().slice(0, 10);
}
