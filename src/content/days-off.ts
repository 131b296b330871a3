import { fold } from '../shared/fold.js';
import { weekdayOf } from '../shared/days.js';
import type { Holidays, NamedHoliday } from './types.js';

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

/** `day` (MM-DD): where it is the same every year. */
export type DatedHoliday = NamedHoliday & { day?: string };

/** The holiday that folded words name; the longest name counts. */
export function holidayNamed(
  folded: string,
  { everyYear = [], announced = [] }: Holidays,
): DatedHoliday | undefined {
  const names = [...everyYear, ...announced].flatMap((holiday) =>
    (holiday.called ?? []).map((called) => ({ holiday, words: fold(called) })),
  );
  names.sort((a, b) => b.words.length - a.words.length);
  return names.find(({ words }) => ` ${folded} `.includes(` ${words} `))?.holiday;
}

/** The first day off from `today` on (both YYYY-MM-DD) that was announced for that holiday. */
export function announcedDay({ name }: NamedHoliday, holidays: Holidays, today: string): string | undefined {
  const days = holidays.years.flatMap(({ days: ofYear }) => ofYear);
  return days
    .filter((day) => day.date >= today && day.name.startsWith(name))
    .map(({ date }) => date)
    .sort()[0];
}
