import { proceduresOf } from '../counting/conversation-day.js';
import { keyPart, under } from '../counts.js';
import { metric } from './metric.js';

export interface ProcedureCount {
  procedure: string;
  conversations: number;
}

export const topProcedures = metric<ProcedureCount[]>({
  id: 'top_procedures',
  name: 'Thủ tục được hỏi nhiều',
  definition:
    'Số cuộc trò chuyện có ít nhất một câu trả lời hoặc bước hướng dẫn của thủ tục đó; một cuộc hỏi nhiều thủ tục được tính ở từng thủ tục.',
  byProcedure: false,
  count({ exchanges }, add) {
    for (const [procedure] of proceduresOf(exchanges)) add(`procedure:${keyPart(procedure)}`);
  },
  value: ({ counts }) =>
    under(counts, 'procedure:')
      .map(([procedure, conversations]) => ({ procedure, conversations }))
      .sort((a, b) => b.conversations - a.conversations || (a.procedure < b.procedure ? -1 : 1)),
  examples: [
    {
      when: 'hai người hỏi hoàn thuế, một người hỏi thêm đăng ký thuế',
      given: [
        { who: 1, outcome: 'answered_procedure', procedure: 'hoan-thue' },
        { who: 1, outcome: 'answered_step', procedure: 'hoan-thue' },
        { who: 1, outcome: 'answered_question', procedure: 'dang-ky-thue' },
        { who: 2, outcome: 'answered_procedure', procedure: 'hoan-thue' },
        { who: 3, outcome: 'answered_calendar' },
      ],
      value: [
        { procedure: 'hoan-thue', conversations: 2 },
        { procedure: 'dang-ky-thue', conversations: 1 },
      ],
    },
  ],
});
