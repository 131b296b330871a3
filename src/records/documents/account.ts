import { ROLES, type Account } from '../../accounts/types.js';
import { documentSchema } from './schema.js';

/** Somebody who works in the staff pages; `_id` is the name to sign in with. */
export interface AccountDocument extends Omit<Account, 'id'> {
  _id: string;
}

export const accountSchema = documentSchema({
  fullName: { type: String, required: true },
  role: { type: String, required: true, enum: ROLES },
  passwordHash: String,
  passwordToChange: { type: Boolean, required: true },
  externalId: String,
  createdAt: { type: Date, required: true },
  disabledAt: Date,
  lastSignInAt: Date,
}).index({ externalId: 1 }, { unique: true, sparse: true });
