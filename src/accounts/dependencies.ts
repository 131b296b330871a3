import type { Clock } from '../shared/clock.js';
import type { Devices } from './devices.js';
import type { PasswordHasher } from './password.js';
import type { AccountStore, AttemptStore, AuditLog } from './ports.js';
import type { Sessions } from './sessions.js';

/** What signing in and the administration of accounts work with. */
export interface AccountDependencies {
  accounts: AccountStore;
  attempts: AttemptStore;
  sessions: Sessions;
  hasher: PasswordHasher;
  devices: Devices;
  audit: Pick<AuditLog, 'append'>;
  clock: Clock;
}
