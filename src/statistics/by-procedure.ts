import { keyPart, shareOf, type Counts } from './counts.js';
import { METRICS } from './metrics/all.js';
import type { NearMiss } from './metrics/near-misses.js';
import type { Satisfaction } from './metrics/satisfaction.js';
import type { ReportPeriod } from './periods.js';

/** How one procedure fared in a period. */
export interface ProcedureRow {
  procedure: string;
  conversations: number;
  /** Questions that were typed about it and what came nearest to it without being understood. */
  questions: number;
  understood: number;
  /** `understood` of `questions`. */
  understoodShare: number | null;
  notUnderstood: number;
  opened: number;
  finished: number;
  helped: { yes: number; no: number };
  satisfaction: Pick<Satisfaction, 'rated' | 'average' | 'asked' | 'responded' | 'responseRate'>;
  persons: number;
}

export const BY_PROCEDURE_DEFINITION =
  'Mỗi thủ tục một dòng. Hiểu được: trong các câu đã gõ về thủ tục (kể cả câu chưa hiểu mà gần thủ tục này nhất), phần được trả lời. Xem hết: trong số hướng dẫn đã mở. Có ích: trong số trả lời “Có/Chưa”. Điểm chỉ ghi khi có từ 30 lượt chấm; phản hồi: trong số lần hỏi ý kiến, phần có trả lời. Gặp cán bộ: lượt xin gặp cán bộ khi đang hỏi thủ tục. Ngày kiểm tra: lần cuối nội dung được đối chiếu với văn bản.';

/** `procedureOf`: which procedure the wordings of an intent lead to, by the intent's id. Most conversations first. */
export function procedureRows(
  period: ReportPeriod,
  sums: ReadonlyMap<string, Counts>,
  near: readonly NearMiss[],
  procedureOf: (intent: string) => string | undefined,
): ProcedureRow[] {
  const missed = new Map<string, number>();
  for (const { intent, times } of near) {
    const procedure = procedureOf(intent);
    if (procedure === undefined) continue;
    const key = keyPart(procedure);
    missed.set(key, (missed.get(key) ?? 0) + times);
  }
  return [...new Set([...sums.keys(), ...missed.keys()])]
    .map((id) => rowOf(id, { period, counts: sums.get(id) ?? {} }, missed.get(id) ?? 0))
    .sort((a, b) => b.conversations - a.conversations || (a.procedure < b.procedure ? -1 : 1));
}

function rowOf(
  procedure: string,
  { period, counts }: { period: ReportPeriod; counts: Counts },
  notUnderstood: number,
): ProcedureRow {
  const reading = {
    period,
    counts,
    days: [{ day: period.from, counts: { ...counts, ...everyConversation(counts) } }],
  };
  const { asked, answered } = METRICS.questions.value(reading);
  const { opened, finished } = METRICS.guides.value(reading);
  const { helped, ...satisfaction } = METRICS.satisfaction.value(reading);
  const { rated, average, asked: askedBack, responded, responseRate } = satisfaction;
  return {
    procedure,
    conversations: METRICS.conversations.value(reading),
    questions: asked + notUnderstood,
    understood: answered,
    understoodShare: shareOf(answered, asked + notUnderstood),
    notUnderstood,
    opened,
    finished,
    helped,
    satisfaction: { rated, average, asked: askedBack, responded, responseRate },
    persons: counts['outcome:handed_over_person'] ?? 0,
  };
}

/** The sums hold no questions of days that were not counted whole. */
function everyConversation(counts: Counts): Counts {
  return { 'question:conversations': counts['conversations'] ?? 0 };
}
