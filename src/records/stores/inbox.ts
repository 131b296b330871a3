import type { Clock } from '../../shared/clock.js';
import type { CitizenEvent } from '../../conversation/types.js';
import type { Inbox } from '../../conversation/ports.js';
import type { Collections } from '../collections.js';
import type { InboxEvent } from '../documents/inbox-event.js';

const WAITING = { waitingSince: { $gte: 0 } };
const OLDEST_FIRST = { waitingSince: 1, sequence: 1 } as const;
const CONTENT = {
  text: true,
  payload: true,
  ref: true,
  masked: true,
  maybeMoney: true,
  attachments: true,
} as const;

export function createInbox({ inbox, exchanges }: Collections, clock: Clock): Inbox {
  return {
    store: (events) => inbox.insertMany(events.map(toDocument)),

    async waitingConversations(limit) {
      const found = new Set<string>();
      for (let page = limit * 8; ; page *= 4) {
        const events = await inbox.find(WAITING, { sort: OLDEST_FIRST, limit: page });
        for (const event of events) found.add(event.conversationId);
        if (found.size >= limit || events.length < page) return [...found].slice(0, limit);
      }
    },

    async waitingEvents(conversationId, limit) {
      const events = await inbox.find({ conversationId, ...WAITING }, { sort: OLDEST_FIRST, limit });
      return events.map(toEvent);
    },

    async markHandled(key, { keepText, at }) {
      const gone = { waitingSince: true, address: true, ...(keepText ? {} : CONTENT) } as const;
      await inbox.updateOne({ _id: key }, { $set: { handledAt: at.getTime() }, $unset: gone });
    },

    async forgetMessage(conversationId, messageId) {
      // The unsend event itself speaks of the same message; it has nothing to forget and still waits for its turn.
      const message = { conversationId, messageId, kind: { $ne: 'unsend' } };
      const events = await inbox.find(message);
      await inbox.updateMany(message, {
        $set: { handledAt: clock.now().getTime() },
        $unset: { waitingSince: true, address: true, ...CONTENT },
      });
      const keys = events.map((event) => event._id);
      const forgotten = { $unset: { text: true, replyTexts: true, 'rating.comment': true } } as const;
      await exchanges.updateMany({ conversationId, messageId }, forgotten);
      await exchanges.updateMany({ _id: { $in: keys } }, forgotten);
    },
  };
}

/** A time before 1970 is a mistake of the sender; the event must be found among the waiting all the same. */
function toDocument({ key, ...event }: CitizenEvent): InboxEvent {
  return { _id: key, ...event, waitingSince: Math.max(0, event.sentAt.getTime()) };
}

function toEvent(stored: InboxEvent): CitizenEvent {
  const event: Partial<InboxEvent> = { ...stored };
  delete event._id;
  delete event.waitingSince;
  delete event.handledAt;
  return {
    ...(event as Omit<CitizenEvent, 'key' | 'address'>),
    key: stored._id,
    address: stored.address ?? '',
  };
}
