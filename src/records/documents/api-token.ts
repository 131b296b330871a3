import { TOKEN_ROLES, type ApiToken } from '../../accounts/types.js';
import { documentSchema } from './schema.js';

/** A program's way in; `_id` is the readable part of the token, the secret part is kept as its hash. */
export interface ApiTokenDocument extends Omit<ApiToken, 'id'> {
  _id: string;
  secretHash: string;
}

export const apiTokenSchema = documentSchema({
  secretHash: { type: String, required: true },
  name: { type: String, required: true },
  role: { type: String, required: true, enum: TOKEN_ROLES },
  createdBy: { type: String, required: true },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  revokedAt: Date,
}).index({ expiresAt: 1 });
