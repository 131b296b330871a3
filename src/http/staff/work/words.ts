import type { ServiceMode } from '../../../conversation/service-switch.js';
import type { Outcome, OutcomeFamily } from '../../../conversation/outcome.js';
import type { RequestKind } from '../../../conversation/types.js';
import type { MatchDecision } from '../../../intent-matching/types.js';
import type { Closing, ReviewDecision, ReviewCause } from '../../../staff-work/ports.js';

export const CAUSE_WORDS: Readonly<Record<ReviewCause, string>> = {
  not_understood: 'Máy chưa hiểu',
  out_of_scope: 'Máy cho là ngoài phạm vi',
  none_of_these: 'Bấm “Không phải”',
  asked_back: 'Máy phải hỏi lại',
  rated_low: 'Bị đánh giá thấp',
  thumbed_down: 'Ngón tay xuống dưới câu trả lời',
};

export const DECISION_WORDS: Readonly<Record<ReviewDecision, string>> = {
  filed: 'Đã xếp vào một việc',
  out_of_scope: 'Đã xếp ngoài phạm vi',
  dismissed: 'Đã bỏ qua',
  judged_right: 'Chấm: trả lời đúng',
  judged_wrong: 'Chấm: trả lời sai',
};

export const MATCH_WORDS: Readonly<Record<MatchDecision, string>> = {
  answer: 'Trả lời ngay',
  ask_back: 'Hỏi lại cho chắc',
  decline: 'Nói là chưa biết',
};

export const KIND_WORDS: Readonly<Record<RequestKind, string>> = {
  person: 'Muốn gặp cán bộ',
  data_copy: 'Xin bản sao dữ liệu',
  data_correction: 'Sửa dữ liệu',
  data_deletion: 'Xoá dữ liệu',
  consent_withdrawal: 'Rút lại đồng ý',
  low_rating: 'Chấm 1 sao',
};

export const CLOSING_WORDS: Readonly<Record<Closing, string>> = {
  done: 'Đã làm xong',
  refused: 'Không thực hiện được (đã giải thích)',
  not_reached: 'Không liên hệ được',
  not_needed: 'Không cần làm gì thêm',
};

export const CHANGE_WORDS = { added: 'thêm', changed: 'sửa', removed: 'bỏ' } as const;

const FAMILY_WORDS: Readonly<Record<OutcomeFamily, string>> = {
  answered: 'Đã trả lời',
  asked_back: 'Hỏi lại',
  declined: 'Chưa trả lời được',
  handed_over: 'Chuyển cán bộ',
  failed: 'Gặp trục trặc',
  ignored: 'Không cần trả lời',
};

const OUTCOME_WORDS: Partial<Record<Outcome, string>> = {
  answered_procedure: 'Mở hướng dẫn thủ tục',
  answered_step: 'Xem tiếp hướng dẫn',
  answered_guide_finished: 'Xem hết hướng dẫn',
  answered_question: 'Trả lời câu hỏi',
  answered_booking: 'Lịch hẹn thứ Bảy',
  answered_consent: 'Chọn về việc lưu tin nhắn',
  answered_rating: 'Đánh giá',
  asked_back_intents: 'Hỏi lại: chọn việc nào',
  declined_unknown: 'Chưa hiểu',
  declined_out_of_scope: 'Ngoài phạm vi',
};

export function outcomeWords(outcome: Outcome, family: OutcomeFamily): string {
  return OUTCOME_WORDS[outcome] ?? FAMILY_WORDS[family];
}

/** "3 giờ", "2 ngày": how long something has waited or is late, rounded down. */
export function span(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
}

/** How the bot serves everybody, as a state. */
export const MODE_WORDS: Readonly<Record<ServiceMode, string>> = {
  on: 'Trợ lý đang trả lời bình thường',
  notice: 'Trợ lý trả lời kèm một thông báo',
  person_only: 'Trợ lý chỉ nhận yêu cầu gặp cán bộ',
  off: 'Trợ lý đang tắt',
};
