import type { SignIn, SignInResult } from '../../../accounts/sign-in.js';
import { LOCKED_MINUTES, MAX_FAILURES } from '../../../accounts/lock.js';
import type { Sessions } from '../../../accounts/sessions.js';
import type { AuditLog } from '../../../accounts/ports.js';
import { ROLES } from '../../../accounts/types.js';
import { page, redirect, type PageAnswer } from '../answers.js';
import { DEVICE_COOKIE, deviceCookie, SESSION_COOKIE } from '../cookies.js';
import { format } from '../format.js';
import type { StaffRoute, VisitorContext } from '../route.js';
import { wantedPage } from './wanted-page.js';

export interface SignInRouteDependencies {
  signIn: SignIn;
  sessions: Sessions;
  audit: Pick<AuditLog, 'append'>;
  /** Whether anybody can sign in yet: before that the page says how the first account is made. */
  anyAccount: () => Promise<boolean>;
  /** What the button of the office's identity provider says; absent without one. */
  providerName?: string;
}

/** Signing in and out. */
export function signInRoutes(parts: SignInRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/dang-nhap',
      open: true,
      handle: (context) =>
        context.account === null ? form(parts, context) : redirect(wantedPage(context.query.get('den'))),
    },
    {
      method: 'POST',
      path: '/dang-nhap',
      open: true,
      rate: { limit: 60, windowMinutes: 15 },
      handle: (context) => signIn(parts, context),
    },
    {
      method: 'POST',
      path: '/dang-xuat',
      roles: ROLES,
      beforePasswordChange: true,
      handle: async (context) => {
        await parts.sessions.end(context.cookie(SESSION_COOKIE) ?? '');
        await context.audit({ action: 'session.end' });
        return redirect('/dang-nhap', { tone: 'good', text: 'Anh/chị đã đăng xuất.' }, [
          { name: SESSION_COOKIE, value: null },
        ]);
      },
    },
  ];
}

async function signIn(parts: SignInRouteDependencies, context: VisitorContext) {
  const [name, password] = [context.form.get('name') ?? '', context.form.get('password') ?? ''];
  const device = context.cookie(DEVICE_COOKIE);
  const result = await parts.signIn.withPassword(name.slice(0, 100), password.slice(0, 1000), device);
  if (result.kind !== 'in') return form(parts, context, result);
  return redirect(wantedPage(context.form.get('den')), undefined, [
    { name: SESSION_COOKIE, value: result.sessionId },
    deviceCookie(result.device),
  ]);
}

async function form(
  parts: SignInRouteDependencies,
  { form: sent, query }: VisitorContext,
  result?: Exclude<SignInResult, { kind: 'in' }>,
): Promise<PageAnswer> {
  const data = {
    name: sent.get('name') ?? '',
    wanted: sent.get('den') ?? query.get('den') ?? '',
    complaint: result === undefined ? null : complaint(result),
    anyAccount: await parts.anyAccount(),
    providerName: parts.providerName ?? null,
  };
  const status = result === undefined ? 200 : result.kind === 'locked' ? 429 : 401;
  return page('sign-in/form', 'Đăng nhập', data, { status, scripts: ['/staff/show-password.js'] });
}

/** The same for a name that exists and one that does not. */
function complaint(result: Exclude<SignInResult, { kind: 'in' }>): { message: string; remedy: string } {
  if (result.kind === 'locked') {
    return {
      message: `Tên đăng nhập này tạm khoá đến ${format.time(result.until)} vì nhập sai ${MAX_FAILURES} lần.`,
      remedy: `Hết ${LOCKED_MINUTES} phút anh/chị thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.`,
    };
  }
  const left = result.left <= 2 ? ` Còn ${result.left} lần thử trước khi tên này tạm khoá.` : '';
  return {
    message: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    remedy: `Anh/chị kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.${left}`,
  };
}
