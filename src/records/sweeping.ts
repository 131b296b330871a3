import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { Retention } from './stores/retention.js';

const EVERY_MS = 60 * 60 * 1000;

/** Sweeps what has run out at the start and every hour; a database that does not answer is tried again the next time. */
export function startSweeping(retention: Retention, clock: Clock, logger: Logger): { stop(): void } {
  const sweep = (): void => {
    retention.sweep(clock.now()).then(
      (swept) => logger.info({ swept }, 'what has run out was deleted'),
      (error: unknown) =>
        logger.warn({ err: error }, 'retention could not be swept; trying again in an hour'),
    );
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
