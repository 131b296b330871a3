import { AppError } from '../shared/errors.js';
import { accountName } from './account-name.js';
import { LOCKED_MINUTES, lockEnd, MAX_FAILURES } from './lock.js';
import { externalIdOf } from './new-account.js';
import type { AccountDependencies } from './dependencies.js';
import type { AttemptStore } from './ports.js';
import { secretHashOf } from './secrets.js';
import type { Account } from './types.js';

export type SignInResult =
  | { kind: 'in'; sessionId: string; accountId: string; device: string }
  /** `left`: how many tries there are before the name is locked. */
  | { kind: 'refused'; left: number }
  | { kind: 'locked'; until: Date };

export interface SignIn {
  /** `device`: what this browser keeps of an earlier sign-in, if anything; `in` comes with what it shall keep now. */
  withPassword(typedName: string, password: string, device?: string): Promise<SignInResult>;
  /**
   * Asks somebody who is signed in for the password once more. Throws `WRONG_PASSWORD`, or `LOCKED` after as many
   * failures as at the sign-in: an unwatched screen is no place to guess either.
   */
  confirm(accountId: string, password: string): Promise<void>;
  /** For whom the identity provider vouches; `null`: no account here is that person's, or it is disabled. */
  withExternalId(
    externalId: string,
    device?: string,
  ): Promise<{ sessionId: string; accountId: string; device: string } | null>;
}

/**
 * Every name is treated alike, whether there is such an account or not: as much work, as many tries, the same lock.
 * A try is counted before the password is looked at, so that many at once are no more than one after the other.
 * Browsers that the account signed in from before have tries and a lock of their own: strangers who guess, or who only
 * want a name locked, lock out strangers.
 */
export function createSignIn(parts: AccountDependencies): SignIn {
  const { accounts, attempts, hasher, devices, clock } = parts;
  return {
    async withPassword(typedName, password, kept) {
      const name = accountName(typedName);
      const account = await accounts.get(name);
      const known = devices.idFor(kept, name);
      const counted = known === null ? secretHashOf(name) : ownCount(name, known, account);
      const until = await lockedUntil(attempts, counted, clock.now());
      if (until !== null) return { kind: 'locked', until };
      const lane = known === null ? 'stranger' : 'known';
      const right = await hasher.verify(password, account?.passwordHash, lane);
      if (account === null || !right || account.disabledAt !== undefined) {
        return refused(parts, counted, account);
      }
      await attempts.clear(counted);
      if (hasher.isOutdated(account.passwordHash ?? ''))
        await accounts.change(name, { passwordHash: await hasher.hash(password) });
      return { kind: 'in', ...(await enter(parts, account, 'mật khẩu', kept)) };
    },
    confirm: (accountId, password) => confirmed(parts, accountId, password),
    async withExternalId(externalId, kept) {
      const account = await accounts.byExternalId(externalIdOf(externalId));
      if (account === null || account.disabledAt !== undefined) {
        await tell(parts, 'session.refuse', account);
        return null;
      }
      return enter(parts, account, 'OpenID Connect', kept);
    },
  };
}

/** Under which hash tries are counted that strangers have no part in; a new password begins a new count. */
function ownCount(name: string, place: string, account: Account | null): string {
  return secretHashOf([name, place, account?.passwordHash ?? ''].join('\n'));
}

async function confirmed(
  { accounts, attempts, hasher, clock }: AccountDependencies,
  id: string,
  password: string,
) {
  const account = await accounts.get(id);
  const counted = ownCount(id, 'signed in', account);
  const until = await lockedUntil(attempts, counted, clock.now());
  if (until !== null) {
    throw new AppError('LOCKED', `Đã nhập sai mật khẩu ${MAX_FAILURES} lần.`, {
      status: 429,
      remedy: `Anh/chị chờ ${LOCKED_MINUTES} phút rồi thử lại.`,
    });
  }
  if (!(await hasher.verify(password, account?.passwordHash, 'known'))) {
    throw new AppError('WRONG_PASSWORD', 'Mật khẩu hiện nay chưa đúng.', { status: 403 });
  }
  await attempts.clear(counted);
}

/** Takes one of the tries; `null` when there was one left, otherwise until when there is none. */
async function lockedUntil(attempts: AttemptStore, nameHash: string, now: Date): Promise<Date | null> {
  const before = await attempts.get(nameHash);
  if (before !== null && now >= lockEnd(before.lastAt)) await attempts.clear(nameHash, before.lastAt);
  if (await attempts.reserve(nameHash, MAX_FAILURES, now)) return null;
  const counted = await attempts.get(nameHash);
  return lockEnd(counted?.lastAt ?? now);
}

async function refused(
  parts: AccountDependencies,
  nameHash: string,
  account: Account | null,
): Promise<SignInResult> {
  const counted = await parts.attempts.get(nameHash);
  const left = MAX_FAILURES - (counted?.failures ?? MAX_FAILURES);
  await tell(parts, left > 0 ? 'session.refuse' : 'session.lock', account);
  return left > 0
    ? { kind: 'refused', left }
    : { kind: 'locked', until: lockEnd(counted?.lastAt ?? parts.clock.now()) };
}

/** What was typed for a name may be a password that slipped into the wrong field: only known names are written down. */
function tell({ audit, clock }: AccountDependencies, action: string, account: Account | null): Promise<void> {
  const subject = account === null ? {} : { subject: account.id };
  return audit.append({ at: clock.now(), actor: 'visitor', action, ...subject });
}

async function enter(
  { accounts, sessions, audit, devices, clock }: AccountDependencies,
  { id }: Account,
  details: string,
  kept: string | undefined,
) {
  const sessionId = await sessions.start(id);
  await accounts.change(id, { lastSignInAt: clock.now() });
  await audit.append({ at: clock.now(), actor: id, action: 'session.start', details });
  return { sessionId, accountId: id, device: devices.remember(kept, id) };
}
