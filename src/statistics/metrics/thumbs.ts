import { count, metric } from './metric.js';

export interface Thumbs {
  up: number;
  down: number;
}

/** Counted beside conversations (`day-counts.ts`): a thumb says nothing and asks nothing. */
export const thumbs = metric<Thumbs>({
  id: 'thumbs',
  name: 'Ngón tay dưới câu trả lời',
  definition:
    'Số lần công dân bấm ngón tay lên hay xuống dưới một câu trả lời trong Messenger, vào ngày bấm; bấm lại cùng câu trong ngày thì lấy lần cuối. Chỉ có khi cơ quan bật. Không cộng vào mức hài lòng: ở đó là điểm tự chấm.',
  byProcedure: true,
  value: (reading) => ({ up: count(reading, 'thumb:up'), down: count(reading, 'thumb:down') }),
  examples: [
    {
      when: 'một người bấm lên rồi đổi ý bấm xuống, một người bấm lên hai câu',
      given: [
        { who: 1, outcome: 'ignored_notice', thumb: 'up', messageId: 'm1' },
        { who: 1, at: '2026-11-24 08:01', outcome: 'ignored_notice', thumb: 'down', messageId: 'm1' },
        { who: 2, outcome: 'ignored_notice', thumb: 'up', messageId: 'm2' },
        { who: 2, outcome: 'ignored_notice', thumb: 'up', messageId: 'm3' },
      ],
      value: { up: 2, down: 1 },
    },
  ],
});
