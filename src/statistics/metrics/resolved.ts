import type { Outcome } from '../../conversation/outcome.js';
import { shareOf } from '../counts.js';
import { count, metric } from './metric.js';

export interface Resolved {
  asked: number;
  resolved: number;
  /** 0 to 1. */
  share: number | null;
}

/** A conversation of nothing but these asked for nothing that could be resolved. */
export const NO_QUESTION: readonly Outcome[] = [
  'answered_small_talk',
  'answered_menu',
  'answered_command',
  'answered_consent',
  'answered_rating',
  'answered_attachment',
  'answered_request_status',
  'declined_stopped',
  'declined_switched_off',
  'handed_over_data_request',
];

export const resolved = metric<Resolved>({
  id: 'resolved',
  name: 'Tự giải quyết được',
  definition:
    'Trong các cuộc có hỏi việc (không chỉ chào, mở menu, chọn đồng ý), tỷ lệ cuộc mà công dân xem hết một hướng dẫn hoặc chấm 4–5 điểm, và trong ngày không xin gặp cán bộ. Là ước lượng thận trọng: ai được trả lời ngay rồi đi, không chấm điểm, thì không tính là đã giải quyết.',
  byProcedure: true,
  count({ exchanges, askedPerson }, add) {
    if (exchanges.every(({ outcome }) => NO_QUESTION.includes(outcome))) return;
    add('resolved:asked');
    const good = exchanges.some(
      ({ outcome, rating }) => outcome === 'answered_guide_finished' || (rating?.degree ?? 0) >= 4,
    );
    if (good && !askedPerson) add('resolved:yes');
  },
  value(reading) {
    const asked = count(reading, 'resolved:asked');
    const yes = count(reading, 'resolved:yes');
    return { asked, resolved: yes, share: shareOf(yes, asked) };
  },
  examples: [
    {
      when: 'đi hết; chấm 4; đi hết nhưng xin gặp cán bộ; không hiểu; chỉ chào hỏi',
      given: [
        { who: 1, outcome: 'answered_guide_finished', procedure: 'dang-ky-thue' },
        { who: 2, outcome: 'answered_procedure', procedure: 'dang-ky-thue' },
        { who: 2, outcome: 'answered_rating', rating: { degree: 4, procedure: 'dang-ky-thue' } },
        { who: 3, outcome: 'answered_guide_finished', procedure: 'dang-ky-thue' },
        { who: 3, at: '2026-11-24 20:00', outcome: 'handed_over_person' },
        { who: 4, outcome: 'declined_unknown' },
        { who: 5, outcome: 'answered_small_talk' },
      ],
      value: { asked: 4, resolved: 2, share: 0.5 },
    },
  ],
});
