import { talkTable, type TalkRow } from '../../../support/talk-table.js';
import { shippedKnowledge } from './shipped-knowledge.js';

/** What a thing cost when it was new, or was sold for once, is no price of today and no turnover. */
const OTHER_PRICES: TalkRow[] = [
  {
    say: 'em mua chiếc vios cũ, hồi mới 700 triệu, thì trước bạ bao nhiêu',
    shows: /sang tên nộp lệ phí trước bạ 2%.*Giá xe khoảng bao nhiêu/su,
    hides: /70 triệu|nộp 60 triệu/u,
  },
  {
    before: ['em mua chiếc vios cũ, hồi mới 700 triệu, thì trước bạ bao nhiêu'],
    say: 'giờ còn 350 triệu',
    shows: /7 triệu \(2% của 350 triệu\)/u,
  },
  {
    say: 'xe 7 chỗ cũ lúc mới 1 tỷ 2 giờ mua lại 600tr, trước bạ sao',
    shows: /12 triệu \(2% của 600 triệu\)/u,
  },
  {
    say: 'mua xe cũ giá 400 triệu, hồi mới 700 triệu thì trước bạ bao nhiêu',
    shows: /Xe của mình là loại nào/u,
  },
  {
    say: 'năm nay tôi bán xe 400tr và bán đất 1 tỷ 5 thì đóng thuế gì',
    shows: /30 triệu thuế thu nhập cá nhân \(2% của 1,5 tỷ\)/u,
    hides: /cả năm 400 triệu/u,
  },
  { say: 'em bán chiếc ô tô 600 triệu thì đóng thuế gì', shows: /./u, hides: /60 triệu|cả năm 600 triệu/u },
  { say: 'cửa hàng em bán xe máy tháng 400 triệu thì thuế bao nhiêu', shows: /./u, hides: /tiền thuê/u },
  {
    say: 'công ty em doanh thu năm ngoái 60 tỷ nộp chậm thuế gtgt thì tiền chậm nộp bao nhiêu',
    shows: /./u,
    hides: /331 ngày|330 ngày/u,
  },
  { say: 'nợ thuế 30 triệu từ năm ngoái thì tiền chậm nộp bao nhiêu', shows: /30 triệu × 0,03%/u },
];

const EATERY = 'quán ăn doanh thu 1 tỷ 5 thì đóng bao nhiêu';
const LATE = 'nộp tờ khai trễ 100 ngày phạt bao nhiêu';

/** What is asked for of a sum that was worked out before. */
const ASKED_ON: TalkRow[] = [
  { say: EATERY, shows: /52,5 triệu.*được cả hai thì còn khoảng 41,25 triệu/su },
  {
    before: [EATERY],
    say: 'trừ phần giảm ra còn mấy',
    shows: /còn khoảng 41,25 triệu \(chưa giảm là 52,5 triệu\)/u,
  },
  {
    before: [EATERY],
    say: 'được giảm thì còn bao nhiêu',
    shows: /bớt 20% còn 36 triệu.*bớt 30% còn 5,25 triệu/u,
  },
  {
    before: ['cho thuê nhà 100 triệu một tháng thì thuế bao nhiêu'],
    say: 'giảm 30% thì còn bao nhiêu',
    shows: /còn khoảng 67 triệu \(chưa giảm là 70 triệu\)/u,
  },
  {
    before: ['ba tặng em chiếc xe 500 triệu thì đóng thuế gì'],
    say: 'tổng cộng bao nhiêu',
    shows: /cộng hết 53 triệu.*cộng hết 58 triệu/u,
  },
  {
    before: ['mua nhà 2 tỷ đóng gì'],
    say: 'tổng cộng bao nhiêu',
    shows: /10 triệu \(0,5% của 2 tỷ\)/u,
    hides: /7 bước/u,
  },
  { before: [EATERY], say: 'tong cong het bao nhieu', shows: /52,5 triệu/u },
];

/** A fine for a late return depends on the days, and on whether tax was due with it. */
const NO_TAX_DUE: TalkRow[] = [
  {
    before: ['nộp tờ khai trễ 40 ngày phạt bao nhiêu'],
    say: 'không phát sinh thuế thì sao',
    shows: /không phát sinh thuế thì vẫn bị phạt.*2,5 triệu đến 4 triệu/u,
  },
  { before: [LATE], say: 'ko phat sinh thue thi sao', shows: /4 triệu đến 7,5 triệu.*5,75 triệu/u },
  {
    before: [LATE, 'không phát sinh thuế'],
    say: 'công ty thì sao',
    shows: /8 triệu đến 15 triệu.*11,5 triệu/u,
  },
  { before: [LATE], say: 'tiền thuế thì em nộp rồi', shows: /7,5 triệu đến 12,5 triệu/u },
  {
    before: ['nộp tờ khai trễ phạt bao nhiêu'],
    say: 'công ty thì phạt gấp đôi cá nhân đúng không',
    shows: /Dạ đúng/u,
  },
];

describe('Sums that are of something else', () => {
  talkTable(shippedKnowledge, OTHER_PRICES);
});

describe('What is asked of a sum that was worked out', () => {
  talkTable(shippedKnowledge, ASKED_ON);
});

describe('A late return with no tax due', () => {
  talkTable(shippedKnowledge, NO_TAX_DUE);
});
