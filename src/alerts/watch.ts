import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { AlertChannel, AlertKind, AlertStore, Occurrence, SendAlerts } from './types.js';

export interface AlertDependencies {
  /** What there is to tell now; what can't be looked at is left out. */
  find: () => Promise<Occurrence[]>;
  store: AlertStore;
  /** The channels that are set up, each with the kinds that go through it. */
  channels: Partial<Record<AlertChannel, SendAlerts>>;
  kinds: readonly AlertKind[];
  /** Kinds that are told at any hour. */
  atOnce: readonly AlertKind[];
  /** When the office is open again; `null` while it is open. */
  opens: (now: Date) => Date | null;
  clock: Clock;
  logger: Logger;
}

const LOOK_EVERY_MS = 15_000;
/** More of them come with the next message. */
const AT_ONCE = 50;
const MINUTE = 60_000;
/** After each failure; then it is given up. Milliseconds. */
const WAITS = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);

/** Looks for what is to be told and tells it, until it is stopped. */
export function startAlerts(parts: AlertDependencies): { stop(): Promise<void> } {
  if (Object.keys(parts.channels).length === 0) return { stop: () => Promise.resolve() };
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const noted = new Set<string>();
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = lookOnce(parts, noted)
      .catch((error: unknown) => parts.logger.warn({ err: error }, 'alerts could not be looked after'))
      .finally(() => (busy = false));
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}

/**
 * Notes what is new, then sends what is due, together; what is held back in quiet hours goes out when they are over.
 * `noted`: what this process need not look up again.
 */
export async function lookOnce(parts: AlertDependencies, noted = new Set<string>()): Promise<void> {
  const { store, kinds, clock, channels } = parts;
  const found = (await parts.find()).filter(({ kind }) => kinds.includes(kind));
  const ways = Object.entries(channels) as [AlertChannel, SendAlerts][];
  const now = clock.now();
  const opening = parts.opens(now) ?? now;
  for (const what of found)
    for (const [channel] of ways) {
      const name = `${channel}|${what.kind}|${what.about}`;
      if (noted.has(name)) continue;
      await store.note(channel, what, now, parts.atOnce.includes(what.kind) ? now : opening);
      if (what.lasts !== true) noted.add(name);
    }
  await Promise.all(ways.map(([channel, send]) => sendDue(parts, channel, send)));
}

async function sendDue(
  { store, clock, logger }: AlertDependencies,
  channel: AlertChannel,
  send: SendAlerts,
): Promise<void> {
  const now = clock.now();
  const alerts = await store.claim(channel, now, AT_ONCE);
  if (alerts.length === 0) return;
  const ids = alerts.map(({ id }) => id);
  try {
    await send(alerts, now);
  } catch (error) {
    logger.warn(
      { channel, err: error, alerts: ids.length },
      'alerts could not be sent; they are tried again later',
    );
    for (const { id, attempts } of alerts) {
      const wait = WAITS[attempts];
      if (wait === undefined) logger.error({ channel }, 'an alert was given up');
      await store.putBack([id], wait === undefined ? null : new Date(clock.now().getTime() + wait));
    }
    return;
  }
  await store.sent(ids, clock.now());
}
