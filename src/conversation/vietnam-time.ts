const OFFSET_MS = 7 * 60 * 60 * 1000;

/** Vietnam has one time zone, UTC+7, without daylight saving. "YYYY-MM-DD" of an instant, there. */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** By `weekdayOf`: 1 Monday … 7 Sunday. */
export const WEEKDAY_NAMES = [
  '',
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'Chủ nhật',
] as const;
