import { documentSchema, WHOLE } from './schema.js';

/** One good state of the content files; `_id` is its version. */
export interface ContentVersionDocument {
  _id: string;
  savedAt: Date;
  by: string;
  /** Path → text of every file as JSON, gzipped, in base64: a fifth of the size, and paths may hold dots. */
  packedFiles?: string;
  /** Instead of all files: path → text of those that are not as in the last of `bases`, `null` of those that are gone. */
  packedChanges?: string;
  /** The versions that one stored as changes stands on: the first is stored whole, each other stands on those before it. */
  bases?: string[];
  /** Paths of the files that are not as in the version stored before it; absent in the oldest. */
  changed?: string[];
}

export const contentVersionSchema = documentSchema({
  savedAt: { type: Date, required: true },
  by: { type: String, required: true },
  packedFiles: String,
  packedChanges: String,
  bases: { type: WHOLE },
  changed: { type: WHOLE },
})
  .index({ savedAt: 1 })
  .index({ changed: 1, savedAt: -1 });
