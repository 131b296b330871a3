import { under } from '../counts.js';
import { metric } from './metric.js';

/** Milliseconds; each is the upper bound of the slot that the time falls into, at most a fifth above it. */
export interface AnswerTime {
  p50: number | null;
  p95: number | null;
  answers: number;
}

const SLOTS_PER_DOUBLING = 4;

export const answerTime = metric<AnswerTime>({
  id: 'answer_time',
  name: 'Thời gian trả lời',
  definition:
    'Từ lúc máy chủ nhận tin đến lúc soạn xong câu trả lời, chưa kể thời gian Facebook chuyển tin. “Nửa số câu trả lời trong 0,2 giây”: một nửa số lượt được trả lời trong 0,2 giây hoặc nhanh hơn. Số ghi có thể lâu hơn thực tế tới 20 %, không bao giờ nhanh hơn.',
  byProcedure: false,
  count({ exchanges }, add) {
    for (const { receivedAt, answeredAt } of exchanges) {
      add(`answered_in:${slotOf(answeredAt.getTime() - receivedAt.getTime())}`);
    }
  },
  value({ counts }) {
    const slots = under(counts, 'answered_in:')
      .map(([slot, times]) => [Number(slot), times] as const)
      .sort(([a], [b]) => a - b);
    const answers = slots.reduce((sum, [, times]) => sum + times, 0);
    return { p50: percentile(slots, answers, 0.5), p95: percentile(slots, answers, 0.95), answers };
  },
  examples: [
    {
      when: 'mười chín lượt 100 mili giây, một lượt hai giây',
      given: Array.from({ length: 20 }, (_, who) => ({
        who,
        outcome: 'answered_step' as const,
        took: who === 0 ? 2000 : 100,
      })),
      value: { p50: 108, p95: 108, answers: 20 },
    },
    {
      when: 'ba lượt trong mười: 95 % chỉ đạt ở lượt lâu nhất',
      given: [
        ...Array.from({ length: 7 }, (_, who) => ({ who, outcome: 'answered_step' as const, took: 100 })),
        ...Array.from({ length: 3 }, (_, who) => ({ who, outcome: 'answered_step' as const, took: 2000 })),
      ],
      value: { p50: 108, p95: 2048, answers: 10 },
    },
  ],
});

/** Slot n holds the times up to `upperBound(n)`; a time that runs backwards (clocks of two machines) counts as none. */
function slotOf(milliseconds: number): number {
  return Math.ceil(SLOTS_PER_DOUBLING * Math.log2(Math.max(1, milliseconds)) - 1e-9);
}

function upperBound(slot: number): number {
  return Math.round(2 ** (slot / SLOTS_PER_DOUBLING));
}

function percentile(
  slots: readonly (readonly [slot: number, times: number])[],
  answers: number,
  share: number,
): number | null {
  let seen = 0;
  for (const [slot, times] of slots) {
    seen += times;
    if (seen >= share * answers) return upperBound(slot);
  }
  return null;
}
