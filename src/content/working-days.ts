import { vietnameseDay, weekdayOf } from '../shared/days.js';

const DAY_MS = 86_400_000;

export function daysLater(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** The same hour, `days` working days on: Monday to Friday without the days off. */
export function addWorkingDays(at: Date, days: number, daysOff: ReadonlySet<string>): Date {
  let found = at;
  for (let left = days; left > 0;) {
    found = daysLater(found, 1);
    const day = vietnameseDay(found);
    if (weekdayOf(day) <= 5 && !daysOff.has(day)) left -= 1;
  }
  return found;
}
