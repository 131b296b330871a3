import type { Conversation } from '../../turns/ports.js';
import { documentSchema, WHOLE } from './schema.js';

export interface ConversationDocument extends Partial<Omit<Conversation, 'id'>> {
  _id: string;
  leaseOwner: string;
  /** 1970 when nobody holds it. */
  leaseUntil: Date;
  handled: string[];
  outbox: Conversation['outbox'];
  unrecorded: Conversation['unrecorded'];
  /** When the first reply owed may be tried again, milliseconds since 1970; absent while nothing was put off. */
  dueAt?: number;
  /** When the newest turn was committed: retention counts from here. */
  touchedAt: Date;
  /** The replies of the newest turn, whether out or not: what deletion says last must still reach a web page. */
  lastReplies: string[];
}

export const conversationSchema = documentSchema({
  leaseOwner: String,
  leaseUntil: { type: Date, required: true },
  channel: String,
  pageId: String,
  address: String,
  state: { type: WHOLE },
  handled: { type: WHOLE, required: true },
  outbox: { type: WHOLE, required: true },
  unrecorded: { type: WHOLE, required: true },
  lastReplies: { type: WHOLE, required: true },
  dueAt: Number,
  touchedAt: { type: Date, required: true },
})
  .index({ touchedAt: 1 })
  .index({ 'outbox.id': 1 }, { sparse: true })
  .index({ 'unrecorded.eventKey': 1 }, { sparse: true })
  .index({ 'state.deletionDue': 1 }, { sparse: true });
