/**
 * What somebody may do; an account has one or several. The routes of the staff pages name the roles that may take them.
 */
export const ROLES = [
  'viewer', // statistics
  'reviewer', // what was not understood
  'answerer', // requests: reads, writes back, closes
  'editor', // writes content
  'approver', // approves content, goes back to an earlier version
  'head', // statistics, and figures by officer
  'admin', // everything, and accounts
] as const;
export type Role = (typeof ROLES)[number];

/** What an API token may do. None administers: a token that leaks must not open accounts. */
export const TOKEN_ROLES = ['viewer', 'reviewer', 'metrics'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

export interface Account {
  /** Name to sign in with, as `accountName` writes it; never given to somebody else. */
  id: string;
  /** As it is shown: "Nguyễn Văn A". */
  fullName: string;
  roles: readonly Role[];
  /** In PHC form; absent for those who only sign in through the office's own identity provider. */
  passwordHash?: string;
  /** The next sign-in asks for a new password: somebody else knows the present one. */
  passwordToChange: boolean;
  /** What the identity provider calls this person, in small letters. */
  externalId?: string;
  createdAt: Date;
  disabledAt?: Date;
  lastSignInAt?: Date;
}

/** Who sits in front of a staff page, or whose token it is. */
export interface SignedIn {
  /** Account name, or `api:` and the token's id. */
  id: string;
  fullName: string;
  roles: readonly Role[];
  /** Nothing but a change of the password is open until it is made. */
  passwordToChange?: true;
}

/** An API token as it is listed: its secret is known to nobody any more. */
export interface ApiToken {
  /** Stands in the token itself, so that one that is found somewhere can be told. */
  id: string;
  /** What it is for. */
  name: string;
  role: TokenRole;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}

export interface AuditEntry {
  /** Grows with time. */
  id: string;
  at: Date;
  /** Account name, `api:` and a token's id, `server` for a command on the machine itself, `visitor` before sign-in. */
  actor: string;
  /** `area.action` in English, for example `account.disable`; the page says it in Vietnamese. */
  action: string;
  /** What it was about: an account name, an intent, a request's code. */
  subject?: string;
  /** A few plain words more; never anything that a citizen wrote. */
  details?: string;
}
