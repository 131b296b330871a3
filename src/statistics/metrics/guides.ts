import { proceduresOf } from '../counting/conversation-day.js';
import { shareOf } from '../counts.js';
import { count, metric } from './metric.js';

export interface Guides {
  opened: number;
  finished: number;
  /** 0 to 1. */
  share: number | null;
}

const OPENED = ['answered_procedure', 'answered_step', 'answered_guide_finished'];

export const guides = metric<Guides>({
  id: 'guides',
  name: 'Hướng dẫn đi hết',
  definition:
    'Tỷ lệ hướng dẫn được xem tới phần cuối (căn cứ, kết thúc) trong số hướng dẫn đã mở. Mỗi công dân, mỗi ngày, mỗi thủ tục tính một lần, mở lại không tính thêm.',
  byProcedure: true,
  count({ exchanges }, add) {
    for (const [, own] of proceduresOf(exchanges)) {
      if (!own.some(({ outcome }) => OPENED.includes(outcome))) continue;
      add('guides:opened');
      if (own.some(({ outcome }) => outcome === 'answered_guide_finished')) add('guides:finished');
    }
  },
  value(reading) {
    const opened = count(reading, 'guides:opened');
    const finished = count(reading, 'guides:finished');
    return { opened, finished, share: shareOf(finished, opened) };
  },
  examples: [
    {
      when: 'một người mở hai thủ tục, đi hết một; người khác mở rồi bỏ, mở lại vẫn tính một',
      given: [
        { who: 1, outcome: 'answered_procedure', procedure: 'dang-ky-thue' },
        { who: 1, outcome: 'answered_step', procedure: 'dang-ky-thue' },
        { who: 1, outcome: 'answered_guide_finished', procedure: 'dang-ky-thue' },
        { who: 1, outcome: 'answered_procedure', procedure: 'hoan-thue' },
        { who: 2, outcome: 'answered_procedure', procedure: 'hoan-thue' },
        { who: 2, outcome: 'answered_procedure', procedure: 'hoan-thue' },
        { who: 2, outcome: 'answered_question', procedure: 'dang-ky-thue' },
      ],
      value: { opened: 3, finished: 1, share: 1 / 3 },
    },
  ],
});
