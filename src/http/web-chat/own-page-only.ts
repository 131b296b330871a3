import type { RequestHandler } from 'express';
import { say } from '../../conversation/wording/say.js';
import { CitizenError } from '../citizen-error.js';

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
  next(new CitizenError('FOREIGN_PAGE', { status: 403, words: (to) => say(to, 'refused_other_site') }));
};
