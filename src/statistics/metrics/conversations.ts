import { count, metric } from './metric.js';

export const conversations = metric<number>({
  id: 'conversations',
  name: 'Cuộc trò chuyện',
  definition:
    'Mọi tin nhắn và nút bấm của một công dân trong một ngày (0–24 giờ, giờ Việt Nam) là một cuộc trò chuyện. Một cuộc hỏi hai thủ tục được tính ở cả hai khi lọc theo thủ tục, và tính hai lần khi cộng theo nhóm.',
  byProcedure: true,
  count: (_conversation, add) => add('conversations'),
  value: (reading) => count(reading, 'conversations'),
  examples: [
    {
      when: 'một người nhắn hai lần trong ngày, hôm sau nhắn lại; người khác nhắn một lần',
      given: [
        { who: 1, at: '2026-11-24 08:00', outcome: 'answered_procedure' },
        { who: 1, at: '2026-11-24 21:00', outcome: 'answered_step' },
        { who: 1, at: '2026-11-25 00:10', outcome: 'answered_step' },
        { who: 2, at: '2026-11-24 09:00', outcome: 'declined_unknown' },
      ],
      value: 3,
    },
    { when: 'chỉ có báo đã xem', given: [{ who: 1, outcome: 'ignored_notice' }], value: 0 },
  ],
});
