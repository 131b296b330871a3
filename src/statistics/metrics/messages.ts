import { count, metric } from './metric.js';

export interface Messages {
  total: number;
  messenger: number;
  web: number;
}

export const messages = metric<Messages>({
  id: 'messages',
  name: 'Lượt nhắn',
  definition:
    'Mỗi tin nhắn, nút bấm, ảnh hoặc liên kết QR của công dân mà bot phải trả lời. Không tính thông báo đã xem, cảm xúc, tin bị thu hồi. Khi lọc theo thủ tục: chỉ những lượt thuộc thủ tục đó.',
  byProcedure: true,
  count({ exchanges }, add) {
    for (const { channel } of exchanges) add(`messages:${channel}`);
  },
  value(reading) {
    const messenger = count(reading, 'messages:messenger');
    const web = count(reading, 'messages:web');
    return { total: messenger + web, messenger, web };
  },
  examples: [
    {
      when: 'hai tin qua Messenger, một qua trang web, một báo đã xem',
      given: [
        { who: 1, outcome: 'answered_procedure' },
        { who: 1, outcome: 'answered_consent' },
        { who: 2, channel: 'web', outcome: 'declined_unknown' },
        { who: 1, outcome: 'ignored_notice' },
      ],
      value: { total: 3, messenger: 2, web: 1 },
    },
  ],
});
