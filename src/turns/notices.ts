import type { Conversation, Conversations, Inbox, Lease } from './ports.js';
import type { CitizenEvent } from '../conversation/types.js';

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
 * What the bot still owed is moot: a colleague wrote to the citizen. Or it may not wait for its time: the citizen wants
 * everything deleted and nothing can be said now.
 */
export async function dropOwed(
  conversations: Pick<Conversations, 'load' | 'delivered'>,
  lease: Lease,
): Promise<void> {
  const outbox = (await conversations.load(lease.conversationId))?.outbox ?? [];
  for (const reply of outbox)
    await conversations.delivered(lease, reply.id, reply === outbox.at(-1) ? { last: true } : {});
}

/** The Page's inbox does not take the conversation: the conversation itself must know, once. */
export function passRefused(
  { id, channel, pageId, address = '' }: Conversation,
  replyId: string,
  at: Date,
): CitizenEvent {
  return {
    key: `${replyId}|refused`,
    ...{ channel, conversationId: id, pageId, address },
    ...{ kind: 'notice', notice: 'pass_refused', sentAt: at, receivedAt: at, sequence: 0 },
  };
}
