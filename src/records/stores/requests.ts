import { vietnameseDay, writtenDate } from '../../content/days.js';
import type { Requests } from '../../conversation/ports.js';
import type { RequestKind } from '../../conversation/types.js';
import type { RequestQueue } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import type { RequestDocument } from '../documents/request.js';
import { newCode, normalCode } from './code.js';
import { queueOf, TALK, WAITING } from './request-queue.js';
import { requestTerms } from './request-terms.js';

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
      return found === null ? null : sentence(found);
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

const WHAT: Record<RequestKind, string> = {
  person: 'gặp cán bộ',
  data_copy: 'xem, lấy bản sao dữ liệu',
  data_correction: 'sửa dữ liệu',
  data_deletion: 'xoá dữ liệu',
  consent_withdrawal: 'rút lại đồng ý',
  low_rating: 'góp ý của anh/chị',
};

function sentence(request: RequestDocument): string {
  const { _id, kind, status, filedAt, takenAt, dueBy } = request;
  const start = `Dạ, yêu cầu ${_id} (${WHAT[kind]}) gửi ngày ${shownDay(filedAt)}`;
  if (status === 'closed') return `${start} ${closed(request)}`;
  const due = dueBy ? ` Hạn xong theo quy định: ${shownDay(dueBy)}.` : '';
  if (status === 'taken') {
    return `${start} đã có cán bộ nhận${takenAt ? ` ngày ${shownDay(takenAt)}` : ''} và đang xử lý ạ.${due}`;
  }
  return `${start} đang chờ cán bộ nhận ạ.${due}`;
}

function closed({ closing = 'done', closedAt }: RequestDocument): string {
  const day = closedAt ? ` ngày ${shownDay(closedAt)}` : '';
  switch (closing) {
    case 'done':
      return `đã xử lý xong${day} ạ.`;
    case 'refused':
      return `đã được xem xét${day} nhưng chưa thực hiện được. Anh/chị liên hệ cơ quan thuế để được giải thích ạ.`;
    case 'not_reached':
      return `đã khép lại${day} vì cán bộ chưa liên hệ được. Anh/chị vẫn cần thì gửi lại giúp em ạ.`;
    case 'not_needed':
      return `đã được xem${day} và khép lại ạ.`;
  }
}

/** `24/11/2026`, in Vietnam. */
function shownDay(at: Date): string {
  return writtenDate(vietnameseDay(at));
}
