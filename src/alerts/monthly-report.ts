import { addDays, dateIn, vietnameseDay } from '../shared/days.js';
import type { Occurrence } from './types.js';

/** The month that is over: its days as YYYY-MM-DD, both included, and how people write it: "10/2026". */
export interface ReportMonth {
  from: string;
  to: string;
  written: string;
}

/** Not in the night: the time of day in Vietnam, as minutes. */
const FROM_MINUTES = 7 * 60;
const VIETNAM_MINUTES = 7 * 60;
const DAY_MINUTES = 24 * 60;

/** @param month YYYY-MM */
export function reportMonth(month: string): ReportMonth {
  const [year = '', number = ''] = month.split('-');
  return {
    from: `${month}-01`,
    to: dateIn(Number(year), Number(number), 'last'),
    written: `${Number(number)}/${year}`,
  };
}

/**
 * The report of the month before, from that day (1 to 28) of this one on, 7 o'clock in Vietnam, to its end: a process that was
 * down on the day makes up for it, and the record of what was told keeps it from going twice. A month of which nothing was
 * counted has none.
 */
export function dueReport({
  day,
  counted,
  now,
}: {
  day: number;
  counted: (month: ReportMonth) => Promise<boolean>;
  now: () => Date;
}): () => Promise<Occurrence[]> {
  return async () => {
    const today = vietnameseDay(now());
    const [onDay, minutes] = [Number(today.slice(8)), minutesOfDay(now())];
    if (onDay < day || (onDay === day && minutes < FROM_MINUTES)) return [];
    const about = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    const month = reportMonth(about);
    if (!(await counted(month))) return [];
    const query = new URLSearchParams({ tu: month.from, den: month.to }).toString();
    const line = `Báo cáo tháng ${month.written}`;
    return [{ kind: 'monthly_report', about, line, path: `/quan-tri/thong-ke/bao-cao?${query}` }];
  };
}

function minutesOfDay(at: Date): number {
  return (Math.floor(at.getTime() / 60_000) + VIETNAM_MINUTES) % DAY_MINUTES;
}
