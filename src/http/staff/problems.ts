import type { ErrorRequestHandler, Request } from 'express';
import { AppError } from '../../shared/errors.js';
import { isSecure } from '../came-by-https.js';
import { answerAsJson, foreseen, logUnforeseen } from '../error-responses.js';
import { page, redirect } from './answers.js';
import { forStaff } from './general-faults.js';
import type { ShellDependencies } from './shell-dependencies.js';
import type { Surroundings } from './render.js';
import { send } from './send.js';
import { isApi } from './visitor.js';

type SurroundingsOf = (request: Request) => Promise<Omit<Surroundings, 'flash'>>;

/** Failures of the staff area: a page for people, JSON below `/api/`, the way to sign in for who asked for a page. */
export function staffProblems(parts: ShellDependencies, surroundings: SurroundingsOf): ErrorRequestHandler {
  return async (thrown: unknown, request, response, next) => {
    const error = forStaff(foreseen(thrown));
    parts.metrics.increment('http_errors_total', { code: error.code });
    logUnforeseen(error, thrown, parts.logger);
    if (response.headersSent) {
      next(thrown); // Express ends the connection: half an answer is worse than none.
      return;
    }
    if (isApi(request.path)) {
      if (error.status === 401) response.set('WWW-Authenticate', 'Bearer realm="dong-hanh"');
      answerAsJson(response, error);
      return;
    }
    const secure = isSecure(request, parts.publicUrl);
    const around = async () =>
      surroundings(request).catch(() => ({
        account: null,
        navigation: [],
        authority: parts.authority(),
        csrf: '',
        demo: false,
      }));
    await send(answerTo(error, request), { request, response, secure, surroundings: around });
  };
}

function answerTo(error: AppError, request: Request) {
  if (error.code === 'NOT_SIGNED_IN' && request.method === 'GET')
    return redirect(
      request.path === '/' ? '/dang-nhap' : `/dang-nhap?den=${encodeURIComponent(request.url)}`,
    );
  if (error.code === 'PASSWORD_TO_CHANGE' && request.method === 'GET') return redirect('/toi');
  const { code, message, remedy, status } = error;
  return page('problem', message, { code, message, remedy }, { status });
}

export function tooMany(minutes: number): AppError {
  return new AppError('TOO_MANY_REQUESTS', 'Máy hoặc mạng của anh/chị gửi yêu cầu hơi nhiều.', {
    status: 429,
    remedy: `Anh/chị chờ ${minutes} phút rồi thử lại nhé.`,
  });
}
