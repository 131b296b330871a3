import type { CitizenEvent } from '../../conversation/types.js';
import { documentSchema, WHOLE } from './schema.js';

/** One event of a citizen: whole while it waits, later only its key, so that a redelivery is known. */
export interface InboxEvent extends Omit<CitizenEvent, 'key' | 'address'> {
  _id: string;
  /** Absent once the event was handled. */
  address?: string;
  /** `sentAt` while the event waits for its answer; absent once it was handled. Milliseconds since 1970 (see `nedbIndexes`). */
  waitingSince?: number;
  /** `conversationId` while the event waits; absent once it was handled: its index holds only what waits. */
  waitingFor?: string;
  /** Milliseconds since 1970. */
  handledAt?: number;
}

export const inboxSchema = documentSchema({
  channel: { type: String, required: true },
  conversationId: { type: String, required: true },
  pageId: { type: String, required: true },
  address: String,
  kind: { type: String, required: true },
  sentAt: { type: Date, required: true },
  receivedAt: { type: Date, required: true },
  sequence: { type: Number, required: true },
  text: String,
  masked: { type: WHOLE },
  maybeMoney: Boolean,
  truncated: Boolean,
  payload: String,
  attachments: { type: WHOLE },
  ref: String,
  messageId: String,
  overAllowance: Boolean,
  notice: String,
  thumb: String,
  original: String,
  post: String,
  officer: { type: WHOLE },
  waitingSince: Number,
  waitingFor: String,
  handledAt: Number,
})
  .index({ conversationId: 1 })
  .index({ waitingFor: 1, waitingSince: 1, sequence: 1 }, { sparse: true })
  .index({ waitingSince: 1, sequence: 1 }, { sparse: true })
  .index({ handledAt: 1 }, { sparse: true });
