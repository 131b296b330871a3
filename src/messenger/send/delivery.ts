import type { Delivery, DeliveryResult, OutgoingReply } from '../../conversation/ports.js';
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
/** Facebook's window for answers is 24 hours from the citizen's last message; the last minutes are left alone. */
const WINDOW_MS = 24 * 60 * 60 * 1000 - 5 * 60 * 1000;

type Failure = Exclude<GraphAnswer, { ok: true }>;

/** The Send API as the way out: one reply at a time, in the order the worker keeps. */
export function messengerDelivery(parts: DeliveryParts): Delivery {
  return {
    async send({ address, pageId, lastEventAt }, reply) {
      if (lastEventAt !== undefined && parts.clock.now().getTime() - lastEventAt.getTime() > WINDOW_MS) {
        return { status: 'closed', reason: 'outside the 24-hour window' };
      }
      const until = parts.page.closedUntil();
      if (until !== null && !isProbe(parts, reply))
        return { status: 'paused', untilMs: until, reason: 'the Page is paused' };
      const send = (body: object) =>
        parts.client.call('POST', `${pageId}/messages`, { recipient: { id: address }, ...body });
      // It only decorates: whether it arrives does not matter.
      if (reply.attempts === 0) await send({ sender_action: 'typing_on' });
      return sendAll(parts, reply, (message) => send({ messaging_type: 'RESPONSE', message }));
    },
  };
}

/** While stopped, a reply that has waited is tried now and then: that is how an exchanged token is noticed. */
function isProbe({ page, clock }: DeliveryParts, reply: OutgoingReply): boolean {
  return (
    page.describe().state === 'stopped' && reply.notBefore !== undefined && reply.notBefore <= clock.now()
  );
}

async function sendAll(
  parts: DeliveryParts,
  reply: OutgoingReply,
  send: (message: SendMessage) => Promise<GraphAnswer>,
): Promise<DeliveryResult> {
  for (const message of renderReply(reply.reply)) {
    const answer = await send(message);
    if (!answer.ok) return failed(parts, reply, answer);
    parts.page.wentThrough();
  }
  return { status: 'sent' };
}

function failed(parts: DeliveryParts, { attempts }: OutgoingReply, failure: Failure): DeliveryResult {
  const { reason } = failure;
  const verdict = 'sent' in failure ? (failure.sent ? 'once' : 'transient') : verdictOn(failure);
  switch (verdict) {
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

/** 1, 2, 4 … seconds, each up to half as long again. */
function waitMs({ jitter = Math.random }: DeliveryParts, attempts: number): number {
  return Math.round(FIRST_WAIT_MS * 2 ** attempts * (1 + jitter() / 2));
}
