import { talkTable, type TalkRow } from '../../support/talk-table.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

const HOUSEHOLD = /01\/TKN-CNKD|giá trị gia tăng \d/u;

describe('what a company turns over is taxed as a company’s, not as a household’s', () => {
  const rows: TalkRow[] = [
    {
      say: 'công ty em doanh thu 6 tỷ một năm thì thuế suất bao nhiêu',
      shows: /17% trên phần lời/u,
      hides: HOUSEHOLD,
    },
    {
      say: 'em là giám đốc công ty, doanh thu 700 triệu một năm có phải đóng thuế không',
      shows: /miễn thuế thu nhập doanh nghiệp/u,
      hides: HOUSEHOLD,
    },
    {
      say: 'cong ty tnhh cua toi doanh thu 2 ty mot nam nop thue may phan tram',
      shows: /15% trên phần lời/u,
      hides: HOUSEHOLD,
    },
    {
      say: 'công ty tnhh nhà chị doanh thu 70 tỷ một năm đóng thuế thu nhập mấy phần trăm',
      shows: /mức chung 20%/u,
    },
    {
      before: ['công ty em doanh thu 6 tỷ một năm thì thuế suất bao nhiêu'],
      say: 'công ty lời 400 triệu thì nộp bao nhiêu',
      shows: /68 triệu/u,
    },
  ];
  talkTable(shippedKnowledge, rows);
});

describe('a company beside it changes nothing for a household', () => {
  const rows: TalkRow[] = [
    { say: 'em làm công ty, tối bán thêm online năm 350 triệu có đóng thuế không', shows: /không quá 1 tỷ/u },
    { say: 'bán hàng cho công ty doanh thu 1,6 tỷ thì nộp gì', shows: /giá trị gia tăng 1%/u },
    { say: 'tui cho công ty thuê nhà năm 1,2 tỷ đóng thuế bao nhiêu', shows: /cả tiền thuê/u },
    { say: 'em bán tạp hoá doanh thu 2 tỷ, có nên lên công ty không', shows: /cả năm 2 tỷ/u, hides: /3 tỷ/u },
  ];
  talkTable(shippedKnowledge, rows);
});
