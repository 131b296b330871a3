import { createHash } from 'node:crypto';
import type { Outcome } from '../../conversation/outcome.js';
import type { AnswerSample, SampledAnswer } from '../../staff-work/ports.js';
import type { ExchangeRecord } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { Exchange } from '../documents/exchange.js';

/** Answers to a question about a matter: what can be right or wrong. */
const JUDGED: readonly Outcome[] = [
  'answered_procedure',
  'answered_question',
  'answered_information',
  'answered_referral',
  'answered_office',
  'answered_calendar',
  'answered_deadline',
  'answered_calculation',
];
const SHOWN = ['conversationId', 'answeredAt', 'text', 'replyTexts', 'intent', 'procedure'] as const;

const waiting = { lot: { $gte: 0 } };

/** The order follows from the event's key alone, so whoever is judged says something about all. */
export function createAnswerSample({ exchanges }: Pick<Collections, 'exchanges'>): AnswerSample {
  const find = async (filter: Record<string, unknown>) => {
    const [found] = await exchanges.find(filter, { sort: { lot: 1 }, limit: 1, only: SHOWN });
    return found === undefined ? null : asSampled(found);
  };
  return {
    next: () => find(waiting),
    get: (id) => find({ _id: id, ...waiting }),
    count: () => exchanges.countDocuments(waiting),
    claim: async (id) =>
      (await exchanges.updateOne({ _id: id, ...waiting }, { $unset: { lot: true } })) === 1,
    async putBack(ids) {
      for (const _id of ids)
        await exchanges.updateOne({ _id, text: { $gt: '' } }, { $set: { lot: lotOf(_id) } });
    },
  };
}

/** What a record comes with that can be judged. */
export function ownLot({ eventKey, text, entryPoint, outcome }: ExchangeRecord): Pick<Exchange, 'lot'> {
  const isQuestion = (text ?? '') !== '' && entryPoint === 'typed' && JUDGED.includes(outcome);
  return isQuestion ? { lot: lotOf(eventKey) } : {};
}

function lotOf(eventKey: string): number {
  return createHash('sha256').update(`lot ${eventKey}`).digest().readUInt32BE(0) / 2 ** 32;
}

function asSampled({ _id, answeredAt, conversationId, ...rest }: Exchange): SampledAnswer {
  const { text = '', replyTexts = [], intent, procedure } = rest;
  return {
    ...{ id: _id, conversationId, at: answeredAt, text, replyTexts },
    ...(intent === undefined ? {} : { intent }),
    ...(procedure === undefined ? {} : { procedure }),
  };
}
