import type { Request, Response } from 'express';
import type { CookieChange } from './answers.js';

export const SESSION_COOKIE = 'phien';
export const FLASH_COOKIE = 'nhan';

/**
 * Over https the name says `__Host-`: the browser then takes it only from this very host, for the whole of it, secure.
 * A trial on plain http goes without.
 */
const written = (name: string, secure: boolean) => `${secure ? '__Host-' : ''}dong_hanh_${name}`;

export function readCookie(request: Request, name: string, secure: boolean): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const cut = pair.indexOf('=');
    if (cut > 0 && pair.slice(0, cut).trim() === written(name, secure)) return pair.slice(cut + 1).trim();
  }
  return undefined;
}

/** Lax, not strict: who follows a link from a mail is still signed in. Changes are guarded by the form's token. */
export function writeCookie(response: Response, change: CookieChange, secure: boolean): void {
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  if (change.value === null) response.clearCookie(written(change.name, secure), options);
  else
    response.cookie(written(change.name, secure), change.value, {
      ...options,
      ...(change.maxAgeSeconds === undefined ? {} : { maxAge: change.maxAgeSeconds * 1000 }),
    });
}
