import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('A conclusion from a common question that was answered just now gets its answer again, not “em không có thông tin”', () => {
  table([
    {
      before: ['em đổi từ CMND sang CCCD, mã số thuế cũ vẫn theo CMND'],
      say: 'vậy em có phải đi đổi không',
      shows: /nói lại.*Đã khớp thì không phải làm/su,
      hides: /không có thông tin chắc chắn/u,
    },
  ]);
});
