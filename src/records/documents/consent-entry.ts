import { documentSchema } from './schema.js';

/** That a citizen chose, what, when and on which notice: the proof the law asks for. `_id` is the event's key. */
export interface ConsentEntry {
  _id: string;
  conversationId: string;
  channel: string;
  choice: 'yes' | 'no';
  noticeVersion?: string;
  at: Date;
}

export const consentSchema = documentSchema({
  conversationId: { type: String, required: true },
  channel: { type: String, required: true },
  choice: { type: String, required: true, enum: ['yes', 'no'] },
  noticeVersion: String,
  at: { type: Date, required: true },
})
  .index({ conversationId: 1, at: 1 })
  .index({ at: 1 });
