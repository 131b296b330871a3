import { AppError } from '../../shared/errors.js';
import type { CommittedTurn, Conversation, Conversations, Lease } from '../../conversation/ports.js';
import type { Collections } from '../collections.js';
import type { ConversationDocument } from '../documents/conversation.js';
import type { Update } from '../engine/collection.js';
import type { Clock } from '../../shared/clock.js';
import { createDeletion } from './deletion.js';

/** How many handled keys are kept: only those of events not yet marked in the inbox matter, a handful. */
const HANDLED_KEPT = 100;

const FREE = new Date(0);

/** Replies to send, records to write, a deletion that was promised. */
const OWED = [
  { 'outbox.id': { $gt: '' } },
  { 'unrecorded.eventKey': { $gt: '' } },
  { 'state.deletionDue': true },
];

type Documents = Collections['conversations'];

export function createConversations(collections: Collections, clock: Clock): Conversations {
  const { conversations } = collections;
  return {
    ...createLeases(conversations),
    ...createTurns(collections),

    async load(conversationId) {
      const found = await conversations.findOne({ _id: conversationId });
      return found === null ? null : toConversation(found);
    },

    async owing(now, limit) {
      const found = new Map<string, ConversationDocument>();
      // One query for each, not one with `$or`: the embedded engine then goes by its indexes.
      for (const owed of OWED) {
        const filter = { ...owed, leaseUntil: { $lte: now } };
        const some = await conversations.find(filter, { sort: { touchedAt: 1 }, limit });
        for (const conversation of some) found.set(conversation._id, conversation);
      }
      const oldestFirst = [...found.values()].sort((a, b) => a.touchedAt.getTime() - b.touchedAt.getTime());
      return oldestFirst.slice(0, limit).map((conversation) => conversation._id);
    },

    deleteAll: createDeletion(collections, clock),
  };
}

/** For an engine that only this process can have open: what an earlier one held when it was killed is free at once. */
export async function freeAllLeases({ conversations }: Collections): Promise<void> {
  await conversations.updateMany(
    { leaseUntil: { $gt: FREE } },
    { $set: { leaseOwner: '', leaseUntil: FREE } },
  );
}

function createLeases(conversations: Documents): Pick<Conversations, 'lease' | 'release'> {
  return {
    async lease(conversationId, owner, now, milliseconds) {
      const lease: Lease = { conversationId, owner, until: new Date(now.getTime() + milliseconds) };
      const taken = await conversations.updateOne(
        { _id: conversationId, $or: [{ leaseUntil: { $lte: now } }, { leaseOwner: owner }] },
        { $set: { leaseOwner: owner, leaseUntil: lease.until } },
      );
      if (taken === 1) return lease;
      return (await conversations.insertOne(unwritten(lease, now))) ? lease : null;
    },

    async release({ conversationId, owner }) {
      const own = { _id: conversationId, leaseOwner: owner };
      const free = { $set: { leaseOwner: '', leaseUntil: FREE } };
      // Where replies go is kept only while one is owed.
      const settled = await conversations.updateOne(
        { ...own, outbox: { $size: 0 } },
        { ...free, $unset: { address: true } },
      );
      if (settled === 0) await conversations.updateOne(own, free);
    },
  };
}

function createTurns({
  conversations,
  consents,
}: Collections): Pick<Conversations, 'commitTurn' | 'delivered' | 'postponed' | 'recorded'> {
  return {
    async commitTurn(lease, turn) {
      await logConsent(consents, turn);
      const own = { _id: lease.conversationId, leaseOwner: lease.owner };
      if ((await conversations.updateOne(own, commitment(turn))) === 0) throw leaseLost();
    },

    delivered: (lease, id) => underLease(conversations, lease, { $pull: { outbox: { id } } }),

    async postponed(lease, replyId, attempts, notBefore) {
      const found = await conversations.findOne({ _id: lease.conversationId });
      const index = found?.outbox.findIndex((reply) => reply.id === replyId) ?? -1;
      if (index < 0) return;
      const at = `outbox.${index}`;
      const changed = { [`${at}.attempts`]: attempts, [`${at}.notBefore`]: notBefore };
      await underLease(conversations, lease, { $set: changed }, { [`${at}.id`]: replyId });
    },

    recorded: (lease, eventKey) => underLease(conversations, lease, { $pull: { unrecorded: { eventKey } } }),
  };
}

/** Writes under the lease. A conversation that was deleted meanwhile owes nothing more, and that is no error. */
async function underLease(
  conversations: Documents,
  { conversationId, owner }: Lease,
  update: Update,
  filter: Record<string, unknown> = {},
): Promise<void> {
  const own = { _id: conversationId, leaseOwner: owner };
  if ((await conversations.updateOne({ ...own, ...filter }, update)) === 1) return;
  const found = await conversations.findOne({ _id: conversationId });
  if (found !== null && found.leaseOwner !== owner) throw leaseLost();
}

function unwritten({ conversationId, owner, until }: Lease, now: Date): ConversationDocument {
  return {
    _id: conversationId,
    leaseOwner: owner,
    leaseUntil: until,
    handled: [],
    outbox: [],
    unrecorded: [],
    lastReplies: [],
    touchedAt: now,
  };
}

/** The whole turn in one update of one document: all of it is there after a crash, or none. */
function commitment({ event, state, replies, record }: CommittedTurn): Update {
  return {
    $set: {
      channel: event.channel,
      pageId: event.pageId,
      address: event.address,
      state,
      lastReplies: replies.map((reply) => reply.id),
      touchedAt: record.answeredAt,
    },
    $push: {
      handled: { $each: [event.key], $slice: -HANDLED_KEPT },
      outbox: { $each: replies },
      unrecorded: { $each: [record] },
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
