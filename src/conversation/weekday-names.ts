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
