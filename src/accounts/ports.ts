import type { Account, ApiToken, AuditEntry, SignedIn, TokenRole } from './types.js';

/** Tells who is asking. */
export interface Authenticator {
  /** Whose session this is, as long as it lasts; being asked keeps it from running idle. */
  bySession(sessionId: string): Promise<SignedIn | null>;
  /** What a token may do, as long as it is valid. */
  byToken(token: string): Promise<{ id: string; name: string; role: TokenRole } | null>;
}

/** What can be changed of an account; `null` takes a field away. */
export type AccountChange = Partial<
  Pick<Account, 'fullName' | 'roles' | 'passwordHash' | 'passwordToChange' | 'lastSignInAt'>
> & { externalId?: string | null; disabledAt?: Date | null };

export interface AccountStore {
  /** `false` when the name or the external id is somebody's already. */
  add(account: Account): Promise<boolean>;
  get(id: string): Promise<Account | null>;
  byExternalId(externalId: string): Promise<Account | null>;
  /** By name. */
  list(): Promise<Account[]>;
  /** `false` when there is no such account. */
  change(id: string, change: AccountChange): Promise<boolean>;
}

/** A session as it is kept: by the hash of its id, so that the storage opens nobody's. */
export interface StoredSession {
  idHash: string;
  accountId: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** Whatever is done in it, it ends then. */
  expiresAt: Date;
}

export interface SessionStore {
  add(session: StoredSession): Promise<void>;
  get(idHash: string): Promise<StoredSession | null>;
  touch(idHash: string, at: Date): Promise<void>;
  end(idHash: string): Promise<void>;
  /** Ends every session of the account but one; how many they were. */
  endAll(accountId: string, exceptIdHash?: string): Promise<number>;
  /** Of all accounts: those seen since and not expired. */
  listOpen(seenSince: Date, now: Date): Promise<StoredSession[]>;
}

/** Failed sign-ins by hash of the name that was typed, whether there is such an account or not. */
export interface AttemptStore {
  get(nameHash: string): Promise<{ failures: number; lastAt: Date } | null>;
  /** Counts one more if fewer than `limit` are counted; `false` otherwise. Never more than `limit`, also at once. */
  reserve(nameHash: string, limit: number, at: Date): Promise<boolean>;
  /** Forgets them; with `unchangedSince` only if none came after. */
  clear(nameHash: string, unchangedSince?: Date): Promise<void>;
}

export interface TokenStore {
  add(token: ApiToken & { secretHash: string }): Promise<boolean>;
  get(id: string): Promise<(ApiToken & { secretHash: string }) | null>;
  /** Newest first, with those that no longer work. */
  list(): Promise<ApiToken[]>;
  /** `false` when there is none that still works. */
  revoke(id: string, at: Date): Promise<boolean>;
}

/** Who did what, when, about what. Entries are never changed; they go when their term is over. */
export interface AuditLog {
  append(entry: Omit<AuditEntry, 'id'>): Promise<void>;
  /** Newest first. `before`: the id of the last entry of the page before. */
  list(page: { before?: string; actor?: string; limit: number }): Promise<AuditEntry[]>;
}
