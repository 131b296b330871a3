import type { RequestKind } from '../../conversation/types.js';
import { under } from '../counts.js';
import { metric } from './metric.js';

export interface FiledRequests {
  total: number;
  byKind: { kind: RequestKind; count: number }[];
}

export const REQUEST_NAMES: Record<RequestKind, string> = {
  person: 'Gặp cán bộ',
  low_rating: 'Chấm 1 điểm',
  data_copy: 'Xin bản sao dữ liệu',
  data_correction: 'Sửa dữ liệu',
  data_deletion: 'Xoá dữ liệu',
  consent_withdrawal: 'Rút đồng ý',
};

export const requests = metric<FiledRequests>({
  id: 'requests',
  name: 'Yêu cầu có mã',
  definition:
    'Số yêu cầu có mã mà công dân gửi trong kỳ: xin gặp cán bộ, chấm 1 điểm, yêu cầu về dữ liệu cá nhân (xoá dữ liệu và rút đồng ý thường được máy làm ngay trong cuộc trò chuyện). Khi lọc theo thủ tục: xin gặp cán bộ lúc đang hỏi thủ tục đó, hoặc chấm 1 điểm cho nó; yêu cầu về dữ liệu không thuộc thủ tục nào. “Đang chờ” và “quá hạn” là tình trạng lúc xem, không phụ thuộc kỳ: quá hạn là chưa ai nhận sau 2 ngày làm việc, hoặc chưa xong khi đã hết hạn của Nghị định 356/2025/NĐ-CP.',
  byProcedure: true,
  count({ exchanges }, add) {
    for (const { request } of exchanges) if (request !== undefined) add(`request:${request.kind}`);
  },
  value({ counts }) {
    const byKind = under(counts, 'request:')
      .map(([kind, times]) => ({ kind: kind as RequestKind, count: times }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
    return { total: byKind.reduce((sum, { count: times }) => sum + times, 0), byKind };
  },
  examples: [
    {
      when: 'hai người xin gặp cán bộ, một người chấm 1 điểm, một người xoá dữ liệu',
      given: [
        { who: 1, outcome: 'handed_over_person', request: { code: 'YC-AAAAA', kind: 'person' } },
        { who: 2, outcome: 'handed_over_person', request: { code: 'YC-CCCCC', kind: 'person' } },
        {
          who: 3,
          outcome: 'answered_rating',
          rating: { degree: 1 },
          request: { code: 'YC-DDDDD', kind: 'low_rating' },
        },
        {
          who: 4,
          outcome: 'handed_over_data_request',
          request: { code: 'YC-EEEEE', kind: 'data_deletion' },
        },
      ],
      value: {
        total: 4,
        byKind: [
          { kind: 'person', count: 2 },
          { kind: 'data_deletion', count: 1 },
          { kind: 'low_rating', count: 1 },
        ],
      },
    },
  ],
});
