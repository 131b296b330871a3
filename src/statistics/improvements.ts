import type { MeetingReportOptions, ReportSection } from './meeting-types.js';
import type { PersonAnswers } from './person-answers.js';
import type { StatisticsReport } from './report.js';
import { numberWritten as number, percentWritten as percent } from './written.js';

/** Below these something is named as to be improved. */
const FEW_UNDERSTOOD = 0.7;
const FEW_FINISHED = 0.3;
/** Of fewer nothing is concluded. */
const ENOUGH = 10;
const MAX_NAMED = 3;

/** What to work on: by these rules alone, which the footnote tells. */
export function improvements(
  { values, byProcedure, requestsNow }: StatisticsReport,
  { late }: PersonAnswers,
  { nameOf, intentName }: MeetingReportOptions,
): ReportSection {
  const named = (list: readonly string[]) => list.slice(0, MAX_NAMED).join('; ');
  const missed = values.nearMisses.map(({ intent, times }) => `${intentName(intent)} (${number(times)} câu)`);
  const unclear = byProcedure
    .filter(
      ({ questions, understoodShare }) => questions >= ENOUGH && (understoodShare ?? 1) < FEW_UNDERSTOOD,
    )
    .map(({ procedure, understoodShare }) => `${nameOf(procedure)} (${percent(understoodShare ?? 0)})`);
  const left = byProcedure
    .filter(({ opened, finished }) => opened >= ENOUGH && finished / opened < FEW_FINISHED)
    .map(({ procedure, opened, finished }) => `${nameOf(procedure)} (${percent(finished / opened)})`);
  const paragraphs = [
    ...(missed.length === 0
      ? []
      : [`Câu chưa hiểu nhiều nhất ở gần các nội dung: ${named(missed)}. Nên thêm câu mẫu.`]),
    ...(unclear.length === 0
      ? []
      : [`Thủ tục hiểu được dưới ${percent(FEW_UNDERSTOOD)}: ${named(unclear)}.`]),
    ...(left.length === 0
      ? []
      : [`Hướng dẫn ít người xem hết (dưới ${percent(FEW_FINISHED)}): ${named(left)}. Nên viết gọn lại.`]),
    ...(late === 0 ? [] : [`${number(late)} yêu cầu gặp cán bộ trong kỳ quá hạn trả lời.`]),
    ...(requestsNow.overdue === 0
      ? []
      : [`Lúc lập báo cáo còn ${number(requestsNow.overdue)} yêu cầu đang quá hạn.`]),
  ];
  return {
    heading: 'Việc cần cải thiện',
    paragraphs: paragraphs.length === 0 ? ['Không có mục nào vượt ngưỡng nêu dưới đây.'] : paragraphs,
    footnote: `Quy tắc cố định: nêu tối đa ${MAX_NAMED} nội dung gần câu chưa hiểu nhất; thủ tục có từ ${ENOUGH} câu hỏi mà hiểu được dưới ${percent(FEW_UNDERSTOOD)}; hướng dẫn mở từ ${ENOUGH} lượt mà xem hết dưới ${percent(FEW_FINISHED)}; yêu cầu quá hạn.`,
  };
}
