import type { ExchangeRecord } from '../../turns/ports.js';
import type { ReviewCause, ReviewItem, ReviewQueue } from '../../staff-work/ports.js';
import {
  isBadRating,
  isChoice,
  isNoneOfThese,
  LEADING,
  OFFERED_NONE_OF_THESE,
  ownCause,
} from '../../staff-work/review/awaits-review.js';
import type { Collections } from '../collections.js';
import type { Exchange } from '../documents/exchange.js';

type Exchanges = Pick<Collections, 'exchanges'>;
type Mark = Pick<Exchange, 'awaitsReview' | 'reviewCause'>;

const SHOWN = [
  'conversationId',
  'answeredAt',
  'reviewCause',
  'chosen',
  'outcome',
  'entryPoint',
  'text',
  'procedure',
  'rating.procedure',
  'confidence',
  'alternatives',
] as const;

/** For `$unset`, where the message itself goes. */
export const NO_MARK = { awaitsReview: true, reviewCause: true, lot: true } as const;

const waiting = { awaitsReview: { $gte: 0 } };

/** The marked exchanges: one range of one index, however many exchanges there are. */
export function createReviewQueue({ exchanges }: Exchanges): ReviewQueue {
  return {
    async newest(limit) {
      const found = await exchanges.find(waiting, { sort: { awaitsReview: -1 }, limit, only: SHOWN });
      return found.map(asItem);
    },

    count: () => exchanges.countDocuments(waiting),

    claim: async (id) =>
      (await exchanges.updateOne({ _id: id, ...waiting }, { $unset: { awaitsReview: true } })) === 1,

    async settle(ids) {
      await exchanges.updateMany({ _id: { $in: ids }, ...waiting }, { $unset: { awaitsReview: true } });
    },

    async putBack(ids) {
      const found = await exchanges.find(
        { _id: { $in: ids }, reviewCause: { $gt: '' } },
        { only: ['answeredAt'] },
      );
      for (const { _id, answeredAt } of found)
        await exchanges.updateOne(
          { _id, reviewCause: { $gt: '' } },
          { $set: { awaitsReview: answeredAt.getTime() } },
        );
    },
  };
}

export function ownMark(record: ExchangeRecord): Mark {
  const cause = ownCause(record);
  return cause === undefined ? {} : mark(record.answeredAt, cause);
}

/**
 * Marks what a record says about an earlier one: "Không phải" about the question that was offered choices or answered
 * with reserve, a bad rating about the message that led to what was rated; where there is none (a menu did), the rating
 * itself is marked. What was chosen of the choices offered stands beside the question.
 */
export async function markEarlier({ exchanges }: Exchanges, record: ExchangeRecord): Promise<void> {
  const { conversationId } = record;
  if (isNoneOfThese(record)) {
    const outcome = { $in: OFFERED_NONE_OF_THESE };
    const [asked] = await newestTyped(exchanges, { conversationId, outcome });
    if (asked !== undefined) await setMark(exchanges, asked, 'none_of_these');
    return;
  }
  await noteChoice(exchanges, record);
  if (!isBadRating(record)) return;
  const procedure = record.rating?.procedure;
  const [led] =
    procedure === undefined
      ? []
      : await newestTyped(exchanges, { conversationId, procedure, outcome: { $in: LEADING } });
  const marked = led ?? { _id: record.eventKey, answeredAt: record.answeredAt };
  await setMark(exchanges, marked, 'rated_low');
}

/** The very message whose answer the thumb was under; what was pressed, or is not kept, is shown by its matter alone. */
export async function markThumbedDown({ exchanges }: Exchanges, answer: Exchange): Promise<void> {
  await setMark(exchanges, answer, 'thumbed_down');
}

/** What was chosen stands beside the question that was asked right before. */
async function noteChoice(exchanges: Collections['exchanges'], record: ExchangeRecord): Promise<void> {
  const { conversationId, procedure } = record;
  if (procedure === undefined || !isChoice(record)) return;
  const [asked] = await exchanges.find(
    { conversationId, entryPoint: 'typed', _id: { $ne: record.eventKey } },
    { sort: { answeredAt: -1 }, limit: 1, only: ['outcome', 'chosen'] },
  );
  if (asked?.outcome !== 'asked_back_intents' || asked.chosen !== undefined) return;
  await exchanges.updateOne({ _id: asked._id }, { $set: { chosen: procedure } });
}

function newestTyped(exchanges: Collections['exchanges'], filter: Record<string, unknown>) {
  return exchanges.find(
    { ...filter, entryPoint: 'typed', text: { $gt: '' } },
    { sort: { answeredAt: -1 }, limit: 1, only: ['answeredAt'] },
  );
}

async function setMark(
  exchanges: Collections['exchanges'],
  { _id, answeredAt }: Pick<Exchange, '_id' | 'answeredAt'>,
  cause: ReviewCause,
): Promise<void> {
  await exchanges.updateOne({ _id }, { $set: mark(answeredAt, cause) });
}

function mark(answeredAt: Date, reviewCause: ReviewCause): Mark {
  return { awaitsReview: answeredAt.getTime(), reviewCause };
}

function asItem({ _id, answeredAt, reviewCause, rating, ...rest }: Exchange): ReviewItem {
  const { conversationId, chosen, confidence, alternatives } = rest;
  const isQuestion = rest.outcome !== 'answered_rating' && rest.entryPoint !== 'button';
  const text = isQuestion ? rest.text : undefined;
  const procedure = rest.procedure ?? rating?.procedure;
  return {
    id: _id,
    conversationId,
    at: answeredAt,
    cause: reviewCause ?? 'not_understood',
    ...(text === undefined ? {} : { text }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(chosen === undefined ? {} : { chosen }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(alternatives === undefined ? {} : { alternatives }),
  };
}
