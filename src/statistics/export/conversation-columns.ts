import { METRICS } from '../metrics/all.js';
import type { ConversationRow } from '../conversation-rows.js';

/** A `Date` is a day: its midnight in UTC, as spreadsheets keep days. */
export type CellValue = string | number | Date | null;

/** Said in every row of a file that holds made-up data. */
export const DEMO_NOTE = 'Dữ liệu mẫu, không phải của người dân';

const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'Có' : 'Không');

/** The columns of a file with a row per conversation. */
export const CONVERSATION_COLUMNS: readonly {
  header: string;
  width: number;
  value: (row: ConversationRow, nameOf: (procedure: string) => string) => CellValue;
}[] = [
  { header: 'Ngày', width: 12, value: ({ day }) => new Date(`${day}T00:00:00Z`) },
  { header: 'Số thứ tự', width: 10, value: ({ number }) => number },
  { header: 'Kênh', width: 12, value: ({ channel }) => (channel === 'web' ? 'Trang web' : 'Messenger') },
  { header: 'Từ', width: 8, value: ({ from }) => from },
  { header: 'Đến', width: 8, value: ({ to }) => to },
  { header: 'Lượt nhắn', width: 10, value: ({ messages }) => messages },
  { header: 'Thủ tục', width: 40, value: ({ procedures }, nameOf) => procedures.map(nameOf).join('; ') },
  { header: 'Đã trả lời', width: 10, value: ({ answered }) => answered },
  { header: 'Hỏi lại', width: 10, value: ({ askedBack }) => askedBack },
  { header: 'Không trả lời được', width: 18, value: ({ declined }) => declined },
  { header: 'Lỗi', width: 8, value: ({ failed }) => failed },
  { header: 'Xin gặp cán bộ', width: 14, value: ({ askedPerson }) => yesNo(askedPerson) },
  { header: 'Tự giải quyết được', width: 18, value: ({ resolved }) => yesNo(resolved) },
  { header: 'Điểm', width: 8, value: ({ degree }) => degree },
  {
    header: 'Câu hỏi đầu (đã che, chỉ khi được đồng ý)',
    width: 60,
    value: ({ firstQuestion }) => firstQuestion,
  },
];

/** What the columns mean, for the sheet of definitions. */
export const COLUMN_DEFINITIONS: readonly (readonly [column: string, definition: string])[] = [
  [
    'Mỗi dòng',
    'Một cuộc trò chuyện: mọi tin nhắn và nút bấm của một công dân trong một ngày (giờ Việt Nam). Không có tên, không có mã người.',
  ],
  ['Số thứ tự', 'Thứ tự trong ngày; chỉ để nói về một dòng.'],
  ['Từ, Đến', 'Giờ nhận tin đầu và tin cuối trong ngày.'],
  ['Lượt nhắn', METRICS.messages.definition],
  ['Thủ tục', 'Các thủ tục có câu trả lời hoặc bước hướng dẫn trong cuộc.'],
  ['Đã trả lời, Hỏi lại, Không trả lời được, Lỗi', METRICS.outcomes.definition],
  ['Xin gặp cán bộ', 'Trong ngày công dân có xin gặp cán bộ, về bất cứ việc gì.'],
  ['Tự giải quyết được', `${METRICS.resolved.definition} Để trống: cuộc không hỏi việc gì.`],
  ['Điểm', 'Điểm 1–5 công dân chấm, lần cuối trong ngày. Để trống: không chấm.'],
  [
    'Câu hỏi đầu',
    'Câu hỏi đầu tiên công dân tự gõ (không phải nút bấm, lời chào), đã che số và tên; chỉ có khi công dân đồng ý cho lưu.',
  ],
  ['Thời hạn', 'Chi tiết từng cuộc bị xoá sau tối đa 30 ngày; số đếm theo ngày thì giữ lại.'],
];
