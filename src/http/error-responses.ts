import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError } from '../shared/errors.js';
import type { Metrics } from '../shared/metrics.js';
import type { Logger } from '../shared/logger.js';

export const notFound: RequestHandler = (_request, _response, next) => {
  next(
    new AppError('NOT_FOUND', 'Không có trang này.', {
      status: 404,
      remedy: 'Anh/chị mở trang chủ "/" để trò chuyện.',
    }),
  );
};

/** For a path that exists, asked with another method. */
export function methodNotAllowed(...allowed: string[]): RequestHandler {
  return (_request, response, next) => {
    response.set('Allow', allowed.join(', '));
    next(
      new AppError('METHOD_NOT_ALLOWED', 'Địa chỉ này không nhận kiểu yêu cầu đó.', {
        status: 405,
        remedy: `Dùng: ${allowed.join(', ')}.`,
      }),
    );
  };
}

/** Every failure ends here: a code, a sentence, a way on. Never a stack, never what was sent to us. */
export function errorResponses(logger: Logger, metrics: Metrics): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    const error = foreseen(thrown);
    metrics.increment('http_errors_total', { code: error.code });
    logUnforeseen(error, thrown, logger);
    if (response.headersSent) {
      next(thrown); // Express ends the connection: half an answer is worse than none.
      return;
    }
    answerAsJson(response, error);
  };
}

export function answerAsJson(response: Response, { status, code, message, remedy }: AppError): void {
  response.status(status).json({ error: { code, message, ...(remedy === undefined ? {} : { remedy }) } });
}

export function logUnforeseen(error: AppError, thrown: unknown, logger: Logger): void {
  if (error.code === 'INTERNAL') logger.error({ ...traceOf(thrown) }, 'a request failed');
}

/** Any failure as one that is fit to be shown. */
export function foreseen(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const status = statusOf(thrown);
  if (status === 413)
    return new AppError('BODY_TOO_LARGE', 'Tin nhắn dài quá.', {
      status,
      remedy: 'Anh/chị chia thành nhiều tin ngắn hơn nhé.',
    });
  if (status !== undefined && status >= 400 && status < 500)
    return new AppError('BAD_REQUEST', 'Yêu cầu gửi lên chưa đúng dạng.', {
      status,
      remedy: 'Anh/chị tải lại trang rồi thử lại nhé.',
    });
  return new AppError('INTERNAL', 'Hệ thống gặp trục trặc.', {
    status: 500,
    remedy: 'Anh/chị thử lại sau ít phút nhé.',
  });
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
