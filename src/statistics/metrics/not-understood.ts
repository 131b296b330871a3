import { shareOf } from '../counts.js';
import { count, metric } from './metric.js';
import { questions } from './questions.js';

export interface NotUnderstood {
  times: number;
  /** Of the questions that were typed, 0 to 1. */
  share: number | null;
}

export const notUnderstood = metric<NotUnderstood>({
  id: 'not_understood',
  name: 'Chưa hiểu',
  definition:
    'Số lượt bot trả lời là chưa hiểu; tỷ lệ là phần chưa hiểu trong các câu hỏi đã gõ, không chia cho nút bấm (nút bấm thì không thể không hiểu). Các câu nêu bên dưới chỉ lấy từ người đồng ý cho lưu, đã che số và tên, đã gộp các câu viết giống nhau (bỏ dấu, chữ hoa), do ít nhất hai người hỏi; chúng bị xoá cùng bản ghi (tối đa 30 ngày) và không có trong bản công bố.',
  byProcedure: false,
  value(reading) {
    const { unknown, asked } = questions.value(reading);
    return { times: count(reading, 'outcome:declined_unknown'), share: shareOf(unknown, asked) };
  },
  examples: [
    {
      when: 'hai câu gõ, một câu không hiểu; bấm nút và chào không phải là câu hỏi',
      given: [
        { who: 1, outcome: 'declined_unknown', entryPoint: 'typed' },
        { who: 1, outcome: 'answered_procedure', entryPoint: 'button' },
        { who: 1, outcome: 'answered_small_talk', entryPoint: 'typed' },
        { who: 2, outcome: 'declined_out_of_scope', entryPoint: 'typed' },
        { who: 2, outcome: 'answered_menu', entryPoint: 'menu' },
      ],
      value: { times: 1, share: 0.5 },
    },
  ],
});
