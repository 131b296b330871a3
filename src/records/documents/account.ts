import type { Account, Role } from '../../accounts/types.js';
import { documentSchema, WHOLE } from './schema.js';

/** Somebody who works in the staff pages; `_id` is the name to sign in with. */
export interface AccountDocument extends Omit<Account, 'id' | 'roles'> {
  _id: string;
  roles?: Role[];
  /** Of accounts made when an account had one role; `migrated` makes `roles` of it. */
  role?: string;
}

export const accountSchema = documentSchema({
  fullName: { type: String, required: true },
  roles: { type: WHOLE },
  role: String,
  passwordHash: String,
  passwordToChange: { type: Boolean, required: true },
  externalId: String,
  createdAt: { type: Date, required: true },
  disabledAt: Date,
  lastSignInAt: Date,
}).index({ externalId: 1 }, { unique: true, sparse: true });
