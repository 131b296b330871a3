/** Vietnam keeps UTC+7 all year. */
const VIETNAM_MS = 7 * 3600_000;
const DAY_MS = 86_400_000;

/** The day in Vietnam, `YYYY-MM-DD`. */
export function vietnamDay(at: Date): string {
  return new Date(at.getTime() + VIETNAM_MS).toISOString().slice(0, 10);
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** The same hour, `days` working days on: Monday to Friday without the days off. */
export function addWorkingDays(at: Date, days: number, daysOff: ReadonlySet<string>): Date {
  let found = at;
  for (let left = days; left > 0;) {
    found = addDays(found, 1);
    const weekday = new Date(found.getTime() + VIETNAM_MS).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !daysOff.has(vietnamDay(found))) left -= 1;
  }
  return found;
}
