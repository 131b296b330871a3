import type { Aspect } from '../../../conversation/guide/key-facts.js';
import type { CandidateKind } from '../../../conversation/candidates/candidate.js';
import type { ConversationState, Waiting } from '../../../conversation/types.js';
import type { DialogueAct } from '../../../content/types.js';
import type { Reference } from '../../../conversation/reading/references.js';
import type { Period } from '../../../content/decisions/types.js';
import type { DurationUnit } from '../../../conversation/reading/entities/types.js';

/** Ways to answer, as officers call them. */
export const WAY_LABELS: Readonly<Record<CandidateKind, string>> = {
  safety: 'Cảnh báo lừa đảo',
  command: 'Làm điều người dân bảo',
  refusal: 'Không chỉ cách làm sai luật',
  awaited: 'Nhận câu trả lời cho điều vừa hỏi',
  decision: 'Tính theo bảng quyết định',
  question: 'Câu hỏi thường gặp',
  facet: 'Một phần của hướng dẫn',
  guide: 'Mở cả hướng dẫn',
  navigation: 'Đi tiếp trong hướng dẫn đang mở',
  act: 'Đáp lại lời nói',
  action: 'Việc chung: nơi nộp, giờ làm việc, hạn, đường dây nóng',
  place: 'Chỉ cơ quan theo địa danh',
  form: 'Mẫu tờ khai',
  facts: 'Ghi nhận điều vừa kể',
  offer: 'Đưa các câu hỏi gần nhất của mục đang nói tới',
  ask_back: 'Hỏi cho rõ',
  decline: 'Nói là chưa biết',
};

export const ACT_LABELS: Readonly<Record<DialogueAct, string>> = {
  danger: 'báo có dấu hiệu lừa đảo',
  danger_goes_on: 'kể tiếp chuyện lừa đảo',
  delete_data: 'muốn xoá dữ liệu',
  stop: 'muốn máy ngừng nhắn',
  start_again: 'muốn làm lại từ đầu',
  person: 'muốn gặp cán bộ',
  request_status: 'hỏi yêu cầu tới đâu',
  cancel_request: 'rút yêu cầu',
  cancel_booking: 'huỷ hoặc dời lịch hẹn',
  how_long_wait: 'hỏi bao giờ cán bộ trả lời',
  greet: 'chào hỏi',
  thanks: 'cảm ơn',
  bye: 'chào tạm biệt',
  ok: 'đã rõ, không hỏi gì thêm',
  agree: 'đồng ý',
  refuse: 'từ chối',
  never_mind: 'thôi không hỏi nữa',
  doubt: 'chưa tin, hỏi có chắc không',
  explain: 'xin giải thích lại cho dễ hiểu',
  example: 'xin ví dụ',
  repeat: 'xin nói lại',
  shorter: 'xin nói ngắn hơn',
  correct: 'sửa điều vừa nói',
  complain: 'phàn nàn về máy',
  angry: 'bực bội',
  insult: 'nói nặng lời',
  bot_or_human: 'hỏi máy hay người',
  small_talk: 'trò chuyện',
  evasion: 'hỏi cách né thuế hoặc lót tay',
  no_smartphone: 'không dùng được điện thoại thông minh',
  next: 'đi tiếp',
  back: 'quay lại',
  first_step: 'về bước đầu',
  all_steps: 'xem hết các bước',
  how_many_left: 'hỏi còn mấy bước',
  how_many_steps: 'hỏi có mấy bước',
  menu: 'muốn xem danh mục',
  help: 'cần giúp cách dùng',
  about_bot: 'hỏi về trợ lý',
  sad_news: 'kể chuyện buồn',
  elsewhere: 'hỏi việc của cơ quan khác',
  capabilities: 'nhờ việc máy không làm được',
};

export const ASPECT_LABELS: Readonly<Record<Aspect, string>> = {
  who: 'ai phải làm, ai được',
  when: 'khi nào',
  papers: 'giấy tờ',
  where: 'nộp ở đâu',
  how_long: 'bao lâu',
  cost: 'tốn bao nhiêu',
  result: 'nhận được gì',
  steps: 'các bước',
  basis: 'căn cứ pháp lý',
};

export const NAVIGATION_LABELS: Readonly<Record<string, string>> = {
  step: 'tới một bước',
  paper: 'một loại giấy tờ',
  papers: 'giấy tờ',
  steps: 'các bước',
  overview: 'phần đầu',
  basis: 'căn cứ pháp lý',
  questions: 'câu hỏi thường gặp',
};

export const WAITING_LABELS: Readonly<Record<Waiting['for'] | 'helped', string>> = {
  choice: 'chọn một trong các việc vừa hỏi lại',
  question: 'chọn một câu hỏi trong danh sách',
  commune: 'cho biết xã, phường',
  fact: 'cho biết một dữ kiện',
  sum: 'nói rõ số tiền ấy là của khoản nào',
  slot: 'chọn giờ hẹn thứ Bảy',
  booking: 'cho biết lịch hẹn nào',
  degree: 'chấm mức hài lòng',
  comment: 'góp ý thêm',
  deletion: 'xác nhận xoá dữ liệu',
  talk: 'cho phép cán bộ đọc và trả lời',
  helped: 'nói đã giúp được chưa',
};

export const CONSENT_LABELS: Readonly<Record<ConversationState['consent']['choice'], string>> = {
  unasked: 'chưa hỏi',
  asked: 'đã hỏi, chưa trả lời',
  yes: 'đồng ý',
  no: 'không đồng ý',
};

export const PERIOD_LABELS: Readonly<Record<Period | DurationUnit, string>> = {
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  year: 'năm',
};

export function referenceLabel(reference: Reference): string {
  if (reference.to === 'topic') return 'việc vừa nói (“cái đó”, “việc này”)';
  if (reference.to === 'step') return reference.number === 'last' ? 'bước cuối' : `bước ${reference.number}`;
  return reference.number === 'last' ? 'mục cuối danh sách' : `mục số ${reference.number} trong danh sách`;
}
