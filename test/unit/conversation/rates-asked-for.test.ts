import { talkTable, type TalkRow } from '../../support/talk-table.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

/** The rate does not depend on the fact that is still asked for. */
const WHILE_A_FACT_IS_OPEN: TalkRow[] = [
  {
    before: ['mình mới mua lại chiếc ô tô cũ', 'trước bạ tính sao'],
    say: 'trước bạ mấy phần trăm',
    shows: /nộp lệ phí trước bạ 2%[^]*giá xe/iu,
  },
];

/** With a sum it is worked out; without one it is the rate that is asked for. */
const OF_A_SUM: TalkRow[] = [
  {
    before: ['em trúng thưởng cái tivi của siêu thị'],
    say: 'tiền tác quyền sách 80 triệu thì nộp bao nhiêu',
    shows: /nộp 3 triệu/u,
  },
  { say: 'ban quyen bai hat 45 trieu nop bao nhieu thue', shows: /nộp 1,25 triệu/u },
  { say: 'tiền tác quyền đóng thuế bao nhiêu', shows: /5% phần vượt 20 triệu/u, hides: /10%/u },
];

describe('A rate that is asked for, with a sum and without', () => {
  talkTable(shippedKnowledge, [...WHILE_A_FACT_IS_OPEN, ...OF_A_SUM]);
});
