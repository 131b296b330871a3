import type { Conversations, Lease } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { ConversationDocument } from '../documents/conversation.js';
import type { Filter } from '../engine/collection.js';

const FREE = new Date(0);

/** Who works on which conversation. */
export interface Leases extends Pick<Conversations, 'lease' | 'release'> {
  /** What a write under this lease asks of the document; `null` when it is known that another owner has taken over. */
  own(lease: Lease): Filter | null;
  /** Writes the document that a lease does not need, but a turn does; `false` when it is there already. */
  begin(lease: Lease): Promise<boolean>;
  isFree(conversation: ConversationDocument, now: Date): boolean;
  /** How many conversations may be held: so many are found in vain by who looks for free ones. */
  held(): number;
}

/** In the conversation's document, for a database that several processes share. */
export function storedLeases({ conversations }: Collections): Leases {
  const own = ({ conversationId, owner }: Lease) => ({ _id: conversationId, leaseOwner: owner });
  return {
    async lease(conversationId, owner, now, milliseconds) {
      const lease: Lease = { conversationId, owner, until: new Date(now.getTime() + milliseconds) };
      const taken = await conversations.updateOne(
        { _id: conversationId, $or: [{ leaseUntil: { $lte: now } }, { leaseOwner: owner }] },
        { $set: { leaseOwner: owner, leaseUntil: lease.until } },
      );
      if (taken === 1) return lease;
      const first = { ...unwritten(conversationId, now), leaseOwner: owner, leaseUntil: lease.until };
      return (await conversations.insertOne(first)) ? lease : null;
    },

    async release(lease) {
      await conversations.updateOne(own(lease), { $set: { leaseOwner: '', leaseUntil: FREE } });
    },

    own,
    begin: () => Promise.resolve(false),
    isFree: ({ leaseUntil }, now) => leaseUntil.getTime() <= now.getTime(),
    held: () => 0,
  };
}

/**
 * In memory, for the embedded engine, which one process has alone: a turn then costs two writes less, and what a killed
 * process held is free at the next start.
 */
export function memoryLeases({ conversations }: Collections): Leases {
  const held = new Map<string, Lease>();
  const isOwn = ({ conversationId, owner }: Lease) => held.get(conversationId)?.owner === owner;
  return {
    lease(conversationId, owner, now, milliseconds) {
      const holder = held.get(conversationId);
      if (holder !== undefined && holder.owner !== owner && holder.until.getTime() > now.getTime())
        return Promise.resolve(null);
      const lease: Lease = { conversationId, owner, until: new Date(now.getTime() + milliseconds) };
      held.set(conversationId, lease);
      return Promise.resolve(lease);
    },

    release(lease) {
      if (isOwn(lease)) held.delete(lease.conversationId);
      return Promise.resolve();
    },

    own: (lease) => (isOwn(lease) ? { _id: lease.conversationId } : null),
    begin: ({ conversationId, until }) => conversations.insertOne(unwritten(conversationId, until)),
    isFree: ({ _id }, now) => (held.get(_id)?.until ?? FREE).getTime() <= now.getTime(),
    held: () => held.size,
  };
}

function unwritten(conversationId: string, now: Date): ConversationDocument {
  return {
    _id: conversationId,
    leaseOwner: '',
    leaseUntil: FREE,
    handled: [],
    outbox: [],
    unrecorded: [],
    lastReplies: [],
    touchedAt: now,
  };
}
