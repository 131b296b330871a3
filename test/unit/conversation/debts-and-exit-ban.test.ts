import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('A debt below the limit is told with both conditions of an exit ban', () => {
  table([
    {
      say: 'công ty em nợ 400 triệu, giám đốc có bị cấm xuất cảnh không',
      shows: /dưới mức 500 triệu.*quá hạn từ 120 ngày/u,
    },
    { say: 'no thue 30tr co bi cam xuat canh ko', shows: /từ 50 triệu, quá hạn từ 120 ngày/u },
    {
      before: ['nợ thuế 80 triệu có bị cấm xuất cảnh không'],
      say: 'trễ 40 ngày',
      shows: /cá nhân từ 50 triệu.*mới quá hạn 40 ngày, chưa đủ 120 ngày/u,
    },
  ]);
});

describe('What is named as a part of the debt opens no other matter', () => {
  const company = 'cty em nợ thuế 400tr, em là giám đốc thuê, có bị cấm xuất cảnh ko';
  table([
    {
      before: [company],
      say: 'à ko, 600tr lận, tính cả tiền chậm nộp',
      shows: /tới mức có thể bị tạm hoãn.*quá hạn bao nhiêu ngày/u,
      hides: /0,03%/u,
    },
    {
      before: ['tôi nợ thuế hộ kinh doanh 45 triệu, đi Thái được không'],
      say: 'tổng cộng 55 triệu lận, gồm cả tiền phạt',
      shows: /tới mức có thể bị tạm hoãn/u,
    },
  ]);
});

describe('A part of the debt is paid: the rest is looked at', () => {
  const company = ['công ty nợ thuế 600tr quá hạn 150 ngày, giám đốc có bị cấm xuất cảnh ko'];
  const household = ['tôi nợ thuế 90 triệu, quá hạn 200 ngày, có bị cấm xuất cảnh không'];
  table([
    { before: company, say: 'nếu đóng trước 1 nửa thì sao', shows: /nợ 300 triệu là dưới mức 500 triệu/u },
    { before: company, say: 'tra truoc phan nua thi sao', shows: /nợ 300 triệu là dưới mức/u },
    { before: company, say: 'nộp 10% trước thì sao', shows: /nợ 540 triệu .*có thể bị tạm hoãn/u },
    { before: household, say: 'vậy tui trả bớt 1/3 thì răng', shows: /nợ 60 triệu .*có thể bị tạm hoãn/u },
    { before: household, say: 'đóng trước hai phần ba thì sao', shows: /nợ 30 triệu là dưới mức/u },
    { before: household, say: 'trả trước 50 triệu được không', shows: /nợ 40 triệu là dưới mức/u },
  ]);
});

describe('An objection with something about oneself stays with the matter', () => {
  const asked = ['công ty nợ thuế 600tr quá hạn 150 ngày, giám đốc có bị cấm xuất cảnh ko'];
  table([
    {
      before: asked,
      say: 'nhưng em làm thuê thôi, có góp vốn đồng nào đâu',
      shows: /đại diện theo pháp luật/u,
      hides: /chứng khoán/iu,
    },
    {
      before: asked,
      say: 'mà tui có đứng ra vay mượn gì đâu',
      shows: /người đại diện/iu,
    },
  ]);
});

describe('Late interest is given once, and what else may come', () => {
  const late = ['nợ thuế 30tr trễ 60 ngày tiền chậm nộp bao nhiêu'];
  table([
    {
      say: 'nợ thuế 1 tỷ 5, trễ 10 ngày thì tiền chậm nộp mấy hè',
      shows: /khoảng 4,5 triệu/u,
      hides: /450\.000/u,
    },
    { before: late, say: 'vậy thôi hả hay còn bị gì nữa', shows: /cưỡng.?chế.*công khai/su },
    { before: late, say: 'ngoài ra có bị phạt chi nữa không', shows: /cưỡng.?chế.*bị phạt riêng/su },
    {
      before: ['nộp tờ khai quý trễ 20 ngày phạt bao nhiêu'],
      say: 'còn công ty thì gấp đôi ha',
      shows: /Dạ đúng.*khung phạt của tổ chức gấp đôi/u,
    },
  ]);
});
