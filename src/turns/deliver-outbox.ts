import type { TalkLines } from '../conversation/talk-line.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type {
  Conversation,
  Conversations,
  Delivery,
  DeliveryResult,
  DeliveryTarget,
  Inbox,
  Lease,
  OutgoingReply,
} from './ports.js';
import type { Channel } from '../conversation/types.js';
import { talkLineOf } from './turn-record.js';
import type { Dropped } from './backlog.js';
import { passSettled } from './notices.js';
import { leaseRunsOut } from './lease-time.js';

export interface OutboxDependencies {
  inbox: Pick<Inbox, 'store'>;
  conversations: Conversations;
  deliveries: Record<Channel, Delivery>;
  aside: <T>(work: () => Promise<T>) => Promise<T>;
  dropped: Dropped;
  talkLines?: Pick<TalkLines, 'settle'>;
  clock: Clock;
  logger: Logger;
}

/**
 * Sends what a conversation's citizen is owed, in order, ticking each reply off; stops at the first that must wait, so
 * that none overtakes another. Resolves to the milliseconds until that one is due, `null` when nothing is owed any more.
 * `takeRecorded`: the records written so far, to be ticked off together with the last reply. `dueNow`: the citizen has
 * just written again, so that waiting for a better moment is over.
 */
export async function deliverOutbox(
  parts: OutboxDependencies,
  lease: Lease,
  conversation: Conversation,
  { takeRecorded, dueNow }: { takeRecorded: () => string[]; dueNow: boolean },
): Promise<number | null> {
  const { conversations, clock } = parts;
  const target = targetOf(conversation);
  let closed = conversation.address === undefined;
  const delivery = parts.deliveries[conversation.channel];
  for (const reply of conversation.outbox) {
    const waitMs = (reply.notBefore?.getTime() ?? 0) - clock.now().getTime();
    if (waitMs > 0 && !closed && !(dueNow && reply.handover?.act !== 'take')) return waitMs;
    if (leaseRunsOut(lease, clock.now())) return 0;
    const first = reply === conversation.outbox[0] && reply.attempts === 0;
    const result =
      closed && !mayStillGo(conversation, reply)
        ? null
        : ((await onceOnly(parts, lease, reply)) ??
          (await parts.aside(() => send(delivery, target, reply, first))));
    switch (result?.status) {
      case 'retry':
        await conversations.postponed(lease, reply.id, reply.attempts + 1, after(clock, result.afterMs));
        return result.afterMs;
      case 'paused':
        await conversations.postponed(lease, reply.id, reply.attempts, new Date(result.untilMs));
        return Math.max(0, result.untilMs - clock.now().getTime());
      default:
        closed ||= result?.status === 'closed';
        report(parts, result);
    }
    await settleOfficers(parts, conversation, reply, result);
    await settlePass(parts, conversation, reply, result);
    const last = reply === conversation.outbox.at(-1);
    await conversations.delivered(lease, reply.id, last ? { last, recorded: takeRecorded() } : {});
  }
  return null;
}

/**
 * Nobody is told twice in private what they wrote in public: that it is about to go out is written first, and what a crash
 * left so is given up. Of who has the conversation it is written too, so that doing it once more is known to be that.
 */
async function onceOnly(
  { conversations, clock }: OutboxDependencies,
  lease: Lease,
  { id, attempts, comment, begun, handover }: OutgoingReply,
): Promise<DeliveryResult | null> {
  if (comment === undefined && handover === undefined) return null;
  if (comment === true && begun === true)
    return { status: 'rejected', reason: 'it may have gone out before a crash' };
  await conversations.postponed(lease, id, attempts, clock.now(), true);
  return null;
}

/** What a person wrote may go out later than what the bot says; who has the conversation is no message at all. */
function mayStillGo({ address }: Conversation, { reply, handover }: OutgoingReply): boolean {
  return reply.by !== undefined || (handover !== undefined && address !== undefined);
}

/** Before it is ticked off: the citizen is not left with nobody because the inbox did not take the conversation. */
async function settlePass(
  { inbox, clock }: OutboxDependencies,
  conversation: Conversation,
  { id, handover, attempts, begun = false }: OutgoingReply,
  result: DeliveryResult | null,
): Promise<void> {
  if (handover?.act !== 'pass') return;
  const isTaken = result?.status === 'sent';
  if (isTaken && attempts === 0 && !begun) return;
  const notice = isTaken ? 'thread_inbox' : 'pass_refused';
  await inbox.store([passSettled(conversation, id, notice, clock.now())]);
}

/** Before the reply is ticked off: after a crash in between it goes out again, and is told once more. */
async function settleOfficers(
  { talkLines, clock }: OutboxDependencies,
  { id, state }: Conversation,
  reply: OutgoingReply,
  result: DeliveryResult | null,
): Promise<void> {
  const code = state.request?.code;
  if (talkLines === undefined || reply.reply.by === undefined || code === undefined) return;
  const ways = { sent: 'sent', closed: 'closed', rejected: 'refused' } as const;
  const status = result?.status ?? 'closed';
  if (status === 'retry' || status === 'paused') return;
  await talkLines.settle({ ...talkLineOf(reply, code, id, clock.now()), delivery: ways[status] });
}

async function send(
  delivery: Delivery,
  target: DeliveryTarget,
  reply: OutgoingReply,
  first: boolean,
): Promise<DeliveryResult> {
  if (first && reply.handover === undefined && reply.comment === undefined) await delivery.announce?.(target);
  return delivery.send(target, reply);
}

function targetOf({ address, pageId, id, state }: Conversation): DeliveryTarget {
  const target = { address: address ?? '', pageId, conversationId: id };
  return state.lastEventAt === undefined ? target : { ...target, lastEventAt: state.lastEventAt };
}

function report({ logger, dropped }: OutboxDependencies, result: DeliveryResult | null): void {
  if (result?.status === 'sent') return;
  dropped.count();
  if (result?.status === 'closed')
    logger.warn(
      { reason: result.reason },
      'replies dropped: the citizen cannot be reached until they write again',
    );
  if (result?.status === 'rejected')
    logger.error({ reason: result.reason }, 'a reply was refused and will not be sent again');
}

function after(clock: Clock, milliseconds: number): Date {
  return new Date(clock.now().getTime() + milliseconds);
}
