import { realDate, vietnameseDay } from '../shared/days.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';

/** For the `options` of `parseArgs`: every command whose result depends on the day takes it. */
export const TODAY_OPTION = { today: { type: 'string' } } as const;

/** The day that a command works with, YYYY-MM-DD: the one given, else today's in Vietnam. Throws `BAD_DATE`. */
export function commandDay(given: string | undefined): string {
  if (given === undefined) return vietnameseDay(systemClock.now());
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given) ?? [];
  const date = realDate(Number(year), Number(month), Number(day));
  if (date !== undefined) return date;
  throw new AppError('BAD_DATE', `"${given}" không phải là một ngày.`, {
    remedy: 'Sau --today viết năm-tháng-ngày, ví dụ --today 2027-02-28.',
  });
}
