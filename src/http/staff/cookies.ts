import type { Response } from 'express';
import { cookieName } from '../came-by-https.js';
import { DEVICE_DAYS } from '../../accounts/devices.js';
import type { CookieChange } from './answers.js';

export const SESSION_COOKIE = 'phien';
export const FLASH_COOKIE = 'nhan';
/** That somebody signed in from this browser before. */
export const DEVICE_COOKIE = 'thiet_bi';

/** Lax, not strict: who follows a link from a mail is still signed in. Changes are guarded by the form's token. */
export function writeCookie(response: Response, change: CookieChange, secure: boolean): void {
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  if (change.value === null) response.clearCookie(cookieName(change.name, secure), options);
  else
    response.cookie(cookieName(change.name, secure), change.value, {
      ...options,
      ...(change.maxAgeSeconds === undefined ? {} : { maxAge: change.maxAgeSeconds * 1000 }),
    });
}

export function deviceCookie(value: string): CookieChange {
  return { name: DEVICE_COOKIE, value, maxAgeSeconds: DEVICE_DAYS * 86_400 };
}
