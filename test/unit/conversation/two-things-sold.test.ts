import { talkTable, type TalkRow } from '../../support/talk-table.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NO_TAX_ON_CAR = /người bán xe cũ của mình không phải nộp/u;

/** Each sum in its own matter: they are neither added nor compared. */
const BOTH: TalkRow[] = [
  {
    say: 'em bán nhà 2 tỷ và bán xe 500 triệu thuế bao nhiêu',
    shows: /khoảng 40 triệu[^]*người bán xe cũ của mình không phải nộp/u,
  },
  {
    say: 'bán căn nhà 3 tỷ với chiếc xe hơi 600 triệu thì đóng thuế sao',
    shows: /khoảng 60 triệu[^]*người bán xe cũ của mình không phải nộp/u,
  },
  {
    say: 'em mua nhà 2 tỷ và mua ô tô 700 triệu lệ phí trước bạ nhiêu',
    shows: /khoảng 10 triệu \(0,5% của 2 tỷ\)[^]*khoảng 70 triệu \(10% của 700 triệu\)/u,
  },
  {
    say: 'lương em 20 triệu và bán nhà 1 tỷ thuế sao',
    shows: /mỗi tháng đóng khoảng 120\.000 đồng[^]*khoảng 20 triệu thuế/u,
  },
  {
    say: 'năm nay tôi bán xe 400tr và bán đất 1 tỷ 5',
    shows: /2% của 1,5 tỷ/u,
    hides: /400 triệu|1,9 tỷ/u,
  },
];

const AFTERWARDS: TalkRow[] = [
  {
    before: ['em bán nhà 2 tỷ'],
    say: 'còn chiếc xe bán 300 triệu thì sao',
    shows: NO_TAX_ON_CAR,
    hides: /2% của 300 triệu/u,
  },
];

describe('Two things sold or bought, each with its sum', () => {
  talkTable(shippedKnowledge, [...BOTH, ...AFTERWARDS]);
});
