import { dayOffReason, holidaysKnownIn } from './days-off.js';
import { addDays, dateIn, yearOf } from '../shared/days.js';
import { periodIn, type AskedPeriod } from './asked-period.js';
import type { Deadline, Holidays } from './types.js';

export interface NextDeadline {
  /** YYYY-MM-DD, on a working day as far as is known. Before `today` only when a past period was asked for. */
  date: string;
  /** The day the rule names, when that is a day off. */
  movedFrom?: string;
  /** Why it moved: "thứ Bảy, Chủ nhật". */
  movedBecause?: string;
  /** False: the year's days off are not announced yet, so one of them may move it further. */
  holidaysKnown: boolean;
  /** "tháng 10/2026", "quý 3/2026", "năm 2026": what is filed by then. */
  period?: string;
}

interface Due {
  date: string;
  period?: string;
}

/**
 * When the thing is due next, counted from `today` (YYYY-MM-DD); or for the period that `asked` names ("quý 3",
 * "tháng 9", "năm 2025"): without a year the one whose deadline is nearest to today, past or to come.
 * Off weekends and holidays, onto the next working day (the rule of procedures' general part).
 */
export function nextDeadline(
  deadline: Deadline,
  today: string,
  holidays: Holidays,
  asked = '',
): NextDeadline {
  const dues = duesAround(deadline.rule, yearOf(today)).map(({ date, period }) => ({
    ...offDaysOff(date, holidays),
    ...(period === undefined ? {} : { period }),
  }));
  const named = namedPeriod(deadline.rule, periodIn(asked, today), dues, today);
  const next = named ?? dues.find(({ date }) => date >= today) ?? dues.at(-1);
  if (next === undefined) throw new RangeError(`deadline ${deadline.id} has no date`);
  return next;
}

/** All due dates of last year's, this year's and the coming years' periods, in order. */
function duesAround(rule: Deadline['rule'], year: number): Due[] {
  if (rule.every === 'once') return [{ date: rule.date }];
  const years = [year - 2, year - 1, year, year + 1, year + 2];
  if (rule.every === 'year') {
    return years.map((of) => ({
      date: dateIn(of + (rule.yearsAfter ?? 0), rule.month, rule.day),
      period: `năm ${of}`,
    }));
  }
  const [perYear, months, name] = rule.every === 'month' ? [12, 1, 'tháng'] : [4, 3, 'quý'];
  return years.flatMap((of) =>
    Array.from({ length: perYear }, (_, index) => ({
      date: dateIn(of, (index + 1) * months + rule.monthsAfter, rule.day),
      period: `${name} ${index + 1}/${of}`,
    })),
  );
}

function offDaysOff(date: string, holidays: Holidays): NextDeadline {
  const reasons = new Set<string>();
  let day = date;
  for (let reason = dayOffReason(day, holidays); reason !== undefined; reason = dayOffReason(day, holidays)) {
    reasons.add(reason);
    day = addDays(day, 1);
  }
  const moved = day === date ? {} : { movedFrom: date, movedBecause: [...reasons].join(', ') };
  const holidaysKnown = [date, day].every((touched) => holidaysKnownIn(yearOf(touched), holidays));
  return { date: day, ...moved, holidaysKnown };
}

function namedPeriod(
  { every }: Deadline['rule'],
  asked: AskedPeriod,
  dues: readonly NextDeadline[],
  today: string,
): NextDeadline | undefined {
  const number = every === 'month' ? asked.month : every === 'quarter' ? asked.quarter : undefined;
  const unit = { month: 'tháng ', quarter: 'quý ', year: 'năm ', once: '' }[every];
  if (every === 'once' || (every === 'year' ? asked.year : number) === undefined) return undefined;
  const start =
    every === 'year' ? `${unit}${asked.year ?? ''}` : `${unit}${number ?? ''}/${asked.year ?? ''}`;
  const named = dues.filter(({ period }) => period?.startsWith(start));
  const distance = ({ date }: NextDeadline) => Math.abs(Date.parse(date) - Date.parse(today));
  return named.sort((a, b) => distance(a) - distance(b))[0];
}
