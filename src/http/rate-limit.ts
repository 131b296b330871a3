import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { AppError } from '../shared/errors.js';

export interface RateLimit {
  /** Requests within the window. */
  limit: number;
  windowMinutes: number;
  /** Whose requests are counted together; those of one address unless told. */
  key?: (request: Request) => string;
  /** What those are told who come too often. */
  refusal: () => AppError;
}

export function limited({ limit, windowMinutes, key = address, refusal }: RateLimit): RequestHandler {
  return rateLimit({
    windowMs: windowMinutes * 60_000,
    limit,
    keyGenerator: key,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its self-checks print to the console whatever a stranger puts into X-Forwarded-For.
    validate: false,
    handler: (_request, _response, next) => next(refusal()),
  });
}

/** IPv6 by network, since one household has many addresses. */
export function address(request: Request): string {
  return request.ip === undefined ? 'unknown' : ipKeyGenerator(request.ip);
}
