import { createHash } from 'node:crypto';
import type { RequestKind } from '../conversation/types.js';
import { isOverdue, nextDue } from '../staff-work/overdue.js';
import type { InboxWaits, RequestQueue, StaffRequest, StaffTalk } from '../staff-work/ports.js';
import { writtenMoment } from '../shared/days.js';
import type { Occurrence } from './types.js';

export interface LookDependencies {
  requests: Pick<RequestQueue, 'list'>;
  talks: Pick<StaffTalk, 'undelivered'>;
  inboxWaits: InboxWaits;
  /** Faults in the content files, one line each. */
  faults: () => readonly string[];
  /** How sending to Messenger stands. */
  sending: () => { state: string; reason?: string };
  now: () => Date;
}

const WHAT: Readonly<Record<RequestKind, string>> = {
  person: 'muốn gặp cán bộ',
  data_copy: 'xin bản sao dữ liệu',
  data_correction: 'xin sửa dữ liệu',
  data_deletion: 'xin xoá dữ liệu',
  consent_withdrawal: 'rút đồng ý',
  low_rating: 'đánh giá thấp',
};
const MAX_WAITING = 500;
/** Older ones were told of, or nobody can do anything about them any more. */
const UNDELIVERED_DAYS = 3;
/** A wait in the Page's inbox is not closed by anybody; one that has been overdue for longer was told of. */
const OVERDUE_DAYS = 7;
const DAY_MS = 86_400_000;

/** What there is to tell, from what is stored and how the parts stand. A part that fails is left out: its own alarm rings. */
export function occurrences(parts: LookDependencies): () => Promise<Occurrence[]> {
  return async () => {
    const recently = new Date(parts.now().getTime() - OVERDUE_DAYS * DAY_MS);
    const [waiting, lines, unanswered] = await Promise.all([
      parts.requests.list({ status: 'waiting', limit: MAX_WAITING }).catch(() => []),
      parts.talks.undelivered(new Date(parts.now().getTime() - UNDELIVERED_DAYS * DAY_MS)).catch(() => []),
      parts.inboxWaits.overdue(parts.now(), recently).catch(() => []),
    ]);
    return [
      ...waiting.map(newRequest),
      ...waiting.filter((request) => isOverdue(request, parts.now())).map(overdue),
      ...unanswered.map(unansweredInInbox),
      ...lines.map(({ id, code }): Occurrence => ({
        ...{ kind: 'undelivered', about: id, path: `/quan-tri/yeu-cau/${code}` },
        line: `Câu trả lời của cán bộ trong yêu cầu ${code} không gửi được`,
      })),
      ...contentFaults(parts.faults()),
      ...sendingStopped(parts.sending()),
    ];
  };
}

function newRequest({ code, kind, filedAt }: StaffRequest): Occurrence {
  const line = `Yêu cầu mới ${code} (${WHAT[kind]}), gửi lúc ${writtenMoment(filedAt)}`;
  return { kind: 'new_request', about: code, line, path: `/quan-tri/yeu-cau/${code}` };
}

function overdue(request: StaffRequest): Occurrence {
  const { code, kind } = request;
  const due = nextDue(request);
  const when = due === null ? '' : `, hạn ${writtenMoment(due)}`;
  const line = `Yêu cầu ${code} (${WHAT[kind]}) đã quá hạn${when}`;
  // Another term is another thing to tell: first the receipt, then what was asked.
  return {
    ...{ kind: 'overdue', line, path: `/quan-tri/yeu-cau/${code}` },
    about: `${code} ${due?.toISOString() ?? ''}`,
  };
}

function unansweredInInbox({
  id,
  confirmBy,
}: Awaited<ReturnType<InboxWaits['overdue']>>[number]): Occurrence {
  const line = `Một cuộc trò chuyện chuyển sang hộp thư của Trang chưa ai trả lời, hạn ${writtenMoment(confirmBy)}`;
  return { kind: 'overdue', about: `hộp thư ${id}`, line, path: '/quan-tri/thong-ke/can-bo' };
}

function contentFaults(faults: readonly string[]): Occurrence[] {
  if (faults.length === 0) return [];
  const about = createHash('sha256').update(faults.join('\n')).digest('hex').slice(0, 24);
  const line = `Nội dung có ${faults.length} lỗi, bản mới chưa được dùng`;
  return [{ kind: 'content_faults', about, line, path: '/quan-tri/noi-dung', lasts: true }];
}

function sendingStopped({ state }: ReturnType<LookDependencies['sending']>): Occurrence[] {
  if (state !== 'stopped' && state !== 'attention') return [];
  const line =
    state === 'stopped'
      ? 'Không gửi được gì qua Messenger: Facebook từ chối mã, ứng dụng hoặc trang'
      : 'Một số tin không gửi được qua Messenger';
  return [{ kind: 'sending_stopped', about: state, line, path: '/health', lasts: true }];
}
