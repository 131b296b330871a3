import type { Devices } from '../../accounts/devices.js';
import type { AuditLog, Authenticator } from '../../accounts/ports.js';
import type { Visits } from '../../accounts/visits.js';
import type { ServiceSwitches } from '../../conversation/service-switch.js';
import type { Clock } from '../../shared/clock.js';
import type { Metrics } from '../../shared/metrics.js';
import type { Logger } from '../../shared/logger.js';

/** What the shell itself needs; pages get theirs from the composition root through `staffRoutes`. */
export interface ShellDependencies {
  gate: Authenticator;
  visits: Visits;
  devices: Pick<Devices, 'idOf'>;
  audit: Pick<AuditLog, 'append'>;
  clock: Clock;
  metrics: Metrics;
  logger: Logger;
  /** Whose pages these are, for the head. */
  authority: () => string;
  /** How staff reach the service from outside, where that is known. */
  publicUrl?: string;
  /** Whether the database holds made-up conversations: every page says so then. */
  demo?: () => Promise<boolean>;
  /** The switch for the whole bot: every page says so while it is not on. */
  service?: Pick<ServiceSwitches, 'read'>;
}
