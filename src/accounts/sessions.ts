import type { Clock } from '../shared/clock.js';
import type { AccountStore, Authenticator, SessionStore, StoredSession } from './ports.js';
import { secretHashOf, newSecret } from './secrets.js';
import type { Account, SignedIn } from './types.js';

export interface SessionLimits {
  /** Without anything being done, a session ends. */
  idleMinutes: number;
  /** Whatever is done, a session ends. */
  hours: number;
}

const SESSION_LIMITS: SessionLimits = { idleMinutes: 30, hours: 10 };

/** A session that was just seen is not written down again. */
const TOUCH_MS = 60_000;

export interface Sessions {
  /** A new one, with a new secret; it is returned only here. */
  start(accountId: string): Promise<string>;
  bySession: Authenticator['bySession'];
  end(sessionId: string): Promise<void>;
  /** Ends all of the account's sessions, but the one that asks for it if that is named. */
  endAll(accountId: string, exceptSessionId?: string): Promise<number>;
  /** How many each account has open. */
  openByAccount(): Promise<ReadonlyMap<string, number>>;
}

export function createSessions(
  stores: { sessions: SessionStore; accounts: AccountStore },
  clock: Clock,
  limits: SessionLimits = SESSION_LIMITS,
): Sessions {
  const { sessions, accounts } = stores;
  const seenSince = (now: Date) => new Date(now.getTime() - limits.idleMinutes * 60_000);
  return {
    async start(accountId) {
      const sessionId = newSecret();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + limits.hours * 3_600_000);
      await sessions.add({
        idHash: secretHashOf(sessionId),
        accountId,
        startedAt: now,
        lastSeenAt: now,
        expiresAt,
      });
      return sessionId;
    },
    async bySession(sessionId) {
      const now = clock.now();
      const session = await sessions.get(secretHashOf(sessionId));
      if (session === null || session.expiresAt <= now || session.lastSeenAt <= seenSince(now)) return null;
      const account = await accounts.get(session.accountId);
      if (account === null || account.disabledAt !== undefined) return null;
      if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) await sessions.touch(session.idHash, now);
      return signedIn(account);
    },
    end: (sessionId) => sessions.end(secretHashOf(sessionId)),
    endAll: (accountId, except) =>
      sessions.endAll(accountId, except === undefined ? undefined : secretHashOf(except)),
    async openByAccount() {
      const now = clock.now();
      return counted(await sessions.listOpen(seenSince(now), now));
    },
  };
}

function counted(open: readonly StoredSession[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { accountId } of open) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return counts;
}

function signedIn({ id, fullName, roles, passwordToChange }: Account): SignedIn {
  return { id, fullName, roles, ...(passwordToChange ? { passwordToChange } : {}) };
}
