import type { Clock } from '../shared/clock.js';
import type { Delivery } from '../turns/ports.js';

const PAGE_LOOK_MS = 10 * 60_000;

/** Without a Page nothing comes in from Messenger; what an earlier run still owed there waits for the Page. */
export function pageMissing(clock: Clock): Delivery {
  return {
    send: () =>
      Promise.resolve({
        status: 'paused',
        untilMs: clock.now().getTime() + PAGE_LOOK_MS,
        reason: 'no Page is connected',
      }),
  };
}
