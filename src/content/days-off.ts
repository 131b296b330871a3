import { weekdayOf } from '../shared/days.js';
import type { Holidays } from './types.js';

/** Why nobody works on that day, in words for citizens; `undefined` on a working day, as far as is known. */
export function dayOffReason(date: string, holidays: Holidays): string | undefined {
  const announced = holidays.years.flatMap(({ days }) => days).find((day) => day.date === date);
  const yearly = holidays.everyYear?.find(({ day }) => date.endsWith(`-${day}`));
  const holiday = announced ?? yearly;
  if (holiday !== undefined) return holiday.name;
  const weekday = weekdayOf(date);
  return weekday === 6 ? 'thứ Bảy' : weekday === 7 ? 'Chủ nhật' : undefined;
}

/** Whether the year's whole plan of days off has been announced. */
export function holidaysKnownIn(year: number, holidays: Holidays): boolean {
  return holidays.years.some((announced) => announced.year === year);
}
