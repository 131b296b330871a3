import { lengthOf, type Period, type Unit } from './periods.js';

export const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

/** `24/11/2026`. */
export function dayName(day: string): string {
  return day.split('-').reverse().join('/');
}

export function periodName({ from, to }: Period): string {
  return from === to ? dayName(from) : `${dayName(from)} – ${dayName(to)}`;
}

/** Short, for a chart's axis and the first column of a table. */
export function pieceName(period: Period, unit: Unit): string {
  const { from, to } = period;
  const short = (day: string) => dayName(day).slice(0, 5);
  if (unit === 'day') return short(from);
  if (unit === 'week') return lengthOf(period) === 1 ? short(from) : `${short(from)}–${short(to)}`;
  return `${from.slice(5, 7)}/${from.slice(0, 4)}`;
}

export const UNIT_NAMES: Record<Unit, string> = { day: 'ngày', week: 'tuần', month: 'tháng' };
