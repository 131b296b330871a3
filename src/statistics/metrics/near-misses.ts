import { keyPart, sumOfCounts, under } from '../counts.js';
import { metric } from './metric.js';
import { isCovered, isQuestion } from './questions.js';

export interface NearMiss {
  /** The id of the wordings' file that came nearest. */
  intent: string;
  times: number;
}

export const nearMisses = metric<NearMiss[]>({
  id: 'near_misses',
  name: 'Nội dung gần nhất với câu chưa hiểu',
  definition:
    'Mỗi câu chưa hiểu được tính cho mục mà máy thấy gần nhất, dù chưa đủ chắc để trả lời. Mục đứng đầu là nơi thêm câu mẫu hoặc viết rõ câu trả lời có lợi nhất.',
  byProcedure: false,
  count({ exchanges }, add) {
    for (const exchange of exchanges) {
      const [nearest] = exchange.alternatives ?? [];
      if (exchange.outcome !== 'declined_unknown' || nearest === undefined || !isQuestion(exchange)) continue;
      add(`near:${keyPart(nearest.intent)}`);
    }
  },
  value: ({ days }) =>
    under(sumOfCounts(days.map(({ counts }) => counts).filter(isCovered)), 'near:')
      .map(([intent, times]) => ({ intent, times }))
      .sort((a, b) => b.times - a.times || (a.intent < b.intent ? -1 : 1)),
  examples: [
    {
      when: 'hai câu chưa hiểu gần hoàn thuế, một câu gần đăng ký thuế; câu được trả lời không tính',
      given: [
        {
          who: 1,
          outcome: 'declined_unknown',
          entryPoint: 'typed',
          alternatives: near('hoan-thue', 'thue-dat'),
        },
        { who: 2, outcome: 'declined_unknown', entryPoint: 'typed', alternatives: near('hoan-thue') },
        { who: 2, outcome: 'declined_unknown', entryPoint: 'typed', alternatives: near('dang-ky-thue') },
        { who: 3, outcome: 'declined_unknown', entryPoint: 'typed' },
        { who: 3, outcome: 'answered_question', entryPoint: 'typed', alternatives: near('thue-dat') },
      ],
      value: [
        { intent: 'hoan-thue', times: 2 },
        { intent: 'dang-ky-thue', times: 1 },
      ],
    },
  ],
});

function near(...intents: string[]) {
  return intents.map((intent) => ({ intent, confidence: 0.2 }));
}
