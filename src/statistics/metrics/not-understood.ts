import { shareOf } from '../counts.js';
import { count, metric } from './metric.js';

export interface NotUnderstood {
  times: number;
  /** Of all messages, 0 to 1. */
  share: number | null;
}

export const notUnderstood = metric<NotUnderstood>({
  id: 'not_understood',
  name: 'Chưa hiểu',
  definition:
    'Số lượt bot trả lời là chưa hiểu, và phần của chúng trong mọi lượt nhắn. Các câu nêu bên dưới chỉ lấy từ người đồng ý cho lưu, đã che số và tên, đã gộp các câu viết giống nhau (bỏ dấu, chữ hoa), do ít nhất hai người hỏi; chúng bị xoá cùng bản ghi (tối đa 30 ngày) và không có trong bản công bố.',
  byProcedure: false,
  value(reading) {
    const times = count(reading, 'outcome:declined_unknown');
    const all = count(reading, 'messages:messenger') + count(reading, 'messages:web');
    return { times, share: shareOf(times, all) };
  },
  examples: [
    {
      when: 'bốn lượt, một lượt không hiểu, một lượt ngoài phạm vi',
      given: [
        { who: 1, outcome: 'declined_unknown' },
        { who: 1, outcome: 'answered_procedure' },
        { who: 2, outcome: 'declined_out_of_scope' },
        { who: 2, outcome: 'answered_menu' },
      ],
      value: { times: 1, share: 0.25 },
    },
  ],
});
