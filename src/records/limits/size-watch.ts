import type { Logger } from '../../shared/logger.js';

/** How many conversations the embedded engine is made for: docs/deploy.md says how that was measured. */
export const EMBEDDED_CONVERSATIONS = 50_000;

const WARN_AT = 0.7;
const LOOK_MS = 10 * 60_000;

/** Warns in the log, well before it, that the embedded engine will be too small; again for each further tenth. */
export function watchSize(held: () => number | null, logger: Logger): { stop(): void } {
  let warned = WARN_AT - 0.1;
  const look = (): void => {
    const conversations = held();
    if (conversations === null || conversations < EMBEDDED_CONVERSATIONS * (warned + 0.1)) return;
    warned = Math.floor((conversations / EMBEDDED_CONVERSATIONS) * 10) / 10;
    logger.warn(
      { conversations, madeFor: EMBEDDED_CONVERSATIONS },
      'the embedded storage is nearly as full as it is made for: move to MongoDB (docs/deploy.md)',
    );
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
