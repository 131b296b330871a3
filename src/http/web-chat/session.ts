import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { cookieName, cookieOf, isSecure, PUBLIC_URL_SETTING } from '../came-by-https.js';
import { say } from '../../conversation/wording/say.js';
import { CitizenError } from '../citizen-error.js';

const COOKIE = 'web';
/** Where the page stands in a frame of another site, whose browser keeps no cookie of ours. */
const HEADER = 'X-Chat-Session';
const FORM = /^[\w-]{43}$/;

/** The page's session, or `null`. The id is the citizen's only key to the conversation: it is never logged or stored. */
export function sessionOf(request: Request): string | null {
  const named = request.get(HEADER);
  const session = named ?? cookieOf(request, COOKIE, byHttps(request));
  return session !== undefined && FORM.test(session) ? session : null;
}

export function requiredSession(request: Request): string {
  const session = sessionOf(request);
  if (session === null)
    throw new CitizenError('SESSION_MISSING', {
      status: 401,
      words: (to) => say(to, 'refused_session_over'),
    });
  return session;
}

/** For a page in a frame: it keeps the session itself, as long as its window. */
export function newSession(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * 256 random bits, out of reach of scripts and of other sites. No lifetime: it ends with the browser, since the page
 * is also opened on shared computers.
 */
export function startSession(request: Request, response: Response): string {
  const session = newSession();
  const secure = byHttps(request);
  response.cookie(cookieName(COOKIE, secure), session, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
  });
  return session;
}

function byHttps(request: Request): boolean {
  const publicUrl: unknown = request.app.get(PUBLIC_URL_SETTING);
  return isSecure(request, typeof publicUrl === 'string' ? publicUrl : undefined);
}
