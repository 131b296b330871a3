import type { RequestKind } from '../../conversation/types.js';
import { documentSchema } from './schema.js';

/** What waits for a person; `_id` is the code the citizen was given. */
export interface RequestDocument {
  _id: string;
  eventKey: string;
  conversationId: string;
  kind: RequestKind;
  context?: string;
  status: 'open' | 'taken' | 'closed';
  filedAt: Date;
  /** Until when its receipt is to be confirmed. */
  confirmBy: Date;
  /** Until when it is to be done; absent where the law sets no term. */
  dueBy?: Date;
  takenBy?: string;
  takenAt?: Date;
  note?: string;
  closedAt?: Date;
}

export const requestSchema = documentSchema({
  eventKey: { type: String, required: true },
  conversationId: { type: String, required: true },
  kind: { type: String, required: true },
  context: String,
  status: { type: String, required: true, enum: ['open', 'taken', 'closed'] },
  filedAt: { type: Date, required: true },
  confirmBy: { type: Date, required: true },
  dueBy: Date,
  takenBy: String,
  takenAt: Date,
  note: String,
  closedAt: Date,
})
  .index({ eventKey: 1 }, { unique: true })
  .index({ conversationId: 1 })
  .index({ status: 1, filedAt: 1 })
  .index({ closedAt: 1 }, { sparse: true });
