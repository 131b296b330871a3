import { BY_PROCEDURE_DEFINITION } from './by-procedure.js';
import { METRICS } from './metrics/all.js';
import type { PersonAnswers } from './person-answers.js';
import { improvements } from './improvements.js';
import type { MeetingReport, MeetingReportOptions, ReportSection } from './meeting-types.js';
import type { StatisticsReport } from './report.js';
import { COMPARED_NAMES, periodName, UNIT_NAMES } from './wording.js';
import { numberWritten as number, percentWritten as percent, waitWritten, written } from './written.js';

const SHOWN_PROCEDURES = 8;

/** The text is made from the numbers by fixed rules: the same numbers give the same sentences. */
export function meetingReport(
  report: StatisticsReport,
  person: PersonAnswers,
  options: MeetingReportOptions,
): MeetingReport {
  const saved = timeSaved(report, options.minutesPerQuestion);
  const first = [usage(report), quality(report), satisfaction(report), officers(person)];
  const second = [procedures(report, options), improvements(report, person, options), ...saved];
  let numeral = 0;
  const numbered = (section: ReportSection) => ({
    ...section,
    heading: `${(numeral += 1)}. ${section.heading}`,
  });
  return {
    title: 'Báo cáo sử dụng trợ lý tự động Đồng Hành',
    subtitle: `${options.authority}. Kỳ báo cáo: ${periodName(report.period)}${report.demo ? '. DỮ LIỆU MẪU, không phải của người dân' : ''}`,
    sheets: [first.map(numbered), second.map(numbered)],
    signatures: ['Người lập báo cáo', 'Thủ trưởng đơn vị'],
  };
}

function usage({ values, valuesBefore, before, compared }: StatisticsReport): ReportSection {
  const { conversations, citizens, messages } = values;
  const people = citizens.addedUp
    ? `${number(citizens.count)} lượt người (cộng số người của từng ${UNIT_NAMES[citizens.within]})`
    : `${number(citizens.count)} người`;
  const name = COMPARED_NAMES[compared].toLowerCase();
  const change =
    valuesBefore === null
      ? `Chưa so sánh với ${name} được vì khi ấy chưa có đủ số liệu.`
      : `So với ${name} (${periodName(before)}): ${compare(conversations, valuesBefore.conversations)}.`;
  return {
    heading: 'Mức độ sử dụng',
    paragraphs: [
      `Trong kỳ có ${number(conversations)} cuộc trò chuyện của ${people}, gồm ${number(messages.total)} lượt nhắn (Messenger ${number(messages.messenger)}, trang web ${number(messages.web)}). ${change}`,
    ],
    footnote: METRICS.conversations.definition,
  };
}

/** "tăng 12,5% (trước là 40)". */
function compare(now: number, was: number): string {
  if (now === was) return `không đổi (${number(was)})`;
  const share = was === 0 ? '' : ` ${percent(Math.abs(now - was) / was)}`;
  return `${now > was ? 'tăng' : 'giảm'}${share} (trước là ${number(was)})`;
}

function quality({ values }: StatisticsReport): ReportSection {
  const { questions, guides, answerTime, resolved } = values;
  const share = (part: number, whole: number) => (whole === 0 ? '' : ` (${percent(part / whole)})`);
  const paragraphs = [
    `Công dân đã gõ ${number(questions.asked)} câu hỏi: ${number(questions.answered)} câu${share(questions.answered, questions.asked)} được trả lời ngay, ${number(questions.askedBack)} câu được hỏi lại cho rõ, ${number(questions.handedOver)} câu chuyển cán bộ, ${number(questions.unknown)} câu${share(questions.unknown, questions.asked)} chưa hiểu.`,
    `Có ${number(guides.opened)} lượt mở hướng dẫn, ${number(guides.finished)} lượt${share(guides.finished, guides.opened)} xem đến cuối. Trong ${number(resolved.asked)} cuộc có hỏi việc, ${number(resolved.resolved)} cuộc${share(resolved.resolved, resolved.asked)} tự giải quyết được theo cách đếm thận trọng ở dưới.`,
  ];
  if (answerTime.answers > 0)
    paragraphs.push(
      `Nửa số câu trả lời có trong ${written(answerTime.p50, 'ms')}, 95 trong 100 câu trong ${written(answerTime.p95, 'ms')}.`,
    );
  return {
    heading: 'Chất lượng trả lời',
    paragraphs,
    footnote: `${METRICS.questions.definition} ${METRICS.resolved.definition}`,
  };
}

