import type { Exchange } from '../../records/documents/exchange.js';
import { procedureOfDay, proceduresOf } from '../counting/conversation-day.js';
import { shareOf } from '../counts.js';
import { count, metric } from './metric.js';

/** Below this many ratings nothing is concluded (privacy facts, section 10). */
const ENOUGH_RATINGS = 30;

export interface Satisfaction {
  /** How many chose each degree, from 1 (very dissatisfied) to 5. */
  degrees: [number, number, number, number, number];
  rated: number;
  /** `null` while there are too few ratings to conclude anything. */
  average: number | null;
  satisfied: number | null;
  dissatisfied: number | null;
  helped: { yes: number; no: number };
  /** Where it was asked, and where it was answered on the same day. */
  asked: number;
  responded: number;
  responseRate: number | null;
}

export const satisfaction = metric<Satisfaction>({
  id: 'satisfaction',
  name: 'Mức hài lòng',
  definition: `Điểm trung bình trên thang 5, do công dân tự chấm (không bắt buộc) sau khi xem hết một hướng dẫn; chấm lại trong ngày thì lấy lần cuối. Tỷ lệ phản hồi: trong số lần hỏi, bao nhiêu lần có trả lời “Có/Chưa” hoặc chấm điểm ngay trong ngày. Dưới ${ENOUGH_RATINGS} lượt chấm thì không kết luận. Đây không phải điểm SIPAS hay bộ chỉ số 766.`,
  byProcedure: true,
  count({ exchanges }, add) {
    for (const [, own] of proceduresOf(exchanges, procedureOfDay)) {
      const asked = own.some(({ outcome }) => outcome === 'answered_guide_finished');
      const degree = last(own, ({ rating }) => rating?.degree);
      const helped = last(own, ({ rating }) => rating?.helped);
      if (degree !== undefined) add(`degree:${degree}`);
      if (helped !== undefined) add(helped ? 'helped:yes' : 'helped:no');
      if (asked) add('rating:asked');
      if (asked && (degree !== undefined || helped !== undefined)) add('rating:responded');
    }
  },
  value(reading) {
    const degree = (value: number) => count(reading, `degree:${value}`);
    const degrees: Satisfaction['degrees'] = [degree(1), degree(2), degree(3), degree(4), degree(5)];
    const rated = degrees.reduce((sum, times) => sum + times, 0);
    const enough = rated >= ENOUGH_RATINGS;
    const points = degrees.reduce((sum, times, index) => sum + times * (index + 1), 0);
    const asked = count(reading, 'rating:asked');
    const responded = count(reading, 'rating:responded');
    return {
      degrees,
      rated,
      average: enough ? points / rated : null,
      satisfied: enough ? (degrees[3] + degrees[4]) / rated : null,
      dissatisfied: enough ? (degrees[0] + degrees[1]) / rated : null,
      helped: { yes: count(reading, 'helped:yes'), no: count(reading, 'helped:no') },
      asked,
      responded,
      responseRate: shareOf(responded, asked),
    };
  },
  examples: [
    {
      when: 'hai người xem hết hướng dẫn, một người chấm 2 rồi sửa thành 4: quá ít để kết luận',
      given: [
        { who: 1, outcome: 'answered_guide_finished', procedure: 'dang-ky-thue' },
        { who: 1, outcome: 'answered_rating', rating: { helped: true, procedure: 'dang-ky-thue' } },
        {
          who: 1,
          at: '2026-11-24 08:01',
          outcome: 'answered_rating',
          rating: { degree: 2, procedure: 'dang-ky-thue' },
        },
        {
          who: 1,
          at: '2026-11-24 08:02',
          outcome: 'answered_rating',
          rating: { degree: 4, procedure: 'dang-ky-thue' },
        },
        { who: 2, outcome: 'answered_guide_finished', procedure: 'dang-ky-thue' },
      ],
      value: {
        degrees: [0, 0, 0, 1, 0],
        rated: 1,
        average: null,
        satisfied: null,
        dissatisfied: null,
        helped: { yes: 1, no: 0 },
        asked: 2,
        responded: 1,
        responseRate: 0.5,
      },
    },
    {
      when: 'ba mươi người chấm: 20 điểm 5, 6 điểm 4, 1 điểm 3, 3 điểm 1',
      given: Array.from({ length: 30 }, (_, who) => ({
        who,
        outcome: 'answered_rating' as const,
        rating: {
          degree: who < 20 ? (5 as const) : who < 26 ? (4 as const) : who < 27 ? (3 as const) : (1 as const),
        },
      })),
      value: {
        degrees: [3, 0, 1, 6, 20],
        rated: 30,
        average: 130 / 30,
        satisfied: 26 / 30,
        dissatisfied: 0.1,
        helped: { yes: 0, no: 0 },
        asked: 0,
        responded: 0,
        responseRate: null,
      },
    },
  ],
});

function last<T>(
  exchanges: readonly Exchange[],
  value: (exchange: Exchange) => T | undefined,
): T | undefined {
  return exchanges.map(value).findLast((found) => found !== undefined);
}
