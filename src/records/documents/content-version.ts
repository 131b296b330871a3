import { documentSchema, WHOLE } from './schema.js';

/** One good state of the content files; `_id` is its version. */
export interface ContentVersionDocument {
  _id: string;
  savedAt: Date;
  by: string;
  note?: string;
  files: { path: string; text: string }[];
}

export const contentVersionSchema = documentSchema({
  savedAt: { type: Date, required: true },
  by: { type: String, required: true },
  note: String,
  files: { type: WHOLE, required: true },
}).index({ savedAt: 1 });
