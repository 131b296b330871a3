import { documentSchema } from './schema.js';

/** What somebody did; `_id` begins with the time, so that it sorts by it. */
export interface AuditEntryDocument {
  _id: string;
  at: Date;
  actor: string;
  action: string;
  subject?: string;
  details?: string;
}

export const auditEntrySchema = documentSchema({
  at: { type: Date, required: true },
  actor: { type: String, required: true },
  action: { type: String, required: true },
  subject: String,
  details: String,
})
  .index({ at: 1 })
  .index({ actor: 1, _id: -1 });
