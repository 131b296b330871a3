import type { RequestHandler } from 'express';
import { AppError } from '../../shared/errors.js';

/**
 * Refuses what a browser sends on behalf of another site: its form could otherwise replace a citizen's session.
 * Clients that don't say where a request comes from are no browsers, and carry no one's cookie.
 */
export const ownPageOnly: RequestHandler = (request, _response, next) => {
  const from = request.get('Sec-Fetch-Site');
  if (from === undefined || from === 'same-origin' || from === 'none') {
    next();
    return;
  }
  next(
    new AppError('FOREIGN_PAGE', 'Yêu cầu này đến từ một trang khác.', {
      status: 403,
      remedy: 'Anh/chị mở trang trò chuyện rồi gửi lại nhé.',
    }),
  );
};
