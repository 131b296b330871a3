import {
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  around,
  type ReportPeriod,
  type PeriodUnit,
} from '../periods.js';
import { count, metric } from './metric.js';

export interface Citizens {
  count: number;
  /** Within each of these nobody is counted twice. */
  within: PeriodUnit;
  /** The period holds more than one of them: who came in several is counted in each. */
  addedUp: boolean;
}

export const citizens = metric<Citizens>({
  id: 'citizens',
  name: 'Công dân',
  definition:
    'Số người khác nhau, nhận ra bằng một mã không đọc ngược ra người được, không lưu tên. Trong một ngày, một tuần (từ thứ Hai) hoặc một tháng, mỗi người chỉ tính một lần; khoảng dài hơn là tổng của các tháng, tuần hoặc ngày trong đó, nên ai đến ở nhiều kỳ được tính nhiều lần. Một người dùng cả Messenger và trang web là hai.',
  byProcedure: false,
  value(reading) {
    const { period } = reading;
    const within = unitOf(period);
    const key = { day: 'conversations', week: 'new_in_week', month: 'new_in_month' }[within];
    return { count: count(reading, key), within, addedUp: around(period.from, within).to < period.to };
  },
  examples: [
    {
      when: 'một tuần: người thứ nhất đến hai ngày, người thứ hai một ngày',
      given: [
        { who: 1, at: '2026-11-23 08:00', outcome: 'answered_menu' },
        { who: 1, at: '2026-11-24 08:00', outcome: 'answered_menu' },
        { who: 2, at: '2026-11-25 08:00', outcome: 'answered_menu' },
        { who: 3, at: '2026-11-29 23:59', outcome: 'answered_menu' },
      ],
      value: { count: 3, within: 'week', addedUp: false },
    },
  ],
});

/** The largest unit that the period begins with: only then are its counts whole. */
function unitOf({ from, to }: ReportPeriod): PeriodUnit {
  if (from === to) return 'day';
  const startsWeek = from === mondayOf(from);
  const startsMonth = from === firstOfMonth(from);
  if (startsWeek && to <= around(from, 'week').to) return 'week';
  if (startsMonth && (to <= lastOfMonth(from) || !startsWeek)) return 'month';
  return startsMonth ? 'month' : startsWeek ? 'week' : 'day';
}
