import { addDays } from '../content/days.js';
import type { Collections } from '../records/collections.js';
import type { RequestDocument } from '../records/documents/request.js';
import { startOf, type Period } from './periods.js';

/** How requests for a person fared, of those filed in a period. */
export interface PersonAnswers {
  filed: number;
  /** Of them, those whose citizen agreed that an officer answers in the conversation, or that an officer answered. */
  answered: number;
  /** From filing to the first words that a person wrote, milliseconds; `null` when there are none. */
  median: number | null;
  p95: number | null;
  /** Answered before the receipt was due to be confirmed. */
  inTime: number;
  /** Not answered yet and past that time, or answered after it. */
  late: number;
  /** Given back to the bot by closing, and of them those closed as done. */
  closed: number;
  solved: number;
}

interface OfficerAnswers extends Pick<PersonAnswers, 'answered' | 'median' | 'p95' | 'solved'> {
  /** Account name. */
  officer: string;
}

export interface PersonReport {
  all: PersonAnswers;
  /** By who wrote first; for heads alone. */
  byOfficer: OfficerAnswers[];
}

export const PERSON_ANSWERS_DEFINITION =
  'Yêu cầu gặp cán bộ gửi trong kỳ, không kể yêu cầu người dân tự rút. Chờ trả lời: từ lúc gửi đến câu đầu tiên cán bộ viết; “nửa số yêu cầu trong 3 giờ” nghĩa là một nửa được trả lời trong 3 giờ hoặc nhanh hơn; “95 trong 100” cũng vậy. Đúng hạn: câu đầu tiên trước hạn xác nhận (2 ngày làm việc). Xong: đóng với kết quả “Đã làm xong”. Cuộc trò chuyện chuyển sang hộp thư của Trang (OFFICERS_ANSWER_IN=page_inbox) không lập yêu cầu, câu trả lời ở đó không lưu ở đây, nên không tính. Giữ được một năm sau khi đóng.';

/** Read from the requests themselves, which are kept a year after closing. */
export async function readPersonAnswers(
  { requests }: Pick<Collections, 'requests'>,
  { from, to }: Period,
  now: Date,
): Promise<PersonReport> {
  const filedAt = { $gte: startOf(from), $lt: startOf(addDays(to, 1)) };
  const filed = (await requests.find({ kind: 'person', filedAt })).filter((one) => !isWithdrawn(one));
  const officers = [...new Set(filed.flatMap(({ answeredBy }) => answeredBy ?? []))].sort();
  return {
    all: answersOf(filed, now),
    byOfficer: officers.map((officer) => ({
      officer,
      ...answersOf(
        filed.filter(({ answeredBy }) => answeredBy === officer),
        now,
      ),
    })),
  };
}

/** Closed by nobody of the office: the citizen took it back. */
function isWithdrawn({ status, closedBy }: RequestDocument): boolean {
  return status === 'closed' && closedBy === undefined;
}

function answersOf(filed: readonly RequestDocument[], now: Date): PersonAnswers {
  const waits = filed
    .flatMap(({ filedAt, firstAnswerAt }) =>
      firstAnswerAt === undefined ? [] : [firstAnswerAt.getTime() - filedAt.getTime()],
    )
    .sort((a, b) => a - b);
  const inTime = filed.filter(
    ({ firstAnswerAt, confirmBy }) => firstAnswerAt !== undefined && firstAnswerAt <= confirmBy,
  ).length;
  const late = filed.filter(
    ({ firstAnswerAt, confirmBy, closedAt }) => (firstAnswerAt ?? closedAt ?? now) > confirmBy,
  ).length;
  const closed = filed.filter(({ status }) => status === 'closed');
  return {
    filed: filed.length,
    answered: waits.length,
    median: percentile(waits, 0.5),
    p95: percentile(waits, 0.95),
    inTime,
    late,
    closed: closed.length,
    solved: closed.filter(({ closing }) => closing === 'done').length,
  };
}

/** The smallest value that so large a share does not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
