import { addDays } from '../shared/days.js';
import type { Collections } from '../records/collections.js';
import type { InboxWaitDocument } from '../records/documents/inbox-wait.js';
import type { RequestDocument } from '../records/documents/request.js';
import { startOf, type ReportPeriod } from './periods.js';

/** How wishes for a person fared, of those of a period: filed as requests, or passed to the Page's inbox. */
export interface PersonAnswers {
  filed: number;
  /** Of them, those passed to the Page's inbox: when a person wrote is known there, not who, nor what came of it. */
  inInbox: number;
  /** Of them, those whose citizen agreed that an officer answers in the conversation, or that an officer answered. */
  answered: number;
  /** From filing to the first words that a person wrote, milliseconds; `null` when there are none. */
  median: number | null;
  p95: number | null;
  /** Answered before the receipt was due to be confirmed. */
  inTime: number;
  /** Not answered yet and past that time, or answered after it. Closing a request answers it, coming back from the inbox does not. */
  late: number;
  /** Given back to the bot, by closing or from the inbox. */
  closed: number;
  /** Of them, the requests closed here, which have a result; and those that were done. */
  judged: number;
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
  'Yêu cầu gặp cán bộ gửi trong kỳ, không kể yêu cầu người dân tự rút; gồm cả cuộc trò chuyện chuyển sang hộp thư của Trang vì người dân xin gặp cán bộ. Chờ trả lời: từ lúc gửi đến câu đầu tiên cán bộ viết, ở đây hoặc trong hộp thư; “nửa số yêu cầu trong 3 giờ” nghĩa là một nửa được trả lời trong 3 giờ hoặc nhanh hơn; “95 trong 100” cũng vậy. Đúng hạn: câu đầu tiên trước hạn xác nhận (2 ngày làm việc). Xong: đóng với kết quả “Đã làm xong”. Ở hộp thư của Trang chỉ biết lúc chuyển, lúc cán bộ viết câu đầu tiên và lúc trả lại; không lưu lời nào, không biết ai viết và kết quả ra sao, nên số đã làm xong và bảng theo cán bộ chỉ kể yêu cầu trả lời ở đây. Chuyển sang hộp thư mà chưa ai viết thì vẫn tính là đang chờ, kể cả khi trợ lý đã trả lời lại. Giữ được một năm.';

/** One wish for a person, however it was met. */
interface Wish {
  at: Date;
  confirmBy: Date;
  firstAnswerAt?: Date;
  /** Nobody waits any more, answered or not. */
  closedAt?: Date;
  inInbox: boolean;
  /** With the bot again. */
  isBack: boolean;
  result?: RequestDocument['closing'];
}

/** Read from the requests and the inbox's waits themselves, which are kept a year. */
export async function readPersonAnswers(
  { requests, inboxWaits }: Pick<Collections, 'requests' | 'inboxWaits'>,
  { from, to }: ReportPeriod,
  now: Date,
): Promise<PersonReport> {
  const within = { $gte: startOf(from), $lt: startOf(addDays(to, 1)) };
  const [found, passed] = await Promise.all([
    requests.find({ kind: 'person', filedAt: within }),
    inboxWaits.find({ passedAt: within }),
  ]);
  const filed = found.filter((one) => !isWithdrawn(one));
  const officers = [...new Set(filed.flatMap(({ answeredBy }) => answeredBy ?? []))].sort();
  return {
    all: answersOf([...filed.map(wishFiled), ...passed.map(wishPassed)], now),
    byOfficer: officers.map((officer) => ({
      officer,
      ...answersOf(filed.filter(({ answeredBy }) => answeredBy === officer).map(wishFiled), now),
    })),
  };
}

/** Closed by nobody of the office: the citizen took it back. */
function isWithdrawn({ status, closedBy }: RequestDocument): boolean {
  return status === 'closed' && closedBy === undefined;
}

function wishFiled({ filedAt, confirmBy, firstAnswerAt, status, closedAt, closing }: RequestDocument): Wish {
  return {
    ...{ at: filedAt, confirmBy, inInbox: false, isBack: status === 'closed' },
    ...(firstAnswerAt === undefined ? {} : { firstAnswerAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closing === undefined ? {} : { result: closing }),
  };
}

function wishPassed({ passedAt, confirmBy, firstAnswerAt, returnedAt }: InboxWaitDocument): Wish {
  return {
    ...{ at: passedAt, confirmBy, inInbox: true, isBack: returnedAt !== undefined },
    ...(firstAnswerAt === undefined ? {} : { firstAnswerAt }),
  };
}

function answersOf(wishes: readonly Wish[], now: Date): PersonAnswers {
  const waits = wishes
    .flatMap(({ at, firstAnswerAt }) =>
      firstAnswerAt === undefined ? [] : [firstAnswerAt.getTime() - at.getTime()],
    )
    .sort((a, b) => a - b);
  const count = (is: (wish: Wish) => boolean) => wishes.filter(is).length;
  return {
    filed: wishes.length,
    inInbox: count(({ inInbox }) => inInbox),
    answered: waits.length,
    median: percentile(waits, 0.5),
    p95: percentile(waits, 0.95),
    inTime: count(
      ({ firstAnswerAt, confirmBy }) => firstAnswerAt !== undefined && firstAnswerAt <= confirmBy,
    ),
    late: count(({ firstAnswerAt, confirmBy, closedAt }) => (firstAnswerAt ?? closedAt ?? now) > confirmBy),
    closed: count(({ isBack }) => isBack),
    judged: count(({ isBack, inInbox }) => isBack && !inInbox),
    solved: count(({ isBack, result }) => isBack && result === 'done'),
  };
}

/** The smallest value that so large a share does not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
