import { documentSchema } from './schema.js';

/** A message of ours by the platform's id, and the event that it answers: kept only where thumbs are asked for. */
export interface SentMessageDocument {
  _id: string;
  eventKey: string;
  conversationId: string;
  at: Date;
}

export const sentMessageSchema = documentSchema({
  eventKey: { type: String, required: true },
  conversationId: { type: String, required: true },
  at: { type: Date, required: true },
})
  .index({ conversationId: 1 })
  .index({ at: 1 });
