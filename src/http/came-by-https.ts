import { parseCookie } from 'cookie';
import type { Request } from 'express';

/** Setting of the Express app: how it is reached from outside, where that is known. */
export const PUBLIC_URL_SETTING = 'public url';

/** Whether it came by https, also where the proxy does not say so but the office's own address does. */
export function isSecure(request: Request, publicUrl: string | undefined): boolean {
  if (request.secure || publicUrl === undefined) return request.secure;
  const own = new URL(publicUrl);
  return own.protocol === 'https:' && own.host === request.host;
}

/** The name of a cookie of ours. Over https the browser takes `__Host-` only from this very host, whole and secure. */
export function cookieName(name: string, secure: boolean): string {
  return `${secure ? '__Host-' : ''}dong_hanh_${name}`;
}

export function cookieOf(request: Request, name: string, secure: boolean): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[cookieName(name, secure)];
}
