import type { ConversationRow } from '../conversation-rows.js';
import { writtenDate } from '../../content/days.js';

export type CellValue = string | number | null;

/** Said in every row of a file that holds made-up data. */
export const DEMO_NOTE = 'Dữ liệu mẫu, không phải của người dân';

const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'Có' : 'Không');

/** The columns of a file with a row per conversation. */
export const CONVERSATION_COLUMNS: readonly {
  header: string;
  width: number;
  value: (row: ConversationRow, nameOf: (procedure: string) => string) => CellValue;
}[] = [
  { header: 'Ngày', width: 12, value: ({ day }) => writtenDate(day) },
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
  { header: 'Câu đầu (đã che, chỉ khi được đồng ý)', width: 60, value: ({ firstText }) => firstText },
];
