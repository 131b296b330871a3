import type { Administration } from '../../../accounts/administration.js';
import { PASSWORD_MIN } from '../../../accounts/password-rules.js';
import type { Sessions } from '../../../accounts/sessions.js';
import type { SignIn } from '../../../accounts/sign-in.js';
import { ROLES } from '../../../accounts/types.js';
import { AppError } from '../../../shared/errors.js';
import { page, redirect, type PageAnswer } from '../answers.js';
import { SESSION_COOKIE } from '../cookies.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { rolesInWords } from './words.js';

export interface OwnAccountDependencies {
  administration: Pick<Administration, 'setPassword' | 'list'>;
  signIn: Pick<SignIn, 'confirm'>;
  sessions: Pick<Sessions, 'start' | 'endAll' | 'openByAccount'>;
}

/** What everybody may do with the own account. */
export function ownAccountRoutes(parts: OwnAccountDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/toi',
      roles: ROLES,
      nav: { label: 'Tài khoản của tôi', order: 90 },
      beforePasswordChange: true,
      handle: (context) => show(parts, context),
    },
    {
      method: 'POST',
      path: '/toi/mat-khau',
      roles: ROLES,
      beforePasswordChange: true,
      rate: { limit: 30, windowMinutes: 15 },
      handle: (context) => changePassword(parts, context),
    },
    {
      method: 'POST',
      path: '/toi/phien-khac',
      roles: ROLES,
      handle: async (context) => {
        const ended = await parts.sessions.endAll(context.account.id, context.cookie(SESSION_COOKIE));
        await context.audit({
          action: 'account.sessions_end',
          subject: context.account.id,
          details: String(ended),
        });
        return redirect('/toi', { tone: 'good', text: `Đã đăng xuất ${ended} phiên ở nơi khác.` });
      },
    },
  ];
}

async function changePassword(parts: OwnAccountDependencies, context: StaffContext) {
  const { account, form } = context;
  const [present, wanted] = [form.get('present') ?? '', form.get('wanted') ?? ''];
  try {
    if (wanted !== form.get('again')) {
      throw new AppError('PASSWORDS_DIFFER', 'Hai lần nhập mật khẩu mới không giống nhau.', { status: 422 });
    }
    await parts.signIn.confirm(account.id, present);
    await parts.administration.setPassword(account.id, account.id, wanted, { toChange: false });
  } catch (error) {
    if (error instanceof AppError && [403, 422, 429].includes(error.status))
      return show(parts, context, error);
    throw error;
  }
  // All sessions ended with the old password; this one goes on under a new secret.
  const session = await parts.sessions.start(account.id);
  const told = { tone: 'good', text: 'Đã đổi mật khẩu. Các phiên ở nơi khác đã được đăng xuất.' } as const;
  return redirect('/toi', told, [{ name: SESSION_COOKIE, value: session }]);
}

async function show(
  { administration, sessions }: OwnAccountDependencies,
  { account }: StaffContext,
  error?: AppError,
): Promise<PageAnswer> {
  const [all, open] = await Promise.all([administration.list(), sessions.openByAccount()]);
  const own = all.find(({ id }) => id === account.id);
  const data = {
    role: rolesInWords(account.roles),
    lastSignInAt: own?.lastSignInAt ?? null,
    hasPassword: own?.hasPassword ?? false,
    toChange: account.passwordToChange === true,
    otherSessions: Math.max((open.get(account.id) ?? 1) - 1, 0),
    minimum: PASSWORD_MIN,
    complaint: error === undefined ? null : { message: error.message, remedy: error.remedy ?? '' },
  };
  const status = error === undefined ? 200 : error.status;
  return page('accounts/own', 'Tài khoản của tôi', data, { status, scripts: ['/staff/show-password.js'] });
}
