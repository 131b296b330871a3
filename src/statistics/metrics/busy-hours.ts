import { weekdayOf } from '../../shared/days.js';
import { vietnamHour } from '../periods.js';
import { metric } from './metric.js';

/** Messages by weekday (0 Monday … 6 Sunday) and hour (0 … 23). */
export type BusyHours = number[][];

export const busyHours = metric<BusyHours>({
  id: 'busy_hours',
  name: 'Giờ cao điểm',
  definition:
    'Số lượt nhắn theo thứ trong tuần và giờ nhận được tin (giờ Việt Nam), cộng cả khoảng thời gian.',
  byProcedure: true,
  count({ exchanges }, add) {
    for (const { receivedAt } of exchanges) add(`hour:${vietnamHour(receivedAt)}`);
  },
  value({ days }) {
    const hours = noMessages();
    for (const { day, counts } of days) {
      const row = hours[weekdayOf(day) - 1] ?? [];
      for (let hour = 0; hour < 24; hour += 1) row[hour] = (row[hour] ?? 0) + (counts[`hour:${hour}`] ?? 0);
    }
    return hours;
  },
  examples: [
    {
      when: 'thứ Ba 24/11/2026 hai lượt lúc 8 giờ, thứ Tư một lượt lúc 0 giờ 10',
      given: [
        { who: 1, at: '2026-11-24 08:00', outcome: 'answered_menu' },
        { who: 2, at: '2026-11-24 08:59', outcome: 'answered_menu' },
        { who: 2, at: '2026-11-25 00:10', outcome: 'answered_menu' },
      ],
      value: noMessages((row, hour) => (row === 1 && hour === 8 ? 2 : row === 2 && hour === 0 ? 1 : 0)),
    },
  ],
});

function noMessages(fill: (row: number, hour: number) => number = () => 0): BusyHours {
  return Array.from({ length: 7 }, (_, row) =>
    Array.from({ length: 24 }, (_unused, hour) => fill(row, hour)),
  );
}
