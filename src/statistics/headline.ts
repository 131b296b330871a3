import { METRICS } from './metrics/all.js';
import { REQUEST_NAMES } from './metrics/requests.js';
import type { Questions } from './metrics/questions.js';
import { published } from './publication.js';
import type { StatisticsReport } from './report.js';
import type { ReportValues } from './report-values.js';
import type { CellKind, Table, TableOptions, TableRow } from './table-types.js';
import { writtenDate } from '../shared/days.js';
import { COMPARED_NAMES, UNIT_NAMES } from './wording.js';

interface Headline {
  id: string;
  label: string;
  kind: CellKind;
  of: (values: ReportValues) => number | null;
  /** Of how many the number is told: hidden in publications when these are few. */
  from?: (values: ReportValues) => number;
  note?: (values: ReportValues) => string;
  wholeOnly?: true;
}

const VIETNAMESE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const number = (value: number) => VIETNAMESE.format(value);

const countedSince = ({ since }: Questions) => (since === null ? '' : `, đếm từ ${writtenDate(since)}`);

/** In the order in which a manager reads them. */
const HEADLINES: readonly Headline[] = [
  {
    id: METRICS.conversations.id,
    label: METRICS.conversations.name,
    kind: 'count',
    of: ({ conversations }) => conversations,
  },
  {
    id: METRICS.citizens.id,
    label: METRICS.citizens.name,
    kind: 'count',
    of: ({ citizens }) => citizens.count,
    note: ({ citizens: { within, addedUp } }) =>
      addedUp
        ? `cộng số người của từng ${UNIT_NAMES[within]}`
        : `mỗi người tính một lần trong ${UNIT_NAMES[within]}`,
    wholeOnly: true,
  },
  {
    id: METRICS.resolved.id,
    label: METRICS.resolved.name,
    kind: 'share',
    of: ({ resolved }) => resolved.share,
    from: ({ resolved }) => resolved.resolved,
    note: ({ resolved }) => `${number(resolved.resolved)} trong ${number(resolved.asked)} cuộc có hỏi việc`,
  },
  {
    id: METRICS.satisfaction.id,
    label: METRICS.satisfaction.name,
    kind: 'score',
    of: ({ satisfaction }) => satisfaction.average,
    note: ({ satisfaction: { rated, average } }) =>
      average === null ? `${number(rated)} lượt chấm, chưa đủ 30 để kết luận` : `${number(rated)} lượt chấm`,
  },
  {
    id: 'response_rate',
    label: 'Tỷ lệ phản hồi',
    kind: 'share',
    of: ({ satisfaction }) => satisfaction.responseRate,
    from: ({ satisfaction }) => satisfaction.responded,
    note: ({ satisfaction }) =>
      `${number(satisfaction.responded)} trong ${number(satisfaction.asked)} lần hỏi`,
  },
  {
    id: METRICS.messages.id,
    label: METRICS.messages.name,
    kind: 'count',
    of: ({ messages }) => messages.total,
  },
  {
    id: 'answered_share',
    label: 'Câu hỏi được trả lời ngay',
    kind: 'share',
    of: ({ questions }) => questions.answeredShare,
    from: ({ questions }) => questions.answered,
    note: ({ questions }) =>
      `${number(questions.answered)} trong ${number(questions.asked)} câu đã gõ${countedSince(questions)}`,
    wholeOnly: true,
  },
  {
    id: METRICS.notUnderstood.id,
    label: METRICS.notUnderstood.name,
    kind: 'share',
    of: ({ notUnderstood }) => notUnderstood.share,
    from: ({ notUnderstood }) => notUnderstood.times,
    note: ({ questions }) =>
      `${number(questions.unknown)} trong ${number(questions.asked)} câu đã gõ${countedSince(questions)}`,
    wholeOnly: true,
  },
  {
    id: METRICS.guides.id,
    label: METRICS.guides.name,
    kind: 'share',
    of: ({ guides }) => guides.share,
    from: ({ guides }) => guides.finished,
    note: ({ guides }) => `${number(guides.finished)} trong ${number(guides.opened)} hướng dẫn`,
  },
  {
    id: 'answer_time_p50',
    label: 'Nửa số câu trả lời trong',
    kind: 'ms',
    of: ({ answerTime }) => answerTime.p50,
    wholeOnly: true,
  },
  {
    id: 'answer_time_p95',
    label: '95 trong 100 câu trả lời trong',
    kind: 'ms',
    of: ({ answerTime }) => answerTime.p95,
    wholeOnly: true,
  },
];

