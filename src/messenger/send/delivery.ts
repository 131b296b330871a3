import type { Delivery, DeliveryResult, DeliveryTarget, OutgoingReply } from '../../conversation/ports.js';
import type { Clock } from '../../shared/clock.js';
import type { GraphAnswer, GraphClient } from './client.js';
import { verdictOn } from './errors.js';
import type { PageState } from './page-state.js';
import { renderReply, type SendMessage } from './render.js';

export interface DeliveryParts {
  client: GraphClient;
  page: PageState;
  clock: Clock;
  /** Picks the wait within its range, 0 to 1; random unless told. */
  jitter?: () => number;
}

const MOST_TRIES = 3;
const FIRST_WAIT_MS = 1000;
const MOST_DOUBLINGS = 8;
/** Typing dots that come late are worth nothing. */
const TYPING_MS = 2000;
/** Facebook's window for answers is 24 hours from the citizen's last message; the last minutes are left alone. */
const WINDOW_MS = 24 * 60 * 60 * 1000 - 5 * 60 * 1000;

type Failure = Exclude<GraphAnswer, { ok: true }>;

/** The Send API as the way out: one reply at a time, in the order the worker keeps. */
export function messengerDelivery(parts: DeliveryParts): Delivery {
  const post = ({ address, pageId }: DeliveryTarget, body: object, timeoutMs?: number) =>
    parts.client.call('POST', `${pageId}/messages`, { recipient: { id: address }, ...body }, timeoutMs);
  return {
    async announce(target) {
      if (parts.page.describe().state !== 'ready' || isClosed(parts, target)) return;
      // It only decorates: whether it arrives does not matter.
      await post(target, { sender_action: 'typing_on' }, TYPING_MS);
    },
    async send(target, reply) {
      if (isClosed(parts, target)) return { status: 'closed', reason: 'outside the 24-hour window' };
      const until = parts.page.closedUntil();
      if (until !== null) return { status: 'paused', untilMs: until, reason: 'the Page is paused' };
      return sendAll(parts, reply, (message) => post(target, { messaging_type: 'RESPONSE', message }));
    },
  };
}

function isClosed({ clock }: DeliveryParts, { lastEventAt }: DeliveryTarget): boolean {
  return lastEventAt !== undefined && clock.now().getTime() - lastEventAt.getTime() > WINDOW_MS;
}

async function sendAll(
  parts: DeliveryParts,
  reply: OutgoingReply,
  send: (message: SendMessage) => Promise<GraphAnswer>,
): Promise<DeliveryResult> {
  for (const message of renderReply(reply.reply)) {
    const { opening } = parts.page;
    const answer = await send(message);
    if (!answer.ok) return failed(parts, reply, answer);
    parts.page.wentThrough(opening);
  }
  return { status: 'sent' };
}

function failed(parts: DeliveryParts, { attempts }: OutgoingReply, failure: Failure): DeliveryResult {
  const { reason } = failure;
  const verdict = 'sent' in failure ? (failure.sent ? 'once' : 'unreached') : verdictOn(failure);
  switch (verdict) {
    case 'unreached':
      return { status: 'retry', afterMs: waitMs(parts, attempts), reason };
    case 'transient':
      return attempts + 1 >= MOST_TRIES
        ? { status: 'rejected', reason }
        : { status: 'retry', afterMs: waitMs(parts, attempts), reason };
    case 'once':
      return attempts >= 1
        ? { status: 'rejected', reason }
        : { status: 'retry', afterMs: waitMs(parts, attempts), reason };
    case 'rate_limited':
      return {
        status: 'paused',
        untilMs: parts.page.pause(reason, 'waitMinutes' in failure ? failure.waitMinutes : undefined),
        reason,
      };
    case 'stopped':
      return { status: 'paused', untilMs: parts.page.stop(reason), reason };
    case 'closed':
      return { status: 'closed', reason };
    case 'never':
      return { status: 'rejected', reason };
  }
}

/** 1, 2, 4 … seconds up to four minutes, each up to half as long again. */
function waitMs({ jitter = Math.random }: DeliveryParts, attempts: number): number {
  return Math.round(FIRST_WAIT_MS * 2 ** Math.min(attempts, MOST_DOUBLINGS) * (1 + jitter() / 2));
}
