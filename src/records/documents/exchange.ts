import type { ExchangeRecord } from '../../conversation/ports.js';
import { OUTCOMES } from '../../conversation/outcome.js';
import { documentSchema, WHOLE } from './schema.js';

/** One event and what became of it; `_id` is the event's key. */
export interface Exchange extends Omit<ExchangeRecord, 'eventKey'> {
  _id: string;
}

export const exchangeSchema = documentSchema({
  conversationId: { type: String, required: true },
  channel: { type: String, required: true },
  pageId: { type: String, required: true },
  messageId: String,
  text: String,
  replyTexts: { type: WHOLE },
  receivedAt: { type: Date, required: true },
  answeredAt: { type: Date, required: true },
  outcome: { type: String, required: true, enum: OUTCOMES },
  intent: String,
  procedure: String,
  confidence: Number,
  alternatives: { type: WHOLE },
  rating: { type: WHOLE },
  request: { type: WHOLE },
  door: String,
  consentGiven: { type: String, enum: ['yes', 'no'] },
  contentVersion: { type: String, required: true },
})
  .index({ answeredAt: 1 })
  .index({ conversationId: 1, answeredAt: 1 })
  .index({ messageId: 1 }, { sparse: true });

/** The counts of one day (`YYYY-MM-DD`, Vietnam); kept without end, since nobody can be recognised in them. */
export interface Day {
  _id: string;
  counts: Record<string, unknown>;
  countedAt: Date;
}

export const daySchema = documentSchema({
  counts: { type: WHOLE, required: true },
  countedAt: { type: Date, required: true },
});
