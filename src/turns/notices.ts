import type { Conversation, Conversations, Inbox, Lease, OutgoingReply } from './ports.js';
import type { CitizenEvent } from '../conversation/types.js';

// What events that nobody wants answered do to what waits: an unsend, a colleague's message, a conversation not taken.

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

const OF_OTHERS: readonly CitizenEvent['notice'][] = [
  'human_echo',
  'app_echo',
  'thread_inbox',
  'thread_elsewhere',
  'thread_returned',
];

/** Whether it waits to be read that somebody else wrote to the citizen, or who has the conversation: before that nothing that is owed may go out. */
export async function othersWait(
  inbox: Pick<Inbox, 'waitingEvents'>,
  conversationId: string,
  limit: number,
): Promise<boolean> {
  const events = await inbox.waitingEvents(conversationId, limit);
  return events.some(({ notice }) => OF_OTHERS.includes(notice));
}

/**
 * What the bot still owes and is moot by this event. A colleague wrote: all of it, where the bot keeps out then; another app:
 * all but to give the conversation to a person. It is known who has the conversation: to give it away needs no more, and
 * to take it back would take it from whoever has just got it, so that what was to be said then goes too.
 */
export async function dropMoot(
  conversations: Pick<Conversations, 'load' | 'delivered'>,
  lease: Lease,
  { notice, sentAt }: CitizenEvent,
  keepsOut: boolean,
): Promise<void> {
  if (!OF_OTHERS.includes(notice)) return;
  const isEcho = notice === 'human_echo' || notice === 'app_echo';
  if (isEcho && !keepsOut) return;
  const conversation = await conversations.load(lease.conversationId);
  if (conversation === null) return;
  const { outbox, state } = conversation;
  const isLate = state.lastEventAt !== undefined && sentAt < state.lastEventAt;
  if (!isEcho && isLate) return;
  const isLost = notice !== 'thread_returned' && outbox.some(({ handover }) => handover?.act === 'take');
  const isMoot = ({ handover }: OutgoingReply) =>
    handover?.act === 'pass' ? notice !== 'app_echo' : isEcho || isLost;
  await drop(conversations, lease, outbox, isMoot);
}

/** What is owed may not wait for its time: the citizen wants everything deleted and nothing can be said now. */
export async function dropOwed(
  conversations: Pick<Conversations, 'load' | 'delivered'>,
  lease: Lease,
): Promise<void> {
  const outbox = (await conversations.load(lease.conversationId))?.outbox ?? [];
  await drop(conversations, lease, outbox, () => true);
}

async function drop(
  conversations: Pick<Conversations, 'delivered'>,
  lease: Lease,
  outbox: readonly OutgoingReply[],
  isMoot: (reply: OutgoingReply) => boolean,
): Promise<void> {
  const dropped = outbox.filter(isMoot);
  for (const reply of dropped) {
    const last = dropped.length === outbox.length && reply === dropped.at(-1);
    await conversations.delivered(lease, reply.id, last ? { last } : {});
  }
}

/**
 * What became of a pass that the conversation itself must know, once: the Page's inbox did not take it, or has it since now
 * (one that was sent twice: what is said of who had it in between is out of date).
 */
export function passSettled(
  { id, channel, pageId, address = '' }: Conversation,
  replyId: string,
  notice: 'pass_refused' | 'thread_inbox',
  at: Date,
): CitizenEvent {
  return {
    key: `${replyId}|${notice === 'pass_refused' ? 'refused' : 'again'}`,
    ...{ channel, conversationId: id, pageId, address },
    ...{ kind: 'notice', notice, sentAt: at, receivedAt: at, sequence: 0 },
  };
}
