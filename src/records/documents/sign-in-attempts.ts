import { documentSchema } from './schema.js';

/** Failed sign-ins under one name, known or not; `_id` is the hash of the name that was typed. */
export interface SignInAttemptsDocument {
  _id: string;
  failures: number;
  lastAt: Date;
}

export const signInAttemptsSchema = documentSchema({
  failures: { type: Number, required: true },
  lastAt: { type: Date, required: true },
}).index({ lastAt: 1 });
