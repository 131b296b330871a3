import type { Request, RequestHandler } from 'express';
import { address, limited } from '../rate-limit.js';
import { sessionOf } from './session.js';
import { say } from '../../conversation/wording/say.js';
import { CitizenError } from '../citizen-error.js';

/** How often, per minute (`openStreams`: how many at once). An address may stand for a whole office behind one router, so it gets more. */
export interface WebLimits {
  messagesPerSession: number;
  messagesPerAddress: number;
  sessionsPerAddress: number;
  streamsPerAddress: number;
  openStreams: number;
}

export const WEB_LIMITS: WebLimits = {
  messagesPerSession: 30,
  messagesPerAddress: 240,
  sessionsPerAddress: 60,
  streamsPerAddress: 240,
  openStreams: 200,
};

export function perSession(limit: number): RequestHandler {
  const key = (request: Request) => sessionOf(request) ?? address(request);
  return limited({ limit, windowMinutes: 1, key, refusal: tooMany });
}

export function perAddress(limit: number): RequestHandler {
  return limited({ limit, windowMinutes: 1, refusal: tooMany });
}

/** Streams stay open, so how many are open counts, not how often one is opened. Each looks at the storage by itself. */
export function openAtOnce(limit: number): RequestHandler {
  const open = new Map<string, number>();
  return (request, response, next) => {
    const from = address(request);
    const count = open.get(from) ?? 0;
    if (count >= limit) {
      next(tooMany());
      return;
    }
    open.set(from, count + 1);
    response.once('close', () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left > 0) open.set(from, left);
      else open.delete(from);
    });
    next();
  };
}

function tooMany(): CitizenError {
  return new CitizenError('TOO_MANY_REQUESTS', { status: 429, words: (to) => say(to, 'refused_too_fast') });
}
