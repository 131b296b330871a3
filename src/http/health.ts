import type { RequestHandler } from 'express';
import type { ServiceMode } from '../conversation/service-switch.js';
import { withTimeout } from '../shared/with-timeout.js';
import type { Backlog } from '../turns/backlog.js';

export interface StorageHealth {
  engine: 'mongodb' | 'embedded';
  /** It took a write just now. */
  reachable: boolean;
  /** Why the last write was refused, for example `ENOSPC`. */
  refusal: string | null;
  /** Nothing more is taken in for want of this; what waits is answered. */
  shortOf: 'disk' | 'heap' | null;
  /** Embedded engine: how many conversations are held, and how many it is made for. */
  conversations?: number;
  madeFor?: number;
}

/** How the parts stand. Holds no secret and nothing personal: anyone may read it. */
export interface Health {
  storage: StorageHealth;
  /** `problems`: faults in the staff files that keep a newer state from being used; `summary`: one short line each; `watching`: the files could be read at the last look. */
  content: { version: string; problems: number; summary: string[]; watching: boolean };
  matcher: { version: string };
  /** How the bot serves everybody, as administrators set it; `null` when that can't be read. `until`: when it is on again. */
  bot: { mode: ServiceMode; until?: string } | null;
  /** What waits to be answered or sent, how long, and what was given up; `null` when that can't be read. */
  queue: Backlog | null;
  /** What is wrong with the subscription of the Page to our app, as of the last look. */
  page: { problems: readonly string[] };
  /**
   * The way out to Messenger. `stopped`: the token, the app or the Page was refused; `attention`: some replies are, and
   * wait. Someone must act.
   */
  sending: {
    state: 'not_connected' | 'ready' | 'paused' | 'stopped' | 'attention';
    until?: string;
    reason?: string;
  };
}

/** Of what the embedded engine is made for: time to move to MongoDB. */
const NEARLY_FULL = 0.7;

/** Answers take seconds; after so long somebody should look. */
const LONG_QUEUE_SECONDS = 15 * 60;

/** A probe must be told something even when the storage hangs. */
const PATIENCE_MS = 3000;

/** 200 when citizens are being answered (`ok`, or `degraded`: someone should look); 503 when they can't be. */
export function healthRoute(health: () => Promise<Health>, patienceMs = PATIENCE_MS): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    const found = await withTimeout(patienceMs, health(), 'health took too long').catch(() => null);
    if (found === null) {
      response.status(503).json({ status: 'down', reason: 'health could not be read' });
      return;
    }
    const status = statusOf(found);
    response.status(status === 'down' ? 503 : 200).json({ status, ...found });
  };
}

function statusOf({ storage, content, queue, page, sending }: Health): 'ok' | 'degraded' | 'down' {
  if (!storage.reachable || storage.shortOf !== null) return 'down';
  const { conversations = 0, madeFor = Number.POSITIVE_INFINITY } = storage;
  const nearlyFull = conversations > madeFor * NEARLY_FULL;
  return nearlyFull ||
    !content.watching ||
    page.problems.length > 0 ||
    (queue?.oldestSeconds ?? 0) > LONG_QUEUE_SECONDS ||
    content.problems > 0 ||
    sending.state === 'stopped' ||
    sending.state === 'attention'
    ? 'degraded'
    : 'ok';
}
