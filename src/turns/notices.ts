import type { Conversations, Inbox, Lease } from './ports.js';
import type { CitizenEvent, ConversationState, TurnResult } from '../conversation/types.js';

/**
 * Messages that a waiting unsend takes back are forgotten before anything is answered, in whatever order the two came.
 * Resolves to the events that are left.
 */
export async function withoutTakenBack(
  inbox: Pick<Inbox, 'forgetMessage'>,
  events: readonly CitizenEvent[],
): Promise<CitizenEvent[]> {
  const takenBack = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'unsend' || event.messageId === undefined) continue;
    await inbox.forgetMessage(event.conversationId, event.messageId, event);
    takenBack.add(event.messageId);
  }
  return events.filter(({ kind, messageId }) => kind === 'unsend' || !takenBack.has(messageId ?? ''));
}

/**
 * A colleague wrote to the citizen: what the bot still owed is moot, and it keeps out for `silenceMs` (0: it does not). The
 * conversation came back: it may speak again.
 */
export async function afterNotice(
  conversations: Pick<Conversations, 'load' | 'delivered'>,
  lease: Lease,
  event: CitizenEvent,
  state: ConversationState,
  silenceMs: number,
): Promise<TurnResult> {
  const next = structuredClone(state);
  if (event.notice === 'thread_returned') delete next.silentUntil;
  if (event.notice === 'human_echo' && silenceMs > 0) {
    const until = event.sentAt.getTime() + silenceMs;
    next.silentUntil = new Date(Math.max(until, state.silentUntil?.getTime() ?? 0));
    await dropOwed(conversations, lease);
  }
  return { state: next, replies: [], outcome: 'ignored_notice', contentVersion: 'none' };
}

async function dropOwed(
  conversations: Pick<Conversations, 'load' | 'delivered'>,
  lease: Lease,
): Promise<void> {
  const outbox = (await conversations.load(lease.conversationId))?.outbox ?? [];
  for (const reply of outbox)
    await conversations.delivered(lease, reply.id, reply === outbox.at(-1) ? { last: true } : {});
}
