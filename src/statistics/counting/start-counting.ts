import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import { countWaiting, type CountingStore } from './counter.js';

/** How far the statistics may lag behind, and how many writes they cost at most. Milliseconds. */
const EVERY_MS = 2000;

/** Counts what was recorded, every two seconds; a database that does not answer is tried again the next time. */
export function startCounting(store: CountingStore, clock: Clock, logger: Logger): { stop(): Promise<void> } {
  const count = () =>
    countWaiting(store, clock).then(
      () => undefined,
      (error: unknown) => logger.warn({ err: error }, 'the statistics could not be counted up; trying again'),
    );
  let round: Promise<void> | undefined;
  const next = () => {
    round ??= count().finally(() => (round = undefined));
  };
  next();
  const timer = setInterval(next, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
      await count();
    },
  };
}
