import type { TalkLines } from '../conversation/talk-line.js';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import type { Conversation, Conversations, Delivery, Inbox, Lease, Records } from './ports.js';
import { leftAfterDeletion, newConversation } from '../conversation/state/conversation-state.js';
import type { Channel, CitizenEvent, ConversationState, TurnResult } from '../conversation/types.js';
import type { Dropped } from './backlog.js';
import { burstsOf, waitForMore, type Burst, type Gathering } from './bursts.js';
import { deliverOutbox } from './deliver-outbox.js';
import { LEASE_MS, leaseRunsOut } from './lease-time.js';
import { dropMoot, dropOwed, othersWait, withoutTakenBack } from './notices.js';
import { apologised, runTurn, type RunDependencies } from './run-turn.js';
import { outgoingOf, partOf, recordOf } from './turn-record.js';

export interface WorkDependencies extends RunDependencies {
  inbox: Inbox;
  conversations: Conversations;
  records: Records;
  deliveries: Record<Channel, Delivery>;
  clock: Clock;
  dropped: Dropped;
  /** Runs a send to a channel without taking up one of the worker's slots meanwhile. */
  aside: <T>(work: () => Promise<T>) => Promise<T>;
  /** How long the bot keeps out of a conversation in which a colleague answered, milliseconds; it does not unless told. */
  colleagueSilenceMs?: number;
  /** Whether what is sent quickly one after another is answered together; not unless told. */
  gathering?: Gathering;
  /** Told how officers' messages fare; nobody writes any where it is absent. */
  talkLines?: Pick<TalkLines, 'settle'>;
  /** Whether the text may outlive its answer. */
  keepsText: (state: ConversationState) => boolean;
}

/** Another owner is at it: look again then. */
const BUSY_MS = 500;
const EVENTS_AT_ONCE = 20;
const owner = randomUUID();

/**
 * Everything that waits in one conversation, in order: replies still owed, then each event: run, commit, deliver, record.
 * Resolves to the milliseconds after which there is more to do (a reply to be retried), or `null`.
 */
export async function processConversation(
  parts: WorkDependencies,
  conversationId: string,
): Promise<number | null> {
  const { inbox, conversations, clock } = parts;
  const lease = await conversations.lease(conversationId, owner, clock.now(), LEASE_MS);
  if (lease === null) return BUSY_MS;
  try {
    let { dueMs, conversation } = await settle(parts, lease);
    for (;;) {
      const events = await inbox.waitingEvents(conversationId, EVENTS_AT_ONCE);
      if (events.length === 0) return dueMs;
      conversation ??= await conversations.load(conversationId);
      let state = conversation?.state ?? newConversation();
      const kept = await withoutTakenBack(inbox, events);
      const toAnswer = await unanswered(parts, kept, conversation, events.length);
      const wait = waitForMore(toAnswer, clock.now(), parts);
      if (wait > 0) return Math.min(wait, dueMs ?? wait);
      for (const burst of burstsOf(toAnswer, parts)) {
        if (leaseRunsOut(lease, clock.now())) return 0;
        state = await handle(parts, lease, burst, state);
      }
      ({ dueMs, conversation } = await settle(parts, lease, true));
      // Whoever stores an event from now on wakes the worker for it.
      if (events.length < EVENTS_AT_ONCE) return dueMs;
    }
  } finally {
    await conversations.release(lease);
  }
}

/**
 * A crash between commit and mark leaves an event waiting that was answered: only its mark is made up for, before
 * anything else is committed, so that the newest keys are all that a conversation must remember.
 */
async function unanswered(
  { inbox, clock }: WorkDependencies,
  events: readonly CitizenEvent[],
  conversation: Conversation | null,
  found: number,
): Promise<CitizenEvent[]> {
  if (conversation === null) return [...events];
  const { handled } = conversation;
  const waiting = new Set(events.map(({ key }) => key));
  // Of a full batch it is not known whether more waits behind it.
  const inDoubt = handled.filter((key) => waiting.has(key) || found === EVENTS_AT_ONCE);
  for (const key of inDoubt) await inbox.markHandled(key, clock.now());
  return events.filter(({ key }) => !handled.includes(key));
}

