import { vietnameseDay, writtenDate } from '../../shared/days.js';

const TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});
const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });

/** How staff pages write days, times and figures: Vietnam's time, decimal comma. */
export const format = {
  /** Of a day as YYYY-MM-DD. */
  date: writtenDate,
  day: writtenDayOf,
  time: (at: Date) => TIME.format(at),
  dateTime: (at: Date) => `${TIME.format(at)} ngày ${writtenDayOf(at)}`,
  /** For the attribute of `<time>`. */
  iso: (at: Date) => at.toISOString(),
  number: (value: number) => NUMBER.format(value),
  /** Of a share between 0 and 1. */
  percent: (share: number) => PERCENT.format(share),
};

function writtenDayOf(at: Date): string {
  return writtenDate(vietnameseDay(at));
}
