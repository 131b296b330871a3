const DAY_MS = 86_400_000;

/** `date` is YYYY-MM-DD, here and below. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** "30/04/2027" from "2027-04-30": the way days are written in official letters. */
export function writtenDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** The day of these numbers, `month` from 1; `undefined` where no calendar has it. */
export function realDate(year: number, month: number, day: number): string | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** `month` from 1; beyond 12 it runs on into the following years. A day that the month lacks is its last. */
export function dateIn(year: number, month: number, day: number | 'last'): string {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(day === 'last' ? last : Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** The day of an instant where the offices are: Vietnam keeps UTC+7 all year. */
export function vietnameseDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** "14:00 ngày 27/11/2026", by the clocks where the offices are. */
export function writtenMoment(at: Date): string {
  const there = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `${there.slice(11, 16)} ngày ${writtenDate(there.slice(0, 10))}`;
}

/** As a field for day and time takes it, by the clocks where the offices are: "2026-11-27T14:00". */
export function momentField(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
}

/** The instant that such a field names; `undefined` for anything else. */
export function momentIn(written: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(written)) return undefined;
  const at = new Date(`${written}:00+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
