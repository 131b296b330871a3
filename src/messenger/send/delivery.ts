import type { Delivery, DeliveryResult, DeliveryTarget, OutgoingReply } from '../../turns/ports.js';
import type { Handover } from '../../conversation/types.js';
import type { Clock } from '../../shared/clock.js';
import { OWN_METADATA } from '../own-messages.js';
import { webhookFieldsOf, textOf } from '../webhook/values.js';
import type { CallOptions, GraphAnswer, GraphClient } from './client.js';
import { verdictOn, verdictOnHandover, type GraphError, type Verdict } from './errors.js';
import type { PageState } from './page-state.js';
import { PAGE_INBOX_APP } from '../apps.js';
import { threadOwner } from '../thread-owner.js';
import { renderReply, type SendMessage } from './render.js';
import { isClosed, windowFor } from './windows.js';

export interface DeliveryDependencies {
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
/** A private reply that may have arrived is not sent again, nor one to somebody whom another is answering. */
const ENDS_PRIVATE_REPLY: readonly Verdict[] = ['once', 'elsewhere'];

type Failure = Exclude<GraphAnswer, { ok: true }>;
type Post = (message: SendMessage) => Promise<GraphAnswer>;

/** The Send API as the way out: one reply at a time, in the order the worker keeps. */
export function messengerDelivery(parts: DeliveryDependencies): Delivery {
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
      if (!able || isClosed(clock.now(), target)) return;
      // It only decorates: whether it arrives does not matter.
      const answer = await post(target, { sender_action: 'typing_on' }, { timeoutMs: TYPING_MS });
      if (!answer.ok && 'sent' in answer) typingFrom = now + NO_TYPING_MS;
    },
    async send(target, reply) {
      if (reply.handover !== undefined) return handOver(parts, target, reply, reply.handover);
      const window = windowFor(parts, target, reply);
      if (!window.open) return { status: 'closed', reason: window.reason };
      if (underWay >= MOST_AT_ONCE)
        return pausedUntil(parts, clock.now().getTime() + ROOM_LOOK_MS, 'enough is under way');
      const until = page.closedUntil();
      if (until !== null) return pausedUntil(parts, until, 'the Page is paused');
      const recipient = reply.comment === true ? { comment_id: target.address } : { id: target.address };
      return sendAll(parts, reply, target, (message) =>
        // A try that got no answer may have met a dead connection.
        post(target, { recipient, ...answering(message, window.tagged) }, { fresh: reply.attempts > 0 }),
      );
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

async function sendAll(
  parts: DeliveryDependencies,
  reply: OutgoingReply,
  target: DeliveryTarget,
  send: Post,
): Promise<DeliveryResult> {
  for (const message of renderReply(reply.reply)) {
    const { opening } = parts.page;
    const answer = await send(message);
    if (!answer.ok) return failed(parts, reply, answer);
    parts.page.wentThrough(opening);
    const messageId = textOf(webhookFieldsOf(answer.body)['message_id']);
    if (messageId !== undefined) parts.sent?.(messageId, reply, target);
  }
  return { status: 'sent' };
}

/**
 * Conversation Routing: no message, so that no window closes it. Who has it already needs no more. One that may have been
 * taken back before a crash is not taken at once: where the inbox has it, perhaps again, what it does comes first.
 */
async function handOver(
  parts: DeliveryDependencies,
  { address, pageId }: DeliveryTarget,
  reply: OutgoingReply,
  handover: Handover,
): Promise<DeliveryResult> {
  const until = parts.page.closedUntil();
  if (until !== null) return pausedUntil(parts, until, 'the Page is paused');
  const recipient = { id: address };
  const options = { fresh: reply.attempts > 0 };
  if (handover.act === 'take' && reply.begun === true && reply.attempts === 0) {
    const owner = await parts.client.call('GET', `${pageId}/thread_owner?recipient=${address}`);
    if (!owner.ok) return failed(parts, reply, owner, verdictOnHandover);
    const reason = 'who has the conversation is not sure';
    return threadOwner(owner.body) === PAGE_INBOX_APP
      ? { status: 'retry', afterMs: spread(parts, THREAD_LOOK_MS), reason }
      : { status: 'sent' };
  }
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
  parts: DeliveryDependencies,
  { attempts, comment }: OutgoingReply,
  failure: Failure,
  verdict: (error: GraphError) => Verdict = verdictOn,
): DeliveryResult {
  const { reason } = failure;
  if ('sent' in failure) {
    // A refused connection carried nothing; otherwise it may have arrived, and is sent again once.
    if (!failure.sent) return retry(parts, attempts, reason);
    parts.page.noAnswer();
    return attempts >= 1 || comment === true
      ? { status: 'rejected', reason }
      : { status: 'retry', afterMs: spread(parts, SECOND_MS), reason };
  }
  parts.page.answered();
  const found = verdict(failure);
  return refused(
    parts,
    attempts,
    comment === true && ENDS_PRIVATE_REPLY.includes(found) ? 'never' : found,
    failure,
  );
}

function refused(
  parts: DeliveryDependencies,
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

function unclear(parts: DeliveryDependencies, attempts: number, reason: string): DeliveryResult {
  parts.page.concern(reason);
  const onlyThis = attempts + 1 >= MOST_UNCLEAR_TRIES && parts.page.sentWithin(LONGEST_WAIT_MS);
  return onlyThis ? { status: 'rejected', reason } : retry(parts, attempts, reason);
}

/** 2, 6, 18, 54 … seconds up to a quarter of an hour. */
function retry(parts: DeliveryDependencies, attempts: number, reason: string): DeliveryResult {
  const waitMs = Math.min(2 * SECOND_MS * 3 ** Math.min(attempts, 10), LONGEST_WAIT_MS);
  return { status: 'retry', afterMs: spread(parts, waitMs), reason };
}

/** Up to half as long again. */
function spread({ jitter = Math.random }: DeliveryDependencies, waitMs: number): number {
  return Math.round(waitMs * (1 + jitter() / 2));
}

function pausedUntil(
  { clock, jitter = Math.random }: DeliveryDependencies,
  untilMs: number,
  reason: string,
): DeliveryResult {
  const waitMs = Math.max(0, untilMs - clock.now().getTime());
  return { status: 'paused', untilMs: Math.round(untilMs + jitter() * Math.min(waitMs, SPREAD_MS)), reason };
}
