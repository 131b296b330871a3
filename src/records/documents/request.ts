import type { Channel } from '../../conversation/types.js';
import { CLOSINGS, type StaffRequest } from '../../staff-work/ports.js';
import { documentSchema } from './schema.js';

/** What waits for a person; `_id` is the code the citizen was given. */
export interface RequestDocument extends Omit<StaffRequest, 'code'> {
  _id: string;
  /** Where an officer's answer goes, kept while it may be written. */
  address?: string;
  channel?: Channel;
  pageId?: string;
  eventKey: string;
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
  talkSince: Date,
  address: String,
  channel: String,
  pageId: String,
  firstAnswerAt: Date,
  answeredBy: String,
  takenBy: String,
  takenAt: Date,
  confirmedAt: Date,
  extendedAt: Date,
  extensionReason: String,
  closing: { type: String, enum: CLOSINGS },
  closedBy: String,
  note: String,
  closedAt: Date,
})
  .index({ eventKey: 1 }, { unique: true })
  .index({ conversationId: 1 })
  .index({ status: 1, filedAt: 1 })
  .index({ closedAt: 1 }, { sparse: true });
