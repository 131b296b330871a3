import type {
  AccountStore,
  AttemptStore,
  AuditLog,
  SessionStore,
  TokenStore,
} from '../../../accounts/ports.js';
import type { Collections } from '../../collections.js';
import { createAccounts } from './accounts.js';
import { createAttempts } from './attempts.js';
import { createAuditLog } from './audit-log.js';
import { createSessionStore } from './sessions.js';
import { createTokenStore } from './tokens.js';

/** What is kept of the people and programs that work in the staff pages. */
export interface StaffStores {
  accounts: AccountStore;
  sessions: SessionStore;
  attempts: AttemptStore;
  tokens: TokenStore;
  audit: AuditLog;
}

export function createStaffStores(collections: Collections): StaffStores {
  return {
    accounts: createAccounts(collections),
    sessions: createSessionStore(collections),
    attempts: createAttempts(collections),
    tokens: createTokenStore(collections),
    audit: createAuditLog(collections),
  };
}
