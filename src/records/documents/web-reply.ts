import type { Reply } from '../../conversation/types.js';
import { documentSchema, WHOLE } from './schema.js';

/** One reply to a web session; `_id` joins conversation and sequence, so that a number is given once. */
export interface WebReply {
  _id: string;
  conversationId: string;
  replyId: string;
  sequence: number;
  reply: Reply;
  at: Date;
}

export const webReplySchema = documentSchema({
  conversationId: { type: String, required: true },
  replyId: { type: String, required: true },
  sequence: { type: Number, required: true },
  reply: { type: WHOLE, required: true },
  at: { type: Date, required: true },
})
  .index({ conversationId: 1, sequence: 1 })
  .index({ at: 1 });
