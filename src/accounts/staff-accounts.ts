import type { Clock } from '../shared/clock.js';
import { createAdministration, type Administration } from './administration.js';
import { createDevices, type Devices } from './devices.js';
import { createPasswordHasher, type PasswordHasher } from './password.js';
import type {
  AccountStore,
  AttemptStore,
  AuditLog,
  Authenticator,
  SessionStore,
  TokenStore,
} from './ports.js';
import { createSessions, type SessionLimits, type Sessions } from './sessions.js';
import { createSignIn, type SignIn } from './sign-in.js';
import { createTokens, type Tokens } from './tokens.js';
import { createVisits, type Visits } from './visits.js';

export interface StaffAccounts {
  gate: Authenticator;
  signIn: SignIn;
  sessions: Sessions;
  administration: Administration;
  tokens: Tokens;
  audit: AuditLog;
  devices: Devices;
  visits: Visits;
}

export interface AccountSettings {
  limits?: SessionLimits;
  /** Passwords are kept at the full cost unless another is given; no setting of the server reaches this. */
  hasher?: PasswordHasher;
  /** Seals what is kept in browsers; without one nothing sealed outlasts this process. */
  secret?: string;
}

/** All that the staff pages and the account command need of accounts, over what keeps them. */
export function createStaffAccounts(
  stores: {
    accounts: AccountStore;
    sessions: SessionStore;
    attempts: AttemptStore;
    tokens: TokenStore;
    audit: AuditLog;
  },
  clock: Clock,
  { limits, hasher = createPasswordHasher(), secret }: AccountSettings = {},
): StaffAccounts {
  const sessions = createSessions(stores, clock, limits);
  const devices = createDevices(clock, secret);
  const parts = { ...stores, sessions, hasher, devices, clock };
  const tokens = createTokens(stores.tokens, stores.audit, clock);
  return {
    gate: { bySession: sessions.bySession, byToken: tokens.byToken },
    signIn: createSignIn(parts),
    sessions,
    administration: createAdministration(parts),
    tokens,
    audit: stores.audit,
    devices,
    visits: createVisits(secret),
  };
}
