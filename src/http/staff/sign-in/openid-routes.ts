import type { OpenId } from '../../../accounts/openid.js';
import type { SignIn } from '../../../accounts/sign-in.js';
import { AppError } from '../../../shared/errors.js';
import { redirect } from '../answers.js';
import { DEVICE_COOKIE, deviceCookie, SESSION_COOKIE } from '../cookies.js';
import type { StaffRoute } from '../route.js';
import { wantedPage } from './wanted-page.js';

/** What a sign-in under way needs when it comes back, in the browser that began it. */
const PENDING_COOKIE = 'openid';
const PENDING_SECONDS = 600;
export const OPENID_RETURN = '/dang-nhap/openid/tra-ve';

/** Signing in through the office's identity provider. It opens accounts that are there and never makes one. */
export function openIdRoutes(openId: OpenId, signIn: Pick<SignIn, 'withExternalId'>): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/dang-nhap/openid',
      open: true,
      rate: { limit: 60, windowMinutes: 15 },
      handle: async ({ query }) => {
        const { address, pending } = await openId.begin();
        const value = `${pending}.${Buffer.from(wantedPage(query.get('den'))).toString('base64url')}`;
        return redirect(address, undefined, [
          { name: PENDING_COOKIE, value, maxAgeSeconds: PENDING_SECONDS },
        ]);
      },
    },
    {
      method: 'GET',
      path: OPENID_RETURN,
      open: true,
      rate: { limit: 60, windowMinutes: 15 },
      handle: async ({ query, cookie }) => {
        const pending = cookie(PENDING_COOKIE) ?? '';
        const result = await signIn.withExternalId(
          await openId.finish(query, pending),
          cookie(DEVICE_COOKIE),
        );
        if (result === null) throw noAccount();
        const wanted = Buffer.from(pending.split('.')[3] ?? '', 'base64url').toString();
        return redirect(wantedPage(wanted), undefined, [
          { name: SESSION_COOKIE, value: result.sessionId },
          { name: PENDING_COOKIE, value: null },
          deviceCookie(result.device),
        ]);
      },
    },
  ];
}

function noAccount(): AppError {
  return new AppError('NO_ACCOUNT', 'Anh/chị chưa có tài khoản ở đây, hoặc tài khoản đã bị vô hiệu hoá.', {
    status: 403,
    remedy: 'Nhờ người quản trị tạo tài khoản và ghi định danh của anh/chị.',
  });
}
