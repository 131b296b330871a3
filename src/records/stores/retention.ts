import { vietnameseDay } from '../../shared/days.js';
import type { Collection, Filter, Stored } from '../engine/collection.js';
import type { Collections } from '../collections.js';
import { daysLater } from '../../content/working-days.js';

/** Conversations in detail live at most this long, days; an office may set less. */
export const MAX_RETENTION_DAYS = 30;

/** Facebook sends an event again for up to 36 hours; its key is kept for longer than that. */
const HANDLED_KEY_DAYS = 2;
/** A reply is due within a day of the message; what waits longer than this can't be answered any more. */
const WAITING_DAYS = 7;
const WEB_REPLY_DAYS = 1;
const CONSENT_DAYS = 5 * 365;
/** A closed request without what the citizen wrote: its code and dates, to answer for how it was handled. */
const CLOSED_REQUEST_DAYS = 365;
/** The name that is locked is free again long before. */
const SIGN_IN_ATTEMPTS_DAYS = 1;
/** A token that no longer works stays in the list for a while, so that it can be seen what it was. */
const SPENT_TOKEN_DAYS = 90;
/** Who did what in the staff pages: two years, to be confirmed by the office's own rules. */
export const AUDIT_DAYS = 730;
/** What staff decided about wordings: no citizen's words but the examples that stand in the files anyway. */
const REVIEW_DAYS = 365;
/** Longer than a request can wait, so that nothing is told twice. */
const ALERT_DAYS = 400;
const CONTENT_VERSIONS_KEPT = 20;

/** How many documents one deletion takes, so that citizens' requests get in between. */
const BATCH = 500;

export interface Retention {
  /** Deletes what has run out, the same way on both engines; resolves to how many documents of each kind. */
  sweep(now: Date): Promise<Record<string, number>>;
}

/** @param days how long exchanges and conversations are kept, 1 to 30 */
export function createRetention(collections: Collections, days: number): Retention {
  const { inbox, conversations, exchanges, webReplies, requests, slots, consents, visits } = collections;
  return {
    async sweep(now) {
      const before = (age: number) => ({ $lt: daysLater(now, -age) });
      const beforeNumber = (age: number) => ({ $lt: daysLater(now, -age).getTime() });
      await requests.updateMany(
        { closedAt: before(days) },
        { $unset: { context: true, note: true, extensionReason: true } },
      );
      await noteSwept(collections, daysLater(now, -days));
      return {
        inboxHandled: await sweepOut(inbox, { handledAt: beforeNumber(HANDLED_KEY_DAYS) }),
        inboxWaiting: await sweepOut(inbox, { waitingSince: beforeNumber(WAITING_DAYS) }),
        conversations: await sweepOut(conversations, {
          touchedAt: before(days),
          leaseUntil: { $lte: now },
        }),
        exchanges: await sweepOut(exchanges, { answeredAt: before(days) }),
        visits: await sweepOut(visits, { until: { $lt: now.getTime() } }),
        webReplies:
          (await sweepOut(webReplies, { at: before(WEB_REPLY_DAYS), 'reply.by': { $exists: false } })) +
          (await sweepOut(webReplies, { at: before(days) })),
        sentMessages: await sweepOut(collections.sentMessages, { at: before(days) }),
        talkLines: await sweepTalks(collections, before(days)),
        requests: await sweepOut(requests, { closedAt: before(CLOSED_REQUEST_DAYS) }),
        inboxWaits: await sweepOut(collections.inboxWaits, { passedAt: before(CLOSED_REQUEST_DAYS) }),
        reviews: await sweepOut(collections.reviews, { at: before(REVIEW_DAYS) }),
        slots: await sweepOut(slots, { date: { $lt: vietnameseDay(daysLater(now, -days)) } }),
        consents: await sweepOut(consents, { at: before(CONSENT_DAYS) }),
        alerts: await sweepOut(collections.alerts, { seenAt: before(ALERT_DAYS) }),
        ...(await sweepStaff(collections, now)),
        contentVersions: await sweepVersions(collections, daysLater(now, -days)),
      };
    },
  };
}

/** The words of a request's conversation go with its term, or with the request. */
async function sweepTalks({ talkLines, requests }: Collections, closedAt: Filter): Promise<number> {
  const old = await talkLines.find({ at: closedAt }, { only: ['code'] });
  const codes = [...new Set(old.map(({ code }) => code))];
  const kept = await requests.find({ _id: { $in: codes } }, { only: ['closedAt'] });
  const limit = closedAt['$lt'] as Date;
  const open = kept.filter((request) => request.closedAt === undefined || request.closedAt >= limit);
  const over = codes.filter((code) => !open.some(({ _id }) => _id === code));
  return sweepOut(talkLines, { code: { $in: over } });
}

/** Before anything goes: from which moment on the exchanges are whole. It never moves back. */
async function noteSwept({ markers }: Collections, at: Date): Promise<void> {
  const _id = 'exchanges-swept';
  if (await markers.insertOne({ _id, at })) return;
  await markers.updateOne({ _id, at: { $lt: at } }, { $set: { at } });
}

async function sweepStaff(collections: Collections, now: Date): Promise<Record<string, number>> {
  const { staffSessions, signInAttempts, apiTokens, auditEntries } = collections;
  const before = (age: number) => ({ $lt: daysLater(now, -age) });
  return {
    staffSessions: await sweepOut(staffSessions, { expiresAt: before(0) }),
    signInAttempts: await sweepOut(signInAttempts, { lastAt: before(SIGN_IN_ATTEMPTS_DAYS) }),
    apiTokens: await sweepOut(apiTokens, { expiresAt: before(SPENT_TOKEN_DAYS) }),
    auditEntries: await sweepOut(auditEntries, { at: before(AUDIT_DAYS) }),
  };
}

async function sweepOut<D extends Stored>(collection: Collection<D>, filter: Filter): Promise<number> {
  for (let swept = 0; ;) {
    const batch = await collection.find(filter, { limit: BATCH });
    if (batch.length === 0) return swept;
    const removed = await collection.deleteMany({ ...filter, _id: { $in: batch.map((found) => found._id) } });
    swept += removed;
    if (removed === 0) return swept;
  }
}

/** A version may go when no record that is still kept can name it, newer ones enough are there, and none that is kept stands on it. */
async function sweepVersions({ contentVersions }: Collections, before: Date): Promise<number> {
  const only = ['bases'];
  const [newest, young] = await Promise.all([
    contentVersions.find({}, { sort: { savedAt: -1 }, limit: CONTENT_VERSIONS_KEPT, only }),
    contentVersions.find({ savedAt: { $gte: before } }, { only }),
  ]);
  const kept = [...new Set([...newest, ...young].flatMap(({ _id, bases = [] }) => [_id, ...bases]))];
  return contentVersions.deleteMany({ savedAt: { $lt: before }, _id: { $nin: kept } });
}
