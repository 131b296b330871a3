import type { Requests, RequestStatus } from '../../conversation/ports.js';
import type { RequestQueue } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import type { RequestDocument } from '../documents/request.js';
import { newCode, normalCode } from './code.js';
import { queueOf, TALK, WAITING } from './request-queue.js';
import { requestTerms } from '../../staff-work/requests/request-terms.js';

/** Official days off as `YYYY-MM-DD`: terms counted in working days pass over them. */
export type DaysOff = () => ReadonlySet<string>;

export function createRequests({ requests }: Collections, daysOff: DaysOff): Requests & RequestQueue {
  return {
    async file({ eventKey, conversationId, kind, context, at, done = false }) {
      for (;;) {
        const filed = await requests.findOne({ eventKey });
        if (filed !== null) return filed._id;
        const request: RequestDocument = {
          _id: newCode('YC'),
          eventKey,
          conversationId,
          kind,
          status: 'open',
          filedAt: at,
          ...requestTerms(kind, at, daysOff()),
          ...(context === undefined ? {} : { context }),
          ...(done ? { status: 'closed', closing: 'done', confirmedAt: at, closedAt: at } : {}),
        };
        // Not inserted: the code is taken, or the same event was filed meanwhile. Looking again tells which.
        if (await requests.insertOne(request)) return request._id;
      }
    },

    async status(conversationId, code) {
      const own = {
        $or: [{ conversationId }, { kind: 'data_deletion', status: 'closed', closedBy: { $exists: false } }],
      };
      const found = await requests.findOne({ _id: normalCode(code), ...own });
      return found === null ? null : statusOf(found);
    },

    ...talksOf(requests),

    async withdraw(conversationId, code, at) {
      const own = { _id: normalCode(code), conversationId, status: { $ne: 'closed' as const } };
      const closed = { status: 'closed', closing: 'not_needed', closedAt: at };
      return (await requests.updateOne(own, { $set: closed, $unset: TALK })) > 0;
    },

    ...queueOf(requests),
  };
}

function talksOf(requests: Collections['requests']): Pick<Requests, 'isWaiting' | 'openTalk' | 'closeTalk'> {
  return {
    async isWaiting(conversationId, code) {
      const own = { _id: normalCode(code), conversationId, ...WAITING };
      return (await requests.findOne(own)) !== null;
    },

    async openTalk(code, { conversationId, channel, pageId, address }, at) {
      const own = { _id: normalCode(code), conversationId, ...WAITING };
      await requests.updateOne(own, { $set: { channel, pageId, address, talkSince: at } });
    },

    async closeTalk(conversationId) {
      await requests.updateMany({ conversationId }, { $unset: TALK });
    },
  };
}

function statusOf(request: RequestDocument): RequestStatus {
  const { _id: code, kind, status, filedAt, takenAt, dueBy, closing, closedAt } = request;
  return {
    ...{ code, kind, status, filedAt },
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(closing === undefined ? {} : { closing }),
    ...(closedAt === undefined ? {} : { closedAt }),
  };
}
