import { familyOf } from '../../conversation/outcome.js';
import type { Exchange } from '../../records/documents/exchange.js';
import { shareOf, sumOfCounts, type Counts } from '../counts.js';
import { metric, type PeriodCounts } from './metric.js';
import { NO_QUESTION } from './resolved.js';

export interface Questions {
  asked: number;
  answered: number;
  askedBack: number;
  handedOver: number;
  /** Not understood. */
  unknown: number;
  /** Declined for another reason: another agency's, unreadable. */
  declined: number;
  failed: number;
  /** `answered` of `asked`, 0 to 1. */
  answeredShare: number | null;
  /** The first day (YYYY-MM-DD) of which questions were counted, where the period has earlier days that have none. */
  since: string | null;
}

/** Counted once for each conversation whose questions were counted: days counted before there was such a count lack it. */
const COVERED = 'question:conversations';

export const questions = metric<Questions>({
  id: 'questions',
  name: 'Câu hỏi đã gõ',
  definition:
    'Câu công dân tự gõ mà bot phải hiểu: không kể nút bấm, ảnh, lời chào hay cảm ơn, chấm điểm, chọn đồng ý, lệnh như “menu”, “dừng”. Tỷ lệ được trả lời: phần được trả lời ngay, không phải hỏi lại, không chuyển cán bộ, không từ chối.',
  byProcedure: true,
  count({ exchanges }, add) {
    add(COVERED);
    for (const exchange of exchanges) if (isQuestion(exchange)) add(`question:${resultOf(exchange)}`);
  },
  value(reading) {
    const counts = coveredCounts(reading);
    const of = (result: string) => counts[`question:${result}`] ?? 0;
    const found = {
      answered: of('answered'),
      askedBack: of('asked_back'),
      handedOver: of('handed_over'),
      unknown: of('unknown'),
      declined: of('declined'),
      failed: of('failed'),
    };
    const asked = Object.values(found).reduce((sum, times) => sum + times, 0);
    return { asked, ...found, answeredShare: shareOf(found.answered, asked), since: coveredSince(reading) };
  },
  examples: [
    {
      when: 'gõ bốn câu hỏi, một lời chào, bấm hai nút',
      given: [
        { who: 1, outcome: 'answered_small_talk', entryPoint: 'typed' },
        { who: 1, outcome: 'answered_question', entryPoint: 'typed' },
        { who: 1, outcome: 'asked_back_intents', entryPoint: 'typed' },
        { who: 1, outcome: 'answered_procedure', entryPoint: 'button' },
        { who: 2, outcome: 'declined_unknown', entryPoint: 'typed' },
        { who: 2, outcome: 'answered_menu', entryPoint: 'menu' },
        { who: 2, outcome: 'declined_out_of_scope', entryPoint: 'typed' },
      ],
      value: {
        asked: 4,
        answered: 1,
        askedBack: 1,
        handedOver: 0,
        unknown: 1,
        declined: 1,
        failed: 0,
        answeredShare: 0.25,
        since: null,
      },
    },
  ],
});

/** Words that the bot had to understand. */
export function isQuestion({ entryPoint, outcome }: Pick<Exchange, 'entryPoint' | 'outcome'>): boolean {
  return entryPoint === 'typed' && !NO_QUESTION.includes(outcome);
}

function resultOf({ outcome }: Exchange): string {
  return outcome === 'declined_unknown' ? 'unknown' : familyOf(outcome);
}

/** Whether the questions of a day were counted: with it, every conversation's were. */
export function isCovered(counts: Counts): boolean {
  return (counts[COVERED] ?? 0) === (counts['conversations'] ?? 0);
}

function coveredCounts({ days }: PeriodCounts): Counts {
  return sumOfCounts(days.map(({ counts }) => counts).filter(isCovered));
}

function coveredSince({ days }: PeriodCounts): string | null {
  if (days.every(({ counts }) => isCovered(counts))) return null;
  return days.find(({ counts }) => isCovered(counts) && (counts['conversations'] ?? 0) > 0)?.day ?? null;
}
