import { count, metric } from './metric.js';

export interface Saturday {
  booked: number;
  cancelled: number;
}

export const saturday = metric<Saturday>({
  id: 'saturday',
  name: 'Đăng ký thứ Bảy',
  definition:
    'Số chỗ công dân đã đăng ký, và số chỗ đã huỷ, cho các buổi hỗ trợ thứ Bảy; tính vào ngày đăng ký hoặc huỷ, không phải ngày đến. Khi lọc theo thủ tục: thủ tục đang hỏi lúc đăng ký.',
  byProcedure: true,
  count({ exchanges }, add) {
    for (const { booking } of exchanges) if (booking !== undefined) add(`saturday:${booking}`);
  },
  value: (reading) => ({
    booked: count(reading, 'saturday:made'),
    cancelled: count(reading, 'saturday:cancelled'),
  }),
  examples: [
    {
      when: 'hai người đăng ký, một người huỷ rồi đăng ký lại',
      given: [
        { who: 1, outcome: 'answered_booking', booking: 'made' },
        { who: 2, outcome: 'answered_booking', booking: 'made' },
        { who: 2, outcome: 'answered_booking', booking: 'cancelled' },
        { who: 2, outcome: 'answered_booking', booking: 'made' },
        { who: 3, outcome: 'answered_booking' },
      ],
      value: { booked: 3, cancelled: 1 },
    },
  ],
});