/** One event, answered and committed in one write, then marked. Resolves to the state it leads to. */
async function handle(
  parts: WorkDependencies,
  lease: Lease,
  burst: Burst,
  state: ConversationState,
): Promise<ConversationState> {
  const { event } = burst;
  await dropMoot(parts.conversations, lease, event, (parts.colleagueSilenceMs ?? 0) > 0);
  const result = await runTurn(parts, event, state);
  if (result.deleteData === true && result.replies.length === 0) await dropOwed(parts.conversations, lease);
  return commit(parts, lease, burst, result).catch((error: unknown) => {
    // What can't be stored would be tried again for ever, and the citizen never be answered.
    if (!(error instanceof AppError && error.code === 'DOCUMENT_INVALID')) throw error;
    return commit(parts, lease, burst, apologised(parts, event, state, error));
  });
}

async function commit(
  { inbox, conversations, clock, keepsText }: WorkDependencies,
  lease: Lease,
  { last, earlier }: Burst,
  result: TurnResult,
): Promise<ConversationState> {
  const { state } = result;
  // What was said to a colleague was not said to the bot.
  const keepText = keepsText(state) && !result.outcome.startsWith('ignored_');
  const kept = { keepText, answeredAt: clock.now() };
  const record = recordOf(last, result, kept);
  const earlierRecords = earlier.map((event) => recordOf(event, partOf(result), kept));
  const replies = outgoingOf(last, result);
  await conversations.commitTurn(lease, { event: last, state, replies, record, earlier: earlierRecords });
  for (const { key } of [...earlier, last]) await inbox.markHandled(key, clock.now());
  return state;
}

interface Settled {
  /** Milliseconds until the next reply is due; `null`: none is owed. */
  dueMs: number | null;
  /** As it still is; `null` when something was settled since it was read, or there is none. */
  conversation: Conversation | null;
}

/**
 * What a commit has left to do, also after a crash: sends the replies that are owed, writes the records meanwhile, and
 * deletes the citizen's data, where that was asked for, once both are done.
 */
async function settle(parts: WorkDependencies, lease: Lease, dueNow = false): Promise<Settled> {
  const { conversations } = parts;
  const conversation = await conversations.load(lease.conversationId);
  if (conversation === null) return { dueMs: null, conversation };
  const { outbox, unrecorded } = conversation;
  if (outbox.length + unrecorded.length === 0 && !isDeletionDue(conversation))
    return { dueMs: null, conversation };
  if (!dueNow && outbox.length > 0 && (await othersWait(parts.inbox, conversation.id, EVENTS_AT_ONCE)))
    return { dueMs: null, conversation };
  const written: string[] = [];
  const writing = writeRecords(parts.records, unrecorded, written).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  let dueMs: number | null;
  try {
    dueMs = await deliverOutbox(parts, lease, conversation, {
      takeRecorded: () => written.splice(0),
      dueNow,
    });
  } finally {
    // Nothing is still being written when the lease is given back.
    await writing;
  }
  for (const eventKey of written) await conversations.recorded(lease, eventKey);
  const failed = await writing;
  if (failed !== undefined) throw failed.error;
  if (dueMs === null && isDeletionDue(conversation))
    await conversations.deleteAll(conversation.id, leftAfterDeletion(conversation.state));
  return { dueMs, conversation: null };
}

async function writeRecords(
  records: Records,
  unrecorded: Conversation['unrecorded'],
  written: string[],
): Promise<void> {
  for (const record of unrecorded) {
    await records.write(record);
    written.push(record.eventKey);
  }
}

function isDeletionDue(conversation: Conversation): boolean {
  return conversation.state.deletionDue === true;
}