/** What stands at the top, this period and the one before. */
export function headlineTable(report: StatisticsReport, options: TableOptions): Table {
  const shown = HEADLINES.filter(({ wholeOnly }) => wholeOnly !== true || report.procedures === undefined);
  return {
    id: 'headline',
    title: 'Số chính',
    columns: [
      { name: 'Kỳ này', kind: 'count' },
      { name: COMPARED_NAMES[report.compared], kind: 'count' },
    ],
    rows: shown.map((headline) => rowOf(headline, report, options)),
  };
}

function rowOf(headline: Headline, report: StatisticsReport, { forPublication }: TableOptions): TableRow {
  const { id, label, kind, note } = headline;
  const hidden = forPublication && isHidden(headline, report.values);
  const told = (values: ReportValues | null) =>
    values === null || (forPublication && isHidden(headline, values)) ? null : headline.of(values);
  return {
    key: id,
    label,
    kind,
    cells: [told(report.values), told(report.valuesBefore)],
    ...(note === undefined || hidden ? {} : { note: note(report.values) }),
  };
}

function isHidden({ kind, of, from }: Headline, values: ReportValues): boolean {
  const few = from?.(values) ?? (kind === 'count' ? (of(values) ?? 0) : 0);
  return published(few) === null;
}

/** What citizens pressed about an answer, besides the degrees, and what became of comments. */
function besides({
  satisfaction,
  thumbs,
  comments,
}: ReportValues): [key: string, label: string, count: number][] {
  return [
    ['helped_yes', '“Có giúp được không?”: Có', satisfaction.helped.yes],
    ['helped_no', '“Có giúp được không?”: Chưa', satisfaction.helped.no],
    ['thumb_up', 'Ngón tay lên dưới câu trả lời (Messenger)', thumbs.up],
    ['thumb_down', 'Ngón tay xuống dưới câu trả lời (Messenger)', thumbs.down],
    ['comments_answered', 'Bình luận dưới bài viết: đã trả lời riêng', comments.answered],
    ['comments_invited', 'Bình luận dưới bài viết: có thông tin riêng, đã mời nhắn riêng', comments.invited],
    ['comments_left', 'Bình luận dưới bài viết: để yên', comments.leftAlone],
  ];
}

/** The rest: single numbers that need no chart. */
export function factsTable(
  { values, requestsNow, procedures }: StatisticsReport,
  { forPublication }: TableOptions,
): Table {
  const whole = procedures === undefined;
  const { saturday, consent, requests } = values;
  const facts: [key: string, label: string, count: number][] = [
    ['saturday_booked', 'Đăng ký thứ Bảy: chỗ đã đăng ký', saturday.booked],
    ['saturday_cancelled', 'Đăng ký thứ Bảy: chỗ đã huỷ', saturday.cancelled],
    ...(whole
      ? ([
          ['consent_yes', 'Đồng ý cho lưu tin nhắn', consent.yes],
          ['consent_no', 'Không đồng ý cho lưu tin nhắn', consent.no],
        ] as [string, string, number][])
      : []),
    ...besides(values),
    ...requests.byKind.map(
      ({ kind, count }) =>
        [`request_${kind}`, `Yêu cầu: ${REQUEST_NAMES[kind]}`, count] as [string, string, number],
    ),
    ...(forPublication || !whole
      ? []
      : ([
          ['requests_waiting', 'Yêu cầu đang chờ (lúc xem)', requestsNow.waiting],
          ['requests_overdue', 'Yêu cầu quá hạn (lúc xem)', requestsNow.overdue],
        ] as [string, string, number][])),
  ];
  return {
    id: 'facts',
    title: 'Các số khác',
    columns: [{ name: 'Số lượng', kind: 'count' }],
    rows: facts.map(([key, label, count]) => ({
      key,
      label,
      cells: [forPublication ? published(count) : count],
    })),
  };
}
