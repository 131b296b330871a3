import { addDays, dateIn, weekdayOf } from '../shared/days.js';

/** Vietnam keeps UTC+7 all year; days, weeks (from Monday) and months are Vietnam's. */
const VIETNAM_MS = 7 * 3_600_000;

/** Days as `YYYY-MM-DD`, both included. */
export interface ReportPeriod {
  from: string;
  to: string;
}

export type PeriodUnit = 'day' | 'week' | 'month';

export function startOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - VIETNAM_MS);
}

/** 0 to 23. */
export function vietnamHour(at: Date): number {
  return new Date(at.getTime() + VIETNAM_MS).getUTCHours();
}

/** `08:05`. */
export function vietnamTime(at: Date): string {
  return new Date(at.getTime() + VIETNAM_MS).toISOString().slice(11, 16);
}

export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(day: string): string {
  return dateIn(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 'last');
}

export function lengthOf({ from, to }: ReportPeriod): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

export function daysOf(period: ReportPeriod): string[] {
  return Array.from({ length: lengthOf(period) }, (_, index) => addDays(period.from, index));
}

/** The week, month or day that `day` lies in. */
export function around(day: string, unit: PeriodUnit): ReportPeriod {
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  return { from: firstOfMonth(day), to: lastOfMonth(day) };
}

/** Whole months are compared with as many whole months before; anything else with as many days just before. */
export function periodBefore(period: ReportPeriod): ReportPeriod {
  const to = addDays(period.from, -1);
  if (period.from !== firstOfMonth(period.from) || period.to !== lastOfMonth(period.to)) {
    return { from: addDays(period.from, -lengthOf(period)), to };
  }
  const year = Number(period.from.slice(0, 4));
  const month = Number(period.from.slice(5, 7));
  const months = monthsOf(period);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  return { from: first.toISOString().slice(0, 10), to };
}

function monthsOf({ from, to }: ReportPeriod): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1
  );
}

/** The same days a year earlier; a whole week the same weekdays, 52 weeks earlier; what ends a month ends one then too. */
export function yearBefore({ from, to }: ReportPeriod): ReportPeriod {
  if (from === mondayOf(from) && to === addDays(from, 6))
    return { from: addDays(from, -364), to: addDays(to, -364) };
  return {
    from: dayBefore(from),
    to: to === lastOfMonth(to) ? lastOfMonth(dayBefore(firstOfMonth(to))) : dayBefore(to),
  };
}

function dayBefore(day: string): string {
  const lastYear = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return day.endsWith('-02-29') ? `${lastYear.slice(0, 8)}28` : lastYear;
}

/** How a period is best cut for a chart: about thirty columns at most. */
export function chartUnit(period: ReportPeriod): PeriodUnit {
  const days = lengthOf(period);
  return days <= 35 ? 'day' : days <= 190 ? 'week' : 'month';
}

/** The period cut into days, weeks or months; the first and last piece may be shorter. */
export function piecesOf(period: ReportPeriod, unit: PeriodUnit): ReportPeriod[] {
  const pieces: ReportPeriod[] = [];
  for (let from = period.from; from <= period.to;) {
    const { to } = around(from, unit);
    pieces.push({ from, to: to < period.to ? to : period.to });
    from = addDays(to, 1);
  }
  return pieces;
}