function satisfaction({ values }: StatisticsReport): ReportSection {
  const { rated, average, satisfied, dissatisfied, responded, asked, responseRate, helped } =
    values.satisfaction;
  const told =
    average === null
      ? `Có ${number(rated)} lượt chấm điểm, chưa đủ 30 lượt để kết luận về mức hài lòng.`
      : `Điểm trung bình ${written(average, 'score')} trên ${number(rated)} lượt chấm; ${written(satisfied, 'share')} chấm 4–5, ${written(dissatisfied, 'share')} chấm 1–2.`;
  return {
    heading: 'Mức hài lòng',
    paragraphs: [
      `${told} Với câu “Có giúp được không?”: ${number(helped.yes)} trả lời “Có”, ${number(helped.no)} trả lời “Chưa”.`,
      `Tỷ lệ phản hồi ${written(responseRate, 'share')} (${number(responded)} trong ${number(asked)} lần hỏi); người không trả lời có thể nghĩ khác.`,
    ],
    footnote: METRICS.satisfaction.definition,
  };
}

function officers({ filed, inInbox, answered, inTime, late, median, p95 }: PersonAnswers): ReportSection {
  const paragraphs =
    filed === 0
      ? ['Trong kỳ không có yêu cầu gặp cán bộ.']
      : [
          `Có ${number(filed)} yêu cầu gặp cán bộ, ${number(answered)} yêu cầu đã có cán bộ trả lời trong cuộc trò chuyện${inInbox === 0 ? '' : ` (${number(inInbox)} yêu cầu chuyển sang hộp thư của Trang)`}. ${number(inTime)} yêu cầu được trả lời đúng hạn, ${number(late)} quá hạn${inTime + late === 0 ? '' : ` (đúng hạn ${percent(inTime / (inTime + late))})`}.`,
          ...(median === null
            ? []
            : [
                `Nửa số yêu cầu có câu trả lời đầu tiên trong ${waitWritten(median)}, 95 trong 100 yêu cầu trong ${waitWritten(p95)}.`,
              ]),
        ];
  return {
    heading: 'Cán bộ trả lời đúng hạn',
    paragraphs,
    footnote:
      'Đúng hạn: câu đầu tiên của cán bộ trước hạn xác nhận (2 ngày làm việc). Không kể yêu cầu người dân tự rút.',
  };
}

function procedures({ byProcedure }: StatisticsReport, { nameOf }: MeetingReportOptions): ReportSection {
  const shown = byProcedure.filter(({ conversations }) => conversations > 0).slice(0, SHOWN_PROCEDURES);
  return {
    heading: 'Thủ tục được hỏi nhiều',
    paragraphs: shown.length === 0 ? ['Trong kỳ chưa có thủ tục nào được hỏi.'] : [],
    ...(shown.length === 0
      ? {}
      : {
          table: {
            columns: ['Thủ tục', 'Cuộc', 'Hiểu được', 'Xem hết', 'Điểm', 'Phản hồi', 'Gặp cán bộ'],
            rows: shown.map((row) => [
              nameOf(row.procedure),
              number(row.conversations),
              written(row.understoodShare, 'share'),
              written(row.opened === 0 ? null : row.finished / row.opened, 'share'),
              written(row.satisfaction.average, 'score'),
              written(row.satisfaction.responseRate, 'share'),
              number(row.persons),
            ]),
          },
          footnote: BY_PROCEDURE_DEFINITION,
        }),
  };
}

function timeSaved({ values }: StatisticsReport, minutes: number | undefined): ReportSection[] {
  if (minutes === undefined) return [];
  const { answered } = values.questions;
  const hours = (answered * minutes) / 60;
  return [
    {
      heading: 'Thời gian ước tính đỡ cho cán bộ',
      paragraphs: [
        `${number(answered)} câu được trả lời ngay × ${number(minutes)} phút mỗi câu = ${number(hours)} giờ.`,
      ],
      footnote: `Đây là phép tính, không phải số đo. Giả định do đơn vị nêu: mỗi câu hỏi nếu không có trợ lý thì cán bộ mất ${number(minutes)} phút, và mọi câu được trả lời ngay đều sẽ đến cán bộ.`,
    },
  ];
}
