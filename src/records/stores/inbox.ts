import type { Clock } from '../../shared/clock.js';
import type { CitizenEvent } from '../../conversation/types.js';
import type { Inbox } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { InboxEvent } from '../documents/inbox-event.js';
import { createForgetting, EVENT_CONTENT, NO_LONGER_WAITING } from './forgetting.js';

const WAITING = { waitingSince: { $gte: 0 } };
const OLDEST_FIRST = { waitingSince: 1, sequence: 1 } as const;

export function createInbox(collections: Collections, clock: Clock): Inbox {
  const { inbox } = collections;
  return {
    store: (events) => inbox.insertMany(events.map(toDocument)),

    async waitingConversations(limit) {
      const found = new Set<string>();
      for (let page = limit * 8; ; page *= 4) {
        const events = await inbox.find(WAITING, { sort: OLDEST_FIRST, limit: page });
        for (const event of events) {
          found.add(event.conversationId);
          if (event.waitingFor === undefined) await announce(inbox, event);
        }
        if (found.size >= limit || events.length < page) return [...found].slice(0, limit);
      }
    },

    async waitingEvents(conversationId, limit) {
      const events = await inbox.find(
        { waitingFor: conversationId, ...WAITING },
        { sort: OLDEST_FIRST, limit },
      );
      return events.map(toEvent);
    },

    async waiting() {
      const [oldest] = await inbox.find(WAITING, { sort: OLDEST_FIRST, limit: 1 });
      const count = await inbox.countDocuments(WAITING);
      return oldest === undefined ? { count } : { count, oldest: oldest.receivedAt };
    },

    async markHandled(key, at) {
      const gone = { ...NO_LONGER_WAITING, ...EVENT_CONTENT } as const;
      await inbox.updateOne({ _id: key }, { $set: { handledAt: at.getTime() }, $unset: gone });
    },

    forgetMessage: createForgetting(collections, clock),
  };
}

/** An event that was stored by a version without `waitingFor`. */
async function announce(
  inbox: Collections['inbox'],
  { _id, conversationId }: Pick<InboxEvent, '_id' | 'conversationId'>,
): Promise<void> {
  await inbox.updateOne({ _id, ...WAITING }, { $set: { waitingFor: conversationId } });
}

/**
 * A notice (echo, delivery, read, standby) has nothing to wait for, unless the conversation must know of it: its key is
 * all that is kept of it.
 * A time before 1970 is a mistake of the sender; the event must be found among the waiting all the same.
 */
function toDocument({ key, address, ...event }: CitizenEvent): InboxEvent {
  const kept = { _id: key, ...event };
  return event.kind === 'notice' && event.notice === undefined && event.thumb === undefined
    ? { ...kept, handledAt: event.receivedAt.getTime() }
    : {
        ...kept,
        address,
        waitingSince: Math.max(0, event.sentAt.getTime()),
        waitingFor: event.conversationId,
      };
}

function toEvent(stored: InboxEvent): CitizenEvent {
  const event: Partial<InboxEvent> = { ...stored };
  delete event._id;
  delete event.waitingSince;
  delete event.waitingFor;
  delete event.handledAt;
  return {
    ...(event as Omit<CitizenEvent, 'key' | 'address'>),
    key: stored._id,
    address: stored.address ?? '',
  };
}
