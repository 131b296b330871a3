import { keyPart, under } from '../counts.js';
import { metric } from './metric.js';

export interface Doors {
  /** Conversations by how they began. */
  conversations: { door: Door; count: number }[];
  /** Conversations in which a QR code of this place was scanned: a lower bound. */
  places: { place: string; name?: string; atLeast: number }[];
}

export const DOOR_NAMES = {
  typed: 'Gõ câu hỏi',
  menu: 'Menu',
  ice_breaker: 'Câu hỏi gợi ý',
  get_started: 'Nút Bắt đầu',
  button: 'Nút trong trò chuyện',
  qr: 'Mã QR tại nơi đặt',
  link: 'Liên kết khác',
  other: 'Khác (ảnh, tệp…)',
} as const;

export type Door = keyof typeof DOOR_NAMES;

export const doors = metric<Doors>({
  id: 'doors',
  name: 'Vào từ đâu',
  definition:
    'Lượt đầu tiên của mỗi cuộc trò chuyện đến từ đâu. Mã QR theo nơi đặt là mức tối thiểu: Facebook không phải lúc nào cũng báo mã QR, nên số người thật có thể cao hơn. Khi lọc theo thủ tục: lượt đầu tiên trong ngày nói về thủ tục đó.',
  byProcedure: true,
  count({ exchanges }, add) {
    add(`door:${kindOf(exchanges[0]?.door)}`);
    const places = new Set(exchanges.flatMap(({ door }) => (door?.startsWith('qr:') ? [door.slice(3)] : [])));
    for (const place of places) add(`qr:${keyPart(place)}`);
  },
  value: ({ counts }) => ({
    conversations: under(counts, 'door:')
      .map(([door, times]) => ({ door: door as Door, count: times }))
      .sort((a, b) => b.count - a.count || (a.door < b.door ? -1 : 1)),
    places: under(counts, 'qr:')
      .map(([place, atLeast]) => ({ place, atLeast }))
      .sort((a, b) => b.atLeast - a.atLeast || (a.place < b.place ? -1 : 1)),
  }),
  examples: [
    {
      when: 'một người quét QR rồi gõ; một người gõ rồi quét hai lần cùng một mã; một người gửi ảnh',
      given: [
        { who: 1, at: '2026-11-24 08:00', door: 'qr:hoa-khanh', outcome: 'answered_procedure' },
        { who: 1, at: '2026-11-24 08:01', door: 'typed', outcome: 'answered_step' },
        { who: 2, at: '2026-11-24 08:00', door: 'typed', outcome: 'answered_procedure' },
        { who: 2, at: '2026-11-24 08:01', door: 'qr:hoa-khanh', outcome: 'answered_procedure' },
        { who: 2, at: '2026-11-24 08:02', door: 'qr:hoa-khanh', outcome: 'answered_procedure' },
        { who: 3, outcome: 'declined_unreadable' },
      ],
      value: {
        conversations: [
          { door: 'other', count: 1 },
          { door: 'qr', count: 1 },
          { door: 'typed', count: 1 },
        ],
        places: [{ place: 'hoa-khanh', atLeast: 2 }],
      },
    },
  ],
});

function kindOf(door: string | undefined): Door {
  const kind = door?.split(':')[0] ?? '';
  return kind in DOOR_NAMES ? (kind as Door) : 'other';
}
