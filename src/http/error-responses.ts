import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError } from '../shared/errors.js';
import type { Metrics } from '../shared/metrics.js';
import type { Logger } from '../shared/logger.js';
import { say } from '../conversation/wording/say.js';
import { CitizenError } from './citizen-error.js';

export const notFound: RequestHandler = (_request, _response, next) => {
  next(new CitizenError('NOT_FOUND', { status: 404, words: (to) => say(to, 'refused_unknown_page') }));
};

/** For a path that exists, asked with another method. */
export function methodNotAllowed(...allowed: string[]): RequestHandler {
  return (_request, response, next) => {
    const methods = allowed.join(', ');
    response.set('Allow', methods);
    next(
      new CitizenError('METHOD_NOT_ALLOWED', {
        status: 405,
        words: (to) => say(to, 'refused_method', { allowed: methods }),
      }),
    );
  };
}

/**
 * Every failure ends here: a code, a sentence, a way on. Never a stack, never what was sent to us. `worded` gives a refusal its
 * words: those of the content for citizens, others for staff.
 */
export function errorResponses(
  logger: Logger,
  metrics: Metrics,
  worded: (refusal: CitizenError) => AppError,
): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    const error = foreseen(thrown);
    metrics.increment('http_errors_total', { code: error.code });
    logUnforeseen(error, thrown, logger);
    if (response.headersSent) {
      next(thrown); // Express ends the connection: half an answer is worse than none.
      return;
    }
    answerAsJson(response, error instanceof CitizenError ? worded(error) : error);
  };
}

export function answerAsJson(response: Response, { status, code, message, remedy }: AppError): void {
  response.status(status).json({ error: { code, message, ...(remedy === undefined ? {} : { remedy }) } });
}

export function logUnforeseen(error: AppError, thrown: unknown, logger: Logger): void {
  if (error.code === 'INTERNAL') logger.error({ ...traceOf(thrown) }, 'a request failed');
}

/** Any failure as one that is fit to be shown, a refusal once it has its words. */
export function foreseen(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const status = statusOf(thrown);
  if (status === 413)
    return new CitizenError('BODY_TOO_LARGE', { status, words: (to) => say(to, 'refused_too_long') });
  if (status !== undefined && status >= 400 && status < 500)
    return new CitizenError('BAD_REQUEST', { status, words: (to) => say(to, 'refused_malformed') });
  return new CitizenError('INTERNAL', { status: 500, words: (to) => say(to, 'refused_broken') });
}

/** Express and its body parsers mark what the sender did wrong with a `status`. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return undefined;
  return typeof thrown.status === 'number' ? thrown.status : undefined;
}

/** Where it happened, without the message: messages of storage errors can hold what a citizen wrote. */
function traceOf(thrown: unknown): { error: string; at: string[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, at: [] };
  const at = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: thrown.name, at: at.slice(0, 8).map((line) => line.trim()) };
}
