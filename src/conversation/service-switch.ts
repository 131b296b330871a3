/**
 * How the bot serves everybody. `notice`: as always, with a line of the office's before its answers; `person_only`: it takes
 * requests for a person and nothing else; `off`: it says once that it is off. A fraud under way, "dừng" and what concerns
 * the citizen's data are served in each.
 */
export const SERVICE_MODES = ['on', 'notice', 'person_only', 'off'] as const;
export type ServiceMode = (typeof SERVICE_MODES)[number];

/** As an administrator set it. */
export interface ServiceSwitch {
  mode: ServiceMode;
  since: Date;
  /** When the bot serves again as always, by itself; absent: when somebody switches it on. */
  until?: Date;
  /** Said to citizens; always there for `notice`. */
  notice?: string;
  /** For the office alone. */
  reason?: string;
  /** Account name. */
  by: string;
}

/** Kept where every process reads it before each answer. */
export interface ServiceSwitches {
  /** As it was set last, be its time over or not; `null` when it never was. */
  read(): Promise<ServiceSwitch | null>;
  set(to: ServiceSwitch): Promise<void>;
}

/** What holds now; `null` while the bot serves as always. */
export function heldAt(found: ServiceSwitch | null, now: Date): ServiceSwitch | null {
  if (found === null || found.mode === 'on') return null;
  return found.until !== undefined && found.until <= now ? null : found;
}
