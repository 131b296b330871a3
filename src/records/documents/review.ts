import { DECISIONS, type Review } from '../../staff-work/ports.js';
import { documentSchema, WHOLE } from './schema.js';

/** What staff decided about a group of messages; kept without what citizens wrote, but for the example that was filed. */
export interface ReviewDocument extends Omit<Review, 'id'> {
  _id: string;
  /** `undone` ones no longer keep anything away. */
  state: 'done' | 'undone';
}

export const reviewSchema = documentSchema({
  state: { type: String, required: true, enum: ['done', 'undone'] },
  decision: { type: String, required: true, enum: DECISIONS },
  by: { type: String, required: true },
  at: { type: Date, required: true },
  messages: { type: WHOLE, required: true },
  citizens: { type: Number, required: true },
  wordings: { type: WHOLE, required: true },
  text: String,
  intent: String,
  answeredAt: Date,
  warnings: { type: WHOLE },
  evaluation: { type: WHOLE },
  undoneBy: String,
  undoneAt: Date,
})
  .index({ at: -1 })
  .index({ wordings: 1 })
  .index({ answeredAt: 1 }, { sparse: true });
