import { keyPart, under } from '../counts.js';
import { metric } from './metric.js';

export interface EntryPoints {
  /** Conversations by how they began. */
  conversations: { entryPoint: EntryPoint; count: number }[];
  /** Conversations in which a QR code of this place was scanned: a lower bound. */
  places: { place: string; name?: string; atLeast: number }[];
}

export const ENTRY_POINT_NAMES = {
  typed: 'Gõ câu hỏi',
  menu: 'Menu',
  ice_breaker: 'Câu hỏi gợi ý',
  get_started: 'Nút Bắt đầu',
  button: 'Nút trong trò chuyện',
  qr: 'Mã QR tại nơi đặt',
  link: 'Liên kết khác',
  other: 'Khác (ảnh, tệp…)',
} as const;

export type EntryPoint = keyof typeof ENTRY_POINT_NAMES;

export const entryPoints = metric<EntryPoints>({
  id: 'entry_points',
  name: 'Vào từ đâu',
  definition:
    'Lượt đầu tiên của mỗi cuộc trò chuyện đến từ đâu. Mã QR theo nơi đặt là mức tối thiểu: Facebook không phải lúc nào cũng báo mã QR, nên số người thật có thể cao hơn. Khi lọc theo thủ tục: lượt đầu tiên trong ngày nói về thủ tục đó.',
  byProcedure: true,
  count({ exchanges }, add) {
    add(`entry_point:${kindOf(exchanges[0]?.entryPoint)}`);
    const places = new Set(
      exchanges.flatMap(({ entryPoint }) => (entryPoint?.startsWith('qr:') ? [entryPoint.slice(3)] : [])),
    );
    for (const place of places) add(`qr:${keyPart(place)}`);
  },
  value: ({ counts }) => ({
    conversations: under(counts, 'entry_point:')
      .map(([entryPoint, times]) => ({ entryPoint: entryPoint as EntryPoint, count: times }))
      .sort((a, b) => b.count - a.count || (a.entryPoint < b.entryPoint ? -1 : 1)),
    places: under(counts, 'qr:')
      .map(([place, atLeast]) => ({ place, atLeast }))
      .sort((a, b) => b.atLeast - a.atLeast || (a.place < b.place ? -1 : 1)),
  }),
  examples: [
    {
      when: 'một người quét QR rồi gõ; một người gõ rồi quét hai lần cùng một mã; một người gửi ảnh',
      given: [
        { who: 1, at: '2026-11-24 08:00', entryPoint: 'qr:hoa-khanh', outcome: 'answered_procedure' },
        { who: 1, at: '2026-11-24 08:01', entryPoint: 'typed', outcome: 'answered_step' },
        { who: 2, at: '2026-11-24 08:00', entryPoint: 'typed', outcome: 'answered_procedure' },
        { who: 2, at: '2026-11-24 08:01', entryPoint: 'qr:hoa-khanh', outcome: 'answered_procedure' },
        { who: 2, at: '2026-11-24 08:02', entryPoint: 'qr:hoa-khanh', outcome: 'answered_procedure' },
        { who: 3, outcome: 'declined_unreadable' },
      ],
      value: {
        conversations: [
          { entryPoint: 'other', count: 1 },
          { entryPoint: 'qr', count: 1 },
          { entryPoint: 'typed', count: 1 },
        ],
        places: [{ place: 'hoa-khanh', atLeast: 2 }],
      },
    },
  ],
});

function kindOf(entryPoint: string | undefined): EntryPoint {
  const kind = entryPoint?.split(':')[0] ?? '';
  return kind in ENTRY_POINT_NAMES ? (kind as EntryPoint) : 'other';
}
