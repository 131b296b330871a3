import type { AuditEntry, Role, SignedIn } from '../../accounts/types.js';
import type { StaffAnswer } from './answers.js';

/**
 * One way into the staff area. Every route is in the table that `routes.ts` joins, and who may take it is said here and
 * nowhere else: the authorisation test runs over that table.
 */
export type StaffRoute = GuardedRoute | OpenRoute;

interface RouteAddress {
  method: 'GET' | 'POST';
  /** Below `/quan-tri`, in Express's form: `/yeu-cau/:code`. Under `/api/` failures are JSON and tokens are accepted. */
  path: `/${string}`;
  /** How often one address may ask; the limit of the shell applies besides. */
  rate?: { limit: number; windowMinutes: number };
  /** The largest form that is taken, as Express writes it; 64 kB unless told. */
  formLimit?: string;
}

export interface GuardedRoute extends RouteAddress {
  open?: never;
  /** Who may, besides the administrator, who may everything: `[]` is for administrators alone. */
  roles: readonly Role[];
  /** Its place in the navigation, smallest first; shown to those who may. */
  nav?: { label: string; order: number };
  /** Open also to somebody who must change the password first. */
  beforePasswordChange?: true;
  handle: (context: StaffContext) => StaffAnswer | Promise<StaffAnswer>;
}

/** Answers without sign-in: signing in itself, nothing else. */
interface OpenRoute extends RouteAddress {
  open: true;
  roles?: never;
  nav?: never;
  handle: (context: VisitorContext) => StaffAnswer | Promise<StaffAnswer>;
}

/** What a handler is told about a request. Nothing of Express gets through. */
export interface VisitorContext {
  /** When the request came in. */
  now: Date;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The form that was sent; empty for GET. Forms are `application/x-www-form-urlencoded`, at most 64 kB. */
  form: URLSearchParams;
  /**
   * For the hidden field `_csrf` of every form that posts (or the header `X-CSRF-Token` of a script). Checked before a
   * handler is called.
   */
  csrf: string;
  /** Value of a cookie of the staff area, by its plain name. */
  cookie: (name: string) => string | undefined;
  account: SignedIn | null;
}

export interface StaffContext extends VisitorContext {
  account: SignedIn;
  /** Writes down that this account did something, durably; call it once it is done. */
  audit: (entry: Pick<AuditEntry, 'action' | 'subject' | 'details'>) => Promise<void>;
}
