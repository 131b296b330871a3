import { documentSchema } from './schema.js';

/** A signed-in browser; `_id` is the hash of what its cookie holds. */
export interface StaffSessionDocument {
  _id: string;
  accountId: string;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

export const staffSessionSchema = documentSchema({
  accountId: { type: String, required: true },
  startedAt: { type: Date, required: true },
  lastSeenAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
})
  .index({ accountId: 1 })
  .index({ expiresAt: 1 });
