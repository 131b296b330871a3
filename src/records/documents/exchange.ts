import type { ExchangeRecord } from '../../turns/ports.js';
import { OUTCOMES } from '../../conversation/outcome.js';
import { REVIEW_CAUSES, type ReviewCause } from '../../staff-work/ports.js';
import { documentSchema, WHOLE } from './schema.js';

/** One event and what became of it; `_id` is the event's key. */
export interface Exchange extends Omit<ExchangeRecord, 'eventKey' | 'talkLines' | 'inboxSteps'> {
  _id: string;
  /** The day (`YYYY-MM-DD`, Vietnam) it is still to be counted into; absent once it was. */
  uncounted?: string;
  /** `answeredAt` while staff are to look at it, in milliseconds since 1970 (see `nedbIndexes`); absent otherwise. */
  awaitsReview?: number;
  reviewCause?: ReviewCause;
  /** Its place in the random order in which answers are judged, 0 to 1; absent once it was, or where there is nothing to judge. */
  lot?: number;
  /** The procedure that was chosen when this message was asked back. */
  chosen?: string;
  /** What earlier versions called the entry point; `migrated` renames it. */
  door?: string;
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
  thumb: { type: String, enum: ['up', 'down'] },
  request: { type: WHOLE },
  entryPoint: String,
  door: String,
  booking: { type: String, enum: ['made', 'cancelled'] },
  consentGiven: { type: String, enum: ['yes', 'no'] },
  toldPlace: { type: WHOLE },
  contentVersion: { type: String, required: true },
  uncounted: String,
  awaitsReview: Number,
  reviewCause: { type: String, enum: REVIEW_CAUSES },
  chosen: String,
  lot: Number,
})
  .index({ answeredAt: 1 })
  .index({ receivedAt: 1 })
  .index({ outcome: 1, receivedAt: 1 })
  .index({ uncounted: 1 }, { sparse: true })
  .index({ awaitsReview: -1 }, { sparse: true })
  .index({ lot: 1 }, { sparse: true })
  .index({ conversationId: 1, answeredAt: 1 })
  .index({ messageId: 1 }, { sparse: true });
