import { familyOf, OUTCOMES, type Outcome, type OutcomeFamily } from '../../conversation/outcome.js';
import { count, metric } from './metric.js';

export type AnswerFamily = Exclude<OutcomeFamily, 'ignored'>;

export interface Outcomes {
  families: Record<AnswerFamily, number>;
  /** Every outcome that happened. */
  byName: Partial<Record<Outcome, number>>;
}

/** In the order in which they are read. */
export const FAMILY_NAMES: Record<AnswerFamily, string> = {
  answered: 'Đã trả lời',
  asked_back: 'Hỏi lại cho rõ',
  handed_over: 'Chuyển cán bộ, yêu cầu dữ liệu',
  declined: 'Không trả lời được',
  failed: 'Lỗi của hệ thống',
};

export const outcomes = metric<Outcomes>({
  id: 'outcomes',
  name: 'Kết quả từng lượt',
  definition:
    'Mỗi lượt nhắn có đúng một kết quả. “Đã trả lời”: bot đưa ra câu trả lời hoặc bước hướng dẫn. “Hỏi lại”: bot hỏi thêm để chọn đúng. “Không trả lời được”: không hiểu, ngoài phạm vi, không đọc được hoặc công dân đã tắt bot. “Chuyển cán bộ”: công dân xin gặp người hoặc nêu yêu cầu về dữ liệu của mình. “Lỗi”: trục trặc phía hệ thống.',
  byProcedure: true,
  count({ exchanges }, add) {
    for (const { outcome } of exchanges) add(`outcome:${outcome}`);
  },
  value(reading) {
    const families = { answered: 0, asked_back: 0, handed_over: 0, declined: 0, failed: 0 };
    const byName: Partial<Record<Outcome, number>> = {};
    for (const outcome of OUTCOMES) {
      const family = familyOf(outcome);
      const times = count(reading, `outcome:${outcome}`);
      if (times === 0 || family === 'ignored') continue;
      families[family] += times;
      byName[outcome] = times;
    }
    return { families, byName };
  },
  examples: [
    {
      when: 'một cuộc có đủ loại',
      given: [
        { who: 1, outcome: 'answered_procedure' },
        { who: 1, outcome: 'answered_step' },
        { who: 1, outcome: 'asked_back_intents' },
        { who: 1, outcome: 'declined_unknown' },
        { who: 1, outcome: 'handed_over_person' },
        { who: 1, outcome: 'failed_error' },
        { who: 1, outcome: 'ignored_notice' },
      ],
      value: {
        families: { answered: 2, asked_back: 1, handed_over: 1, declined: 1, failed: 1 },
        byName: {
          answered_procedure: 1,
          answered_step: 1,
          asked_back_intents: 1,
          declined_unknown: 1,
          handed_over_person: 1,
          failed_error: 1,
        },
      },
    },
  ],
});
