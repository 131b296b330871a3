import type { Requests } from '../../conversation/ports.js';
import type { RequestKind } from '../../conversation/types.js';
import type { Collections } from '../collections.js';
import type { RequestDocument } from '../documents/request.js';
import { newCode, normalCode } from './code.js';
import { requestTerms } from './request-terms.js';
import { vietnamDay } from './working-days.js';

/** The staff's side of the same documents. */
export interface RequestQueue {
  /** What is not closed yet, oldest first. */
  listOpen(limit: number): Promise<RequestDocument[]>;
  /** `false` when someone has it already or there is no such code. */
  take(code: string, by: string, at: Date): Promise<boolean>;
  /** `false` when it is closed already or there is no such code. */
  close(code: string, note: string, at: Date): Promise<boolean>;
}

/** Official days off as `YYYY-MM-DD`: terms counted in working days pass over them. */
export type DaysOff = () => ReadonlySet<string>;

export function createRequests({ requests }: Collections, daysOff: DaysOff): Requests & RequestQueue {
  return {
    async file({ eventKey, conversationId, kind, context, at }) {
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
        };
        // Not inserted: the code is taken, or the same event was filed meanwhile. Looking again tells which.
        if (await requests.insertOne(request)) return request._id;
      }
    },

    async status(conversationId, code) {
      const found = await requests.findOne({ _id: normalCode(code), conversationId });
      return found === null ? null : sentence(found);
    },

    listOpen: (limit) =>
      requests.find({ status: { $in: ['open', 'taken'] } }, { sort: { filedAt: 1 }, limit }),

    async take(code, by, at) {
      const free = { _id: normalCode(code), status: 'open' };
      const taken = { status: 'taken', takenBy: by, takenAt: at };
      return (await requests.updateOne(free, { $set: taken })) === 1;
    },

    async close(code, note, at) {
      const running = { _id: normalCode(code), status: { $in: ['open', 'taken'] } };
      return (await requests.updateOne(running, { $set: { status: 'closed', note, closedAt: at } })) === 1;
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

function sentence({ _id, kind, status, filedAt, takenAt, closedAt, dueBy }: RequestDocument): string {
  const start = `Dạ, yêu cầu ${_id} (${WHAT[kind]}) gửi ngày ${shownDay(filedAt)}`;
  if (status === 'closed') return `${start} đã xử lý xong${closedAt ? ` ngày ${shownDay(closedAt)}` : ''} ạ.`;
  const due = dueBy ? ` Hạn xong theo quy định: ${shownDay(dueBy)}.` : '';
  if (status === 'taken') {
    return `${start} đã có cán bộ nhận${takenAt ? ` ngày ${shownDay(takenAt)}` : ''} và đang xử lý ạ.${due}`;
  }
  return `${start} đang chờ cán bộ nhận ạ.${due}`;
}

/** `24/11/2026`, in Vietnam. */
function shownDay(at: Date): string {
  return vietnamDay(at).split('-').reverse().join('/');
}
