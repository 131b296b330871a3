import type { Delivery, DeliveryResult, DeliveryTarget, OutgoingReply } from '../../turns/ports.js';
import type { Handover } from '../../conversation/types.js';
import type { Clock } from '../../shared/clock.js';
import { OWN_METADATA } from '../own-messages.js';
import { fieldsOf, textOf } from '../webhook/values.js';
import type { CallOptions, GraphAnswer, GraphClient } from './client.js';
import { verdictOn, verdictOnHandover, type GraphError, type Verdict } from './errors.js';
import type { PageState } from './page-state.js';
import { PAGE_INBOX_APP } from '../apps.js';
import { renderReply, type SendMessage } from './render.js';

export interface DeliveryParts {
  client: GraphClient;
  page: PageState;
  clock: Clock;
  /** Whether the Page may send a person's words for 7 days after the citizen's last message. */
  humanAgent?: boolean;
  /** Told of the id of each message that was taken, and of what it is a part. */
  sent?: (messageId: string, reply: OutgoingReply, target: DeliveryTarget) => void;
  /** Picks the wait within its range, 0 to 1; random unless told. */
  jitter?: () => number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Of what may be the citizen's account as well as Facebook: 2, 6, 18 … seconds, twelve minutes in all. */
const MOST_TRIES = 7;
/** Of a refusal that nobody knows, while others' replies go out: then it is this reply that is at fault. */
const MOST_UNCLEAR_TRIES = 7;
const LONGEST_WAIT_MS = 15 * MINUTE_MS;
const THREAD_LOOK_MS = 5 * MINUTE_MS;
/** Waiting citizens are not all tried at the same moment. */
const SPREAD_MS = 30 * SECOND_MS;
/** Calls to Facebook under way; whoever comes then waits in the store. Facebook allows 300 a second. */
const MOST_AT_ONCE = 256;
const ROOM_LOOK_MS = 2 * SECOND_MS;
/** Typing dots that come late are worth nothing; where they got no answer, none are tried for a while. */
const TYPING_MS = 2000;
const NO_TYPING_MS = MINUTE_MS;
/** Facebook's window for answers is 24 hours from the citizen's last message; the last minutes are left alone. */
const WINDOW_MS = 24 * 60 * MINUTE_MS - 5 * MINUTE_MS;

/** For a person's words with the human-agent tag: 7 days, the last minutes left alone. */
const HUMAN_AGENT_WINDOW_MS = 7 * 24 * 60 * MINUTE_MS - 5 * MINUTE_MS;

type Failure = Exclude<GraphAnswer, { ok: true }>;
type Post = (message: SendMessage) => Promise<GraphAnswer>;

/** The Send API as the way out: one reply at a time, in the order the worker keeps. */
export function messengerDelivery(parts: DeliveryParts): Delivery {
  const { clock, page } = parts;
  let underWay = 0;
  let typingFrom = 0;
  const post = async ({ address, pageId }: DeliveryTarget, body: object, options: CallOptions = {}) => {
    underWay += 1;
    try {
      return await parts.client.call(
        'POST',
        `${pageId}/messages`,
        { recipient: { id: address }, ...body },
        options,
      );
    } finally {
      underWay -= 1;
    }
  };
  return {
    async announce(target) {
      const now = clock.now().getTime();
      const able = page.mayAnnounce() && underWay < MOST_AT_ONCE && now >= typingFrom;
      if (!able || isClosed(parts, target)) return;
      // It only decorates: whether it arrives does not matter.
      const answer = await post(target, { sender_action: 'typing_on' }, { timeoutMs: TYPING_MS });
      if (!answer.ok && 'sent' in answer) typingFrom = now + NO_TYPING_MS;
    },
    async send(target, reply) {
      if (reply.handover !== undefined) return handOver(parts, target, reply, reply.handover);
      const tagged = isClosed(parts, target);
      if (tagged && !mayBeTagged(parts, target, reply))
        return { status: 'closed', reason: 'outside the window for answers' };
      if (underWay >= MOST_AT_ONCE)
        return pausedUntil(parts, clock.now().getTime() + ROOM_LOOK_MS, 'enough is under way');
      const until = page.closedUntil();
      if (until !== null) return pausedUntil(parts, until, 'the Page is paused');
      // A try that got no answer may have met a dead connection.
      const options = { fresh: reply.attempts > 0 };
      return sendAll(parts, reply, target, (message) => post(target, answering(message, tagged), options));
    },
  };
}

/** `tagged`: later than answers may come; only what a person wrote may have the tag. */
function answering(message: SendMessage, tagged: boolean): object {
  const type = tagged
    ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
    : { messaging_type: 'RESPONSE' };
  return { ...type, message: { ...message, metadata: OWN_METADATA } };
}

function mayBeTagged(
  { clock, humanAgent = false }: DeliveryParts,
  { lastEventAt }: DeliveryTarget,
  { reply }: OutgoingReply,
): boolean {
  if (!humanAgent || reply.by === undefined || lastEventAt === undefined) return false;
  return clock.now().getTime() - lastEventAt.getTime() <= HUMAN_AGENT_WINDOW_MS;
}

function isClosed({ clock }: DeliveryParts, { lastEventAt }: DeliveryTarget): boolean {
  return lastEventAt !== undefined && clock.now().getTime() - lastEventAt.getTime() > WINDOW_MS;
}

async function sendAll(
  parts: DeliveryParts,
  reply: OutgoingReply,
  target: DeliveryTarget,
  send: Post,
): Promise<DeliveryResult> {
  for (const message of renderReply(reply.reply)) {
    const { opening } = parts.page;
    const answer = await send(message);
    if (!answer.ok) return failed(parts, reply, answer);
    parts.page.wentThrough(opening);
    const messageId = textOf(fieldsOf(answer.body)['message_id']);
    if (messageId !== undefined) parts.sent?.(messageId, reply, target);
  }
  return { status: 'sent' };
}

/** Conversation Routing: no message, so that no window closes it. Who has it already needs no more. */
async function handOver(
  parts: DeliveryParts,
  { address, pageId }: DeliveryTarget,
  reply: OutgoingReply,
  handover: Handover,
): Promise<DeliveryResult> {
  const until = parts.page.closedUntil();
  if (until !== null) return pausedUntil(parts, until, 'the Page is paused');
  const recipient = { id: address };
  const options = { fresh: reply.attempts > 0 };
  const answer =
    handover.act === 'take'
      ? await parts.client.call('POST', `${pageId}/take_thread_control`, { recipient }, options)
      : await parts.client.call(
          'POST',
          `${pageId}/pass_thread_control`,
          { recipient, target_app_id: PAGE_INBOX_APP, metadata: handover.summary },
          options,
        );
  if (answer.ok) return { status: 'sent' };
  if (!('sent' in answer) && verdictOn(answer) === 'elsewhere')
    return handover.act === 'pass' ? { status: 'sent' } : { status: 'rejected', reason: answer.reason };
  return failed(parts, reply, answer, verdictOnHandover);
}

function failed(
  parts: DeliveryParts,
  { attempts }: OutgoingReply,
  failure: Failure,
  verdict: (error: GraphError) => Verdict = verdictOn,
): DeliveryResult {
  const { reason } = failure;
  if ('sent' in failure) {
    // A refused connection carried nothing; otherwise it may have arrived, and is sent again once.
    if (!failure.sent) return retry(parts, attempts, reason);
    parts.page.noAnswer();
    return attempts >= 1
      ? { status: 'rejected', reason }
      : { status: 'retry', afterMs: spread(parts, SECOND_MS), reason };
  }
  parts.page.answered();
  return refused(parts, attempts, verdict(failure), failure);
}

function refused(
  parts: DeliveryParts,
  attempts: number,
  verdict: Verdict,
  { reason, waitMinutes }: Failure & { waitMinutes?: number },
): DeliveryResult {
  switch (verdict) {
    case 'outage':
      return retry(parts, attempts, reason);
    case 'passing':
      return attempts + 1 >= MOST_TRIES ? { status: 'rejected', reason } : retry(parts, attempts, reason);
    case 'once':
      return attempts >= 1
        ? { status: 'rejected', reason }
        : { status: 'retry', afterMs: spread(parts, 30 * SECOND_MS), reason };
    case 'elsewhere':
      return { status: 'retry', afterMs: spread(parts, THREAD_LOOK_MS), reason };
    case 'rate_limited':
      return pausedUntil(parts, parts.page.pause(reason, waitMinutes), reason);
    case 'blocked':
      return pausedUntil(parts, parts.page.stop(reason, true), reason);
    case 'stopped':
      return pausedUntil(parts, parts.page.stop(reason), reason);
    case 'closed':
      return { status: 'closed', reason };
    case 'never':
      return { status: 'rejected', reason };
    case 'unclear':
      return unclear(parts, attempts, reason);
  }
}

function unclear(parts: DeliveryParts, attempts: number, reason: string): DeliveryResult {
  parts.page.concern(reason);
  const onlyThis = attempts + 1 >= MOST_UNCLEAR_TRIES && parts.page.sentWithin(LONGEST_WAIT_MS);
  return onlyThis ? { status: 'rejected', reason } : retry(parts, attempts, reason);
}

/** 2, 6, 18, 54 … seconds up to a quarter of an hour. */
function retry(parts: DeliveryParts, attempts: number, reason: string): DeliveryResult {
  const waitMs = Math.min(2 * SECOND_MS * 3 ** Math.min(attempts, 10), LONGEST_WAIT_MS);
  return { status: 'retry', afterMs: spread(parts, waitMs), reason };
}

/** Up to half as long again. */
function spread({ jitter = Math.random }: DeliveryParts, waitMs: number): number {
  return Math.round(waitMs * (1 + jitter() / 2));
}

function pausedUntil(
  { clock, jitter = Math.random }: DeliveryParts,
  untilMs: number,
  reason: string,
): DeliveryResult {
  const waitMs = Math.max(0, untilMs - clock.now().getTime());
  return { status: 'paused', untilMs: Math.round(untilMs + jitter() * Math.min(waitMs, SPREAD_MS)), reason };
}
