import type { AuditEntry, SignedIn, TokenRole } from './types.js';

/** Tells who is asking. */
export interface Gate {
  /** Whose session this is, as long as it lasts; being asked keeps it from running idle. */
  bySession(sessionId: string): Promise<SignedIn | null>;
  /** What a token may do, as long as it is valid. */
  byToken(token: string): Promise<{ id: string; name: string; role: TokenRole } | null>;
}

/** Who did what, when, about what. Entries are never changed; they go when their term is over. */
export interface AuditLog {
  append(entry: Omit<AuditEntry, 'id'>): Promise<void>;
  /** Newest first. `before`: the id of the last entry of the page before. */
  list(page: { before?: string; actor?: string; limit: number }): Promise<AuditEntry[]>;
}
