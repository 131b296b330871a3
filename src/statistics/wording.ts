import { writtenDate } from '../shared/days.js';
import { lengthOf, type ReportPeriod, type PeriodUnit } from './periods.js';

/** What a period is compared with, as columns and sentences call it. */
export const COMPARED_NAMES = { before: 'Kỳ trước', last_year: 'Cùng kỳ năm trước' } as const;

export const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

export function periodName({ from, to }: ReportPeriod): string {
  return from === to ? writtenDate(from) : `${writtenDate(from)} – ${writtenDate(to)}`;
}

/** Short, for a chart's axis and the first column of a table. */
export function pieceName(period: ReportPeriod, unit: PeriodUnit): string {
  const { from, to } = period;
  const short = (day: string) => writtenDate(day).slice(0, 5);
  if (unit === 'day') return short(from);
  if (unit === 'week') return lengthOf(period) === 1 ? short(from) : `${short(from)}–${short(to)}`;
  return `${from.slice(5, 7)}/${from.slice(0, 4)}`;
}

export const UNIT_NAMES: Record<PeriodUnit, string> = { day: 'ngày', week: 'tuần', month: 'tháng' };
