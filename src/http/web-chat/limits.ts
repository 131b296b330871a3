import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../../shared/errors.js';
import { sessionOf } from './session.js';

/** How often, per minute. An address may stand for a whole office behind one router, so it gets more. */
export interface WebLimits {
  messagesPerSession: number;
  messagesPerAddress: number;
  sessionsPerAddress: number;
  streamsPerAddress: number;
}

export const WEB_LIMITS: WebLimits = {
  messagesPerSession: 30,
  messagesPerAddress: 240,
  sessionsPerAddress: 60,
  streamsPerAddress: 240,
};

export function perSession(limit: number): RequestHandler {
  return limiter(limit, (request) => sessionOf(request) ?? address(request));
}

export function perAddress(limit: number): RequestHandler {
  return limiter(limit, address);
}

function limiter(limit: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its self-checks print to the console whatever a stranger puts into X-Forwarded-For.
    validate: false,
    handler: (_request, _response, next) => {
      next(
        new AppError('TOO_MANY_REQUESTS', 'Anh/chị gửi hơi nhanh, em chưa kịp nhận.', {
          status: 429,
          remedy: 'Anh/chị chờ khoảng một phút rồi gửi lại nhé.',
        }),
      );
    },
  });
}

function address(request: Request): string {
  return request.ip === undefined ? 'unknown' : ipKeyGenerator(request.ip);
}
