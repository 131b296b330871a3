import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import type { ConversationState } from '../../conversation/types.js';
import type { Conversations } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { Update } from '../engine/collection.js';
import { EVENT_CONTENT, NO_LONGER_WAITING } from './forgetting.js';
import { TALK } from './request-queue.js';
import { NO_MARK } from './review-queue.js';

const LEFT_BY_CITIZEN = { ...EVENT_CONTENT, messageId: true, address: true } as const;

/**
 * Deletes everything one citizen left. What stays: the keys of handled events for as long as Facebook may send them
 * again (without them an old message would be answered anew), counts that no longer name the citizen, open bookings
 * (a seat is cancelled by its code), the entries that prove consent, and that it was asked for and done, without a name.
 *
 * Each step can be repeated; the conversation goes last, so that a crash in between leaves it owing its deletion.
 */
export function createDeletion(collections: Collections, clock: Clock): Conversations['deleteAll'] {
  const { conversations, inbox, exchanges, visits, webReplies, requests, talkLines } = collections;
  return async (conversationId, left) => {
    const conversation = await conversations.findOne({ _id: conversationId });
    const handled = conversation?.handled ?? [];
    // The event that asked for deletion is answered but perhaps not marked yet; with the conversation its key would go.
    await inbox.updateMany(
      { _id: { $in: handled }, waitingSince: { $gte: 0 } },
      { $set: { handledAt: conversation?.touchedAt.getTime() ?? 0 }, $unset: NO_LONGER_WAITING },
    );
    const done = { conversationId, handledAt: { $gte: 0 } };
    await inbox.updateMany(done, { $unset: LEFT_BY_CITIZEN });
    const nobody = `deleted-${randomUUID()}`;
    await renameVisits(visits, conversationId, nobody);
    await exchanges.updateMany(
      { conversationId },
      {
        $set: { conversationId: nobody },
        $unset: {
          ...NO_MARK,
          text: true,
          replyTexts: true,
          messageId: true,
          'rating.comment': true,
          'request.code': true,
        },
      },
    );
    const lastReplies = conversation?.lastReplies ?? [];
    await webReplies.deleteMany({ conversationId, replyId: { $nin: lastReplies } });
    await talkLines.deleteMany({ conversationId });
    await collections.sentMessages.deleteMany({ conversationId });
    await requests.updateMany({ conversationId }, { $unset: { context: true, ...TALK } });
    await closeOwnWish(requests, conversationId, nobody, clock.now());
    if (left === undefined) await conversations.deleteMany({ _id: conversationId });
    else await conversations.updateOne({ _id: conversationId }, emptied(left));
  };
}

function emptied(state: ConversationState): Update {
  return {
    $set: { state, outbox: [], unrecorded: [], lastReplies: [] },
    $unset: { address: true, dueAt: true },
  };
}

/** What the citizen asked the bot for is done now. What an officer has taken, the officer closes. */
async function closeOwnWish(
  requests: Collections['requests'],
  conversationId: string,
  nobody: string,
  at: Date,
): Promise<void> {
  const open = { status: 'open', kind: 'data_deletion' };
  for (const { _id, filedAt } of await requests.find({ ...open, conversationId })) {
    const done = { status: 'closed', closing: 'done', confirmedAt: filedAt, closedAt: at };
    const unnamed = { conversationId: nobody, eventKey: `deleted-${_id}` };
    await requests.updateOne({ ...open, _id }, { $set: { ...done, ...unnamed } });
  }
}

/** A visit counts once; under another name it still does. */
async function renameVisits(
  visits: Collections['visits'],
  conversationId: string,
  nobody: string,
): Promise<void> {
  const seen = await visits.find({ conversationId });
  await visits.insertMany(
    seen.map((visit) => ({
      ...visit,
      _id: visit._id.replace(conversationId, nobody),
      conversationId: nobody,
    })),
  );
  await visits.deleteMany({ conversationId });
}
