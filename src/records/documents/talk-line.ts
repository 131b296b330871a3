import type { TalkLine } from '../../conversation/talk-line.js';
import { documentSchema } from './schema.js';

/** One line of a request's conversation; `_id` is the key of the citizen's event or the id of the reply. */
export interface TalkLineDocument extends Omit<TalkLine, 'id'> {
  _id: string;
}

export const talkLineSchema = documentSchema({
  code: { type: String, required: true },
  conversationId: { type: String, required: true },
  from: { type: String, required: true, enum: ['citizen', 'bot', 'officer'] },
  text: { type: String, required: true },
  at: { type: Date, required: true },
  messageId: String,
  delivery: { type: String, enum: ['waiting', 'sent', 'closed', 'refused', 'not_sent'] },
})
  .index({ code: 1, at: 1 })
  .index({ conversationId: 1 })
  .index({ at: 1 });
