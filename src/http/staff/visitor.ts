import type { Request, Response } from 'express';
import type { Role, SignedIn, TokenRole } from '../../accounts/types.js';
import type { Visits } from '../../accounts/visits.js';
import { AppError } from '../../shared/errors.js';
import { bearerToken } from '../bearer-token.js';
import { cookieOf, isSecure } from '../came-by-https.js';
import { SESSION_COOKIE, writeCookie } from './cookies.js';
import { mayTake } from './navigation.js';
import type { ShellDependencies } from './shell-dependencies.js';
import type { StaffRoute } from './route.js';

export interface Visitor {
  account: SignedIn | null;
  /** The secret of the session, or of a visit that is not signed in yet; a token's request has none. */
  sessionId: string | null;
}

const SESSION_FORM = /^[\w-]{43}$/;

/** Who is asking: by a token below `/api/`, otherwise by the session's cookie. */
export async function visitorOf(
  request: Request,
  path: string,
  parts: Pick<ShellDependencies, 'gate' | 'visits' | 'publicUrl'>,
): Promise<Visitor> {
  const token = bearerToken(request.get('Authorization'));
  if (token !== null && isApi(path)) {
    const found = await parts.gate.byToken(token);
    return { account: found === null ? null : tokenAccount(found), sessionId: null };
  }
  const sessionId = cookieOf(request, SESSION_COOKIE, isSecure(request, parts.publicUrl)) ?? '';
  if (!SESSION_FORM.test(sessionId)) return { account: null, sessionId: null };
  const account = await parts.gate.bySession(sessionId);
  // What nobody here wrote is no visit: its form token could be known to whoever put it there.
  return { account, sessionId: account !== null || parts.visits.isOurs(sessionId) ? sessionId : null };
}

export const isApi = (path: string) => path.startsWith('/api/');

function tokenAccount({ id, name, role }: { id: string; name: string; role: TokenRole }): SignedIn | null {
  return role === 'metrics' ? null : { id: `api:${id}`, fullName: name, roles: [role satisfies Role] };
}

/** The account that may take the route; `null` for a route that is open. Throws `NOT_SIGNED_IN` or `FORBIDDEN`. */
export function admitted(route: StaffRoute, account: SignedIn | null): SignedIn | null {
  if (route.open === true) return account;
  if (account === null) throw notSignedIn();
  if (account.passwordToChange === true && route.beforePasswordChange !== true) throw passwordToChange();
  if (mayTake(route, account.roles)) return account;
  throw new AppError('FORBIDDEN', 'Tài khoản của anh/chị không được mở mục này.', {
    status: 403,
    remedy: 'Nếu việc của anh/chị cần đến mục này, nhờ người quản trị đổi vai trò của tài khoản.',
  });
}

function passwordToChange(): AppError {
  return new AppError('PASSWORD_TO_CHANGE', 'Mật khẩu hiện nay do người khác đặt.', {
    status: 403,
    remedy: 'Anh/chị đặt mật khẩu của riêng mình trước, tại mục Tài khoản của tôi.',
  });
}

export function notSignedIn(): AppError {
  return new AppError('NOT_SIGNED_IN', 'Anh/chị chưa đăng nhập, hoặc phiên làm việc đã hết.', {
    status: 401,
    remedy: 'Mời anh/chị đăng nhập tại /quan-tri/dang-nhap.',
  });
}

/** A visit before signing in gets a secret of its own, so that the sign-in form is guarded like every other. */
export function startVisit(response: Response, secure: boolean, visits: Visits): string {
  const sessionId = visits.start();
  writeCookie(response, { name: SESSION_COOKIE, value: sessionId }, secure);
  return sessionId;
}
