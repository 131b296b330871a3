import { talkTable, type TalkRow } from '../../../support/talk-table.js';
import { shippedKnowledge } from './shipped-knowledge.js';

const SALARY = 'luong 20 trieu 2 nguoi phu thuoc dong thue bao nhieu';
const HOUSE = 'em bán nhà 2 tỷ thuế bao nhiêu';
const RENT = 'em cho thuê nhà 10tr/tháng thuế bao nhiêu';
const GIFT = 'ba mẹ cho em nhà 3 tỷ có đóng thuế ko';
const LATE = 'em nộp trễ 20 triệu 30 ngày tính tiền chậm nộp';
const SHOP = 'hộ kinh doanh của em phải đóng thuế gì';

/** Asked about with its own noun after a calculation: never worked out as the calculation's own sum. */
const OF_ANOTHER_NOUN: TalkRow[] = [
  {
    before: [SALARY],
    say: 'mà em đang nợ thuế 40 triệu thì có sao không',
    shows: /nợ 40 triệu/u,
    hides: /lương 40/u,
  },
  {
    before: ['lương em 25tr/tháng nuôi 1 con thì thuế nhiêu'],
    say: 'nợ thuế 30tr có bị cấm xuất cảnh ko',
    shows: /nợ 30 triệu/u,
    hides: /lương 30/u,
  },
  {
    before: [HOUSE],
    say: 'em có nhận cọc 200 triệu thì có phải nộp thuế ko',
    shows: /200 triệu là tiền cọc/u,
  },
  { before: [RENT], say: 'khách cọc 20 triệu có tính thuế không', shows: /20 triệu là tiền cọc/u },
  {
    before: [RENT],
    say: 'tiền điện 2 triệu khách trả có tính không',
    shows: /2 triệu là tiền điện, nước/u,
  },
  { before: [GIFT], say: 'nợ ngân hàng 1 tỷ thì sao', shows: /1 tỷ là tiền vay/u },
  {
    before: [LATE],
    say: 'tiền phạt 3 triệu có bị tính chậm nộp không',
    shows: /0,05% mỗi ngày/u,
    hides: /180\.000/u,
  },
];

/** Whoever pays rent takes nothing in. */
const RENT_PAID: TalkRow[] = [
  { before: [SHOP], say: 'thuê mặt bằng 5tr/tháng', shows: /5 triệu là tiền chi ra[^]*Cả năm bán được/u },
  { before: [SHOP], say: 'mướn chỗ 3 triệu rưỡi tháng', shows: /3,5 triệu là tiền chi ra/u },
  { before: ['em bán quán cơm'], say: 'thuê mặt bằng 5tr/tháng', shows: /5 triệu là tiền chi ra/u },
  {
    before: ['em bán quán cơm', 'thuê mặt bằng 5tr/tháng'],
    say: 'mỗi ngày bán 2 triệu',
    shows: /730 triệu một năm/u,
  },
  {
    say: 'thuê nhà 7tr/tháng để bán hàng, doanh thu 60 triệu/tháng thì thuế sao',
    shows: /720 triệu/u,
    hides: /804/u,
  },
  {
    say: 'mướn mặt bằng 4tr/thang ban tra sua ngay ban 3tr co dong thue ko',
    shows: /1,095 tỷ/u,
    hides: /48 triệu|bạn của/u,
  },
  { say: 'thue quan 10tr/thang, moi ngay ban 5tr, thue sao', shows: /1,825 tỷ/u },
  { say: 'em trả tiền thuê mặt bằng 15 triệu một tháng thì đóng thuế sao', shows: /./u, hides: /180 triệu/u },
];

/** … and whoever receives it does. */
const RENT_RECEIVED: TalkRow[] = [
  { say: 'em cho thuê mặt bằng 15 triệu một tháng có phải đóng thuế không', shows: /180 triệu/u },
  { say: 'công ty thuê nhà em 20 triệu một tháng thì ai đóng thuế', shows: /240 triệu/u },
  { say: 'em có căn nhà, người ta thuê 12 triệu một tháng', shows: /144 triệu/u },
];

describe('A sum that stands with a noun of its own', () => {
  talkTable(shippedKnowledge, OF_ANOTHER_NOUN);
});

describe('Rent that is paid, and rent that is received', () => {
  talkTable(shippedKnowledge, [...RENT_PAID, ...RENT_RECEIVED]);
});
