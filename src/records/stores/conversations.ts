import { AppError } from '../../shared/errors.js';
import type { CommittedTurn, Conversation, Conversations, Lease } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { ConversationDocument } from '../documents/conversation.js';
import type { Filter, Update } from '../engine/collection.js';
import type { Clock } from '../../shared/clock.js';
import { createDeletion } from './deletion.js';
import type { Leases } from './leases.js';

/** How many handled keys are kept: those of one turn that a crash may leave unmarked in the inbox, at most a batch. */
const HANDLED_KEPT = 20;

const OWING_REPLIES = { 'outbox.id': { $gt: '' } };

/**
 * Replies whose time has come, records to write, a deletion that was promised. Replies that wait for their time are left
 * out: many of them would hide those that are due.
 */
function owed(now: Date): Filter[] {
  const due = { $or: [{ dueAt: { $exists: false } }, { dueAt: { $lte: now.getTime() } }] };
  return [
    { ...OWING_REPLIES, ...due },
    { 'unrecorded.eventKey': { $gt: '' } },
    { 'state.deletionDue': true, ...due },
  ];
}

export function createConversations(collections: Collections, leases: Leases, clock: Clock): Conversations {
  const { conversations } = collections;
  return {
    lease: (...asked) => leases.lease(...asked),
    release: (lease) => leases.release(lease),
    ...createTurns(collections, leases),

    async load(conversationId) {
      const found = await conversations.findOne({ _id: conversationId });
      return found === null ? null : toConversation(found);
    },

    async owing(now, limit) {
      const found = new Map<string, ConversationDocument>();
      // One query for each, not one with `$or`: the embedded engine then goes by its indexes.
      for (const kind of owed(now)) {
        const filter = { ...kind, leaseUntil: { $lte: now } };
        const options = { sort: { touchedAt: 1 }, limit: limit + leases.held() } as const;
        const some = await conversations.find(filter, options);
        for (const conversation of some)
          if (leases.isFree(conversation, now)) found.set(conversation._id, conversation);
      }
      const oldestFirst = [...found.values()].sort((a, b) => a.touchedAt.getTime() - b.touchedAt.getTime());
      return oldestFirst.slice(0, limit).map((conversation) => conversation._id);
    },

    async owedReplies() {
      const owing = await conversations.find(OWING_REPLIES, { sort: { touchedAt: 1 }, only: ['touchedAt'] });
      // The embedded engine finds a conversation by each of its replies.
      const count = new Set(owing.map(({ _id }) => _id)).size;
      const [oldest] = owing;
      return oldest === undefined ? { count } : { count, oldest: oldest.touchedAt };
    },

    deleteAll: createDeletion(collections, clock),
  };
}

type Turns = Pick<Conversations, 'commitTurn' | 'delivered' | 'postponed' | 'recorded'>;

function createTurns({ conversations, consents }: Collections, leases: Leases): Turns {
  /** Writes under the lease. A conversation that was deleted meanwhile owes nothing more, and that is no error. */
  const write = async (lease: Lease, update: Update, filter: Filter = {}): Promise<void> => {
    const own = leases.own(lease);
    if (own === null) throw leaseLost();
    if ((await conversations.updateOne({ ...own, ...filter }, update)) === 1) return;
    const same = { _id: lease.conversationId };
    if ((await conversations.findOne(same)) !== null && (await conversations.findOne(own)) === null)
      throw leaseLost();
  };
  return {
    async commitTurn(lease, turn) {
      await logConsent(consents, turn);
      const own = leases.own(lease);
      if (own === null) throw leaseLost();
      if ((await conversations.updateOne(own, commitment(turn))) === 1) return;
      const begun = await leases.begin(lease);
      if (!begun || (await conversations.updateOne(own, commitment(turn))) === 0) throw leaseLost();
    },

    delivered(lease, id, { recorded = [], last = false } = {}) {
      const records = recorded.length === 0 ? {} : { unrecorded: { eventKey: { $in: [...recorded] } } };
      // Where replies go is kept only while one is owed.
      const gone = last ? ({ dueAt: true, address: true } as const) : ({ dueAt: true } as const);
      return write(lease, { $pull: { outbox: { id }, ...records }, $unset: gone });
    },

    async postponed(lease, replyId, attempts, notBefore, begun = false) {
      const found = await conversations.findOne({ _id: lease.conversationId });
      const index = found?.outbox.findIndex((reply) => reply.id === replyId) ?? -1;
      if (index < 0) return;
      const at = `outbox.${index}`;
      const changed = {
        [`${at}.attempts`]: attempts,
        [`${at}.notBefore`]: notBefore,
        ...(begun === (found?.outbox[index]?.begun ?? false) ? {} : { [`${at}.begun`]: begun }),
        dueAt: notBefore.getTime(),
      };
      await write(lease, { $set: changed }, { [`${at}.id`]: replyId });
    },

    recorded: (lease, eventKey) => write(lease, { $pull: { unrecorded: { eventKey } } }),
  };
}

/** The whole turn in one update of one document: all of it is there after a crash, or none. */
function commitment({ event, state, replies, record, earlier = [] }: CommittedTurn): Update {
  return {
    $set: {
      channel: event.channel,
      pageId: event.pageId,
      // Where replies go is kept only while one is owed.
      ...(replies.length > 0 ? { address: event.address } : {}),
      state,
      lastReplies: replies.map((reply) => reply.id),
      touchedAt: record.answeredAt,
    },
    $push: {
      handled: { $each: [...earlier.map(({ eventKey }) => eventKey), event.key], $slice: -HANDLED_KEPT },
      outbox: { $each: replies },
      unrecorded: { $each: [...earlier, record] },
    },
  };
}

/** Before the turn: a crash in between repeats the turn, and the same event's entry is kept once. */
async function logConsent(
  consents: Collections['consents'],
  { event, state, record }: CommittedTurn,
): Promise<void> {
  if (record.consentGiven === undefined) return;
  const { noticeVersion } = state.consent;
  await consents.insertOne({
    _id: event.key,
    conversationId: event.conversationId,
    channel: event.channel,
    choice: record.consentGiven,
    ...(noticeVersion === undefined ? {} : { noticeVersion }),
    at: record.answeredAt,
  });
}

/** A document that only holds a first lease is no conversation yet. */
function toConversation(found: ConversationDocument): Conversation | null {
  const { _id, channel, pageId, address, state, handled, outbox, unrecorded } = found;
  if (channel === undefined || pageId === undefined || state === undefined) return null;
  const owed = { id: _id, channel, pageId, state, handled, outbox, unrecorded };
  return address === undefined ? owed : { ...owed, address };
}

function leaseLost(): AppError {
  return new AppError('LEASE_LOST', 'another process has taken over this conversation');
}
