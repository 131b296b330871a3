import { Router, type RequestHandler } from 'express';
import { openDataCsv } from '../statistics/export/csv.js';
import type { OpenDataSource } from '../statistics/open-data.js';
import { methodNotAllowed } from './error-responses.js';
import { limited } from './rate-limit.js';
import { say } from '../conversation/wording/say.js';
import { CitizenError } from './citizen-error.js';

/** The routes at their address; none where nothing is published. */
export function openDataMount(source: OpenDataSource | undefined): Record<string, Router> {
  return source === undefined ? {} : { '/du-lieu-mo': openDataRoutes(source) };
}

/** `/du-lieu-mo/thong-ke.json` and `.csv`: what the office publishes of its statistics, at addresses that stay. */
export function openDataRoutes(source: OpenDataSource): Router {
  const limit = limited({ limit: 60, windowMinutes: 1, refusal: tooMany });
  const open: RequestHandler = (_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=3600' });
    next();
  };
  const router = Router();
  router
    .route('/thong-ke.json')
    .get(limit, open, async (_request, response) => {
      response.json(await source.read());
    })
    .all(methodNotAllowed('GET'));
  router
    .route('/thong-ke.csv')
    .get(limit, open, async (_request, response) => {
      const csv = openDataCsv(await source.read());
      response.type('text/csv; charset=utf-8').attachment('thong-ke.csv');
      csv.pipe(response);
    })
    .all(methodNotAllowed('GET'));
  return router;
}

function tooMany(): CitizenError {
  return new CitizenError('TOO_MANY_REQUESTS', {
    status: 429,
    words: (to) => say(to, 'refused_open_data_too_fast'),
  });
}
