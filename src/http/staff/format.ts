const VIETNAM = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const DAY = new Intl.DateTimeFormat('vi-VN', {
  ...VIETNAM,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('vi-VN', { ...VIETNAM, hour: '2-digit', minute: '2-digit' });
const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });

/** How staff pages write days, times and figures: Vietnam's time, decimal comma. */
export const format = {
  day: (at: Date) => DAY.format(at),
  time: (at: Date) => TIME.format(at),
  dateTime: (at: Date) => `${TIME.format(at)} ngày ${DAY.format(at)}`,
  /** For the attribute of `<time>`. */
  iso: (at: Date) => at.toISOString(),
  number: (value: number) => NUMBER.format(value),
  /** Of a share between 0 and 1. */
  percent: (share: number) => PERCENT.format(share),
};
