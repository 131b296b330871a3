import { DRAFT_STATES, type ContentDraft } from '../../staff-work/ports.js';
import { documentSchema, WHOLE } from './schema.js';

/** A change of the content that somebody writes on the web. */
export interface ContentDraftDocument extends Omit<ContentDraft, 'id'> {
  _id: string;
}

export const contentDraftSchema = documentSchema({
  title: { type: String, required: true },
  edits: { type: WHOLE, required: true },
  by: { type: String, required: true },
  at: { type: Date, required: true },
  state: { type: String, required: true, enum: DRAFT_STATES },
  note: String,
  decidedBy: String,
  decidedAt: Date,
  reason: String,
}).index({ state: 1, at: -1 });
