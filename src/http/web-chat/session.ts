import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { AppError } from '../../shared/errors.js';

const COOKIE = 'dong_hanh_web';
const FORM = /^[\w-]{43}$/;

/** The page's session, or `null`. The id is the citizen's only key to the conversation: it is never logged or stored. */
export function sessionOf(request: Request): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === COOKIE && value !== undefined && FORM.test(value)) return value;
  }
  return null;
}

export function requiredSession(request: Request): string {
  const session = sessionOf(request);
  if (session === null)
    throw new AppError('SESSION_MISSING', 'Phiên trò chuyện đã hết hạn.', {
      status: 401,
      remedy: 'Anh/chị tải lại trang để bắt đầu lại nhé.',
    });
  return session;
}

/**
 * 256 random bits, out of reach of scripts and of other sites. No lifetime: it ends with the browser, since the page
 * is also opened on shared computers.
 */
export function startSession(request: Request, response: Response): string {
  const session = randomBytes(32).toString('base64url');
  response.cookie(COOKIE, session, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
  });
  return session;
}
