import type { Clock } from '../../shared/clock.js';
import type { Inbox } from '../../turns/ports.js';
import type { CitizenEvent } from '../../conversation/types.js';
import type { Collections } from '../collections.js';
import type { InboxEvent } from '../documents/inbox-event.js';
import { NO_MARK } from './review-queue.js';

/** What a citizen said or pressed, as `$unset` takes it. */
export const EVENT_CONTENT = {
  text: true,
  payload: true,
  ref: true,
  masked: true,
  maybeMoney: true,
  truncated: true,
  attachments: true,
  officer: true,
} as const;

/** What an event has only while it waits, as `$unset` takes it. */
export const NO_LONGER_WAITING = { waitingSince: true, waitingFor: true, address: true } as const;

/** What is gone from a record when the citizen takes the message back. */
const RECORDED = ['text', 'replyTexts', 'rating.comment', 'talkLines'] as const;

/**
 * An unsend: the message is no longer answered if it still waits, and its text goes wherever it stands. One that comes only
 * after its unsend finds its key taken, and is not stored.
 */
export function createForgetting(collections: Collections, clock: Clock): Inbox['forgetMessage'] {
  const { inbox, exchanges } = collections;
  return async (conversationId, messageId, unsend) => {
    // First: between looking and this the message could come in.
    if (unsend?.original !== undefined) await inbox.insertOne(standIn(unsend, unsend.original, clock));
    // The unsend event itself speaks of the same message; it has nothing to forget and still waits for its turn.
    const message = { conversationId, messageId, kind: { $ne: 'unsend' } };
    const keys = (await inbox.find(message)).map((event) => event._id);
    await inbox.updateMany(message, {
      $set: { handledAt: clock.now().getTime() },
      $unset: { ...NO_LONGER_WAITING, ...EVENT_CONTENT },
    });
    await collections.talkLines.deleteMany({ conversationId, messageId });
    const kept = RECORDED.filter((field) => field !== 'talkLines');
    const gone = Object.fromEntries(kept.map((field) => [field, true as const]));
    await exchanges.updateMany({ conversationId, messageId }, { $unset: { ...gone, ...NO_MARK } });
    await exchanges.updateMany({ _id: { $in: keys } }, { $unset: { ...gone, ...NO_MARK } });
    await forgetUnrecorded(collections.conversations, conversationId, keys);
  };
}

/** Has the key of the message that was taken back, and nothing of it. */
function standIn(unsend: CitizenEvent, key: string, clock: Clock): InboxEvent {
  const { channel, conversationId, pageId, sentAt, receivedAt, sequence } = unsend;
  const handledAt = clock.now().getTime();
  return {
    _id: key,
    channel,
    conversationId,
    pageId,
    kind: 'notice',
    sentAt,
    receivedAt,
    sequence,
    handledAt,
  };
}

/** The record of a turn may still wait in its conversation to be written. */
async function forgetUnrecorded(
  conversations: Collections['conversations'],
  conversationId: string,
  keys: string[],
): Promise<void> {
  const conversation = await conversations.findOne({ _id: conversationId });
  for (const [index, { eventKey }] of (conversation?.unrecorded ?? []).entries()) {
    if (!keys.includes(eventKey)) continue;
    const at = `unrecorded.${index}`;
    const gone = Object.fromEntries(RECORDED.map((field) => [`${at}.${field}`, true as const]));
    await conversations.updateOne({ _id: conversationId, [`${at}.eventKey`]: eventKey }, { $unset: gone });
  }
}
