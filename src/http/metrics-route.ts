import type { RequestHandler } from 'express';
import { AppError } from '../shared/errors.js';
import type { Metrics } from '../shared/metrics.js';
import { bearerToken } from './bearer-token.js';

export interface MetricsDependencies {
  metrics: Metrics;
  /** Whether a token may read the metrics; without it nobody may. */
  metricsToken?: (token: string) => Promise<boolean>;
  /** Brings those up to date that are asked of the parts; called before each reading. */
  beforeMetrics?: () => Promise<void>;
}

/** `/metrics` in the text format of Prometheus, for whoever brings a token that may read it. */
export function metricsRoute({ metrics, metricsToken, beforeMetrics }: MetricsDependencies): RequestHandler {
  return async (request, response) => {
    const token = bearerToken(request.get('Authorization'));
    if (token === null || (await metricsToken?.(token)) !== true) {
      response.set('WWW-Authenticate', 'Bearer realm="metrics"');
      throw metricsClosed();
    }
    await beforeMetrics?.();
    response
      .set('Cache-Control', 'no-store')
      .type('text/plain; version=0.0.4')
      .send(await metrics.render());
  };
}

function metricsClosed(): AppError {
  return new AppError('NOT_SIGNED_IN', 'Số đo vận hành cần mã API có quyền metrics.', {
    status: 401,
    remedy: 'Tạo mã: npm run account -- token "Prometheus" --role metrics; gửi kèm Authorization: Bearer MÃ.',
  });
}
