import { documentSchema } from './schema.js';

/**
 * That a citizen was there in a week or a month, and in which day's count. `_id` joins period and conversation, so that
 * nobody is counted twice; it goes soon after the period has ended.
 */
export interface Visit {
  _id: string;
  conversationId: string;
  /** `YYYY-MM-DD`: the day whose counts hold this citizen for the period. */
  day: string;
  /** When it may go; milliseconds since 1970. */
  until: number;
}

export const visitSchema = documentSchema({
  conversationId: { type: String, required: true },
  day: { type: String, required: true },
  until: { type: Number, required: true },
})
  .index({ conversationId: 1 })
  .index({ until: 1 });
