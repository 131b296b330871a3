import { talkTable, type TalkRow } from '../../../support/talk-table.js';
import { shippedKnowledge } from './shipped-knowledge.js';

const NOODLES = 'tiệm bún ngày bán 3 triệu thì đóng thuế bao nhiêu';
const ICE_CREAM = 'quán kem ngày 6 triệu thì thuế bao nhiêu';
const SHOP = 'shop quần áo mỗi tháng bán 90 triệu thì thuế bao nhiêu';

/** Told after the tax was worked out: the sum is counted anew over the days on which something is sold. */
const DAYS_OFF: TalkRow[] = [
  { before: [NOODLES], say: 'mà em nghỉ chủ nhật', shows: /313 ngày.*939 triệu.*không quá 1 tỷ/su },
  { before: [NOODLES], say: 'chủ nhật nghỉ nha', shows: /313 ngày.*939 triệu/u },
  { before: [NOODLES], say: 'chu nhat voi le em nghi', shows: /313 ngày/u },
  { before: [NOODLES], say: 'em chỉ bán cuối tuần thôi', shows: /104 ngày.*312 triệu/u },
  { before: [NOODLES], say: 'có thứ bảy chủ nhật em mới bán', shows: /104 ngày/u },
  { before: [NOODLES], say: 'tết em nghỉ nửa tháng', shows: /350 ngày.*1,05 tỷ/u },
  { before: [NOODLES], say: 'nghỉ tết mười bữa', shows: /355 ngày/u },
  { before: [NOODLES], say: 'mà tháng em bán có nửa tháng à', shows: /183 ngày.*549 triệu/u },
  { before: [NOODLES], say: 'ngày bán ngày nghỉ', shows: /183 ngày/u },
  { before: [NOODLES, 'mà em nghỉ chủ nhật'], say: 'tết nghỉ thêm 10 ngày nữa', shows: /303 ngày/u },
];

const MONTHS: TalkRow[] = [
  { before: [ICE_CREAM], say: 'bán có 3 tháng hè thôi', shows: /91 ngày.*546 triệu/u },
  { before: [ICE_CREAM], say: 'em bán từ tháng 3 đến tháng 8 thôi', shows: /183 ngày.*1,098 tỷ/u },
  { before: [ICE_CREAM], say: 'nghi 4 thang mua mua', shows: /243 ngày.*1,458 tỷ/u },
  { before: [ICE_CREAM], say: 'mùa mưa nghỉ từ tháng 9 tới tháng 12', shows: /243 ngày/u },
  {
    before: ['cho thuê nhà 100 triệu một tháng thì thuế bao nhiêu'],
    say: 'năm cho thuê có 9 tháng à',
    shows: /trong 9 tháng là 900 triệu.*không quá 1 tỷ/su,
  },
  {
    before: ['cho thuê 10 phòng trọ mỗi phòng 2tr thì đóng thuế ko'],
    say: 'trừ 2 tháng hè trống',
    shows: /10 × 2 triệu một tháng trong 10 tháng là 200 triệu/u,
  },
];

/** A part of the year that nobody could count with. */
const SOME_TIME: TalkRow[] = [
  { before: [ICE_CREAM], say: 'mùa mưa em nghỉ', shows: /khoảng mấy tháng, hay bao nhiêu ngày/u },
  { before: [ICE_CREAM], say: 'bán có mấy tháng hè thôi', shows: /khoảng mấy tháng, hay bao nhiêu ngày/u },
  { before: [ICE_CREAM, 'mùa mưa em nghỉ'], say: 'khoảng 8 tháng', shows: /243 ngày/u },
  { before: [ICE_CREAM, 'bán có mấy tháng hè thôi'], say: 'dạ tầm 100 ngày', shows: /100 ngày.*600 triệu/u },
];

/** What asks for something else changes no sum. */
const OTHERWISE: TalkRow[] = [
  { before: [NOODLES], say: 'chủ nhật thuế có nghỉ không', shows: /cơ quan thuế nghỉ/u },
  {
    before: [NOODLES],
    say: 'nghỉ bán 3 tháng thì có phải báo không',
    shows: /tạm ngừng/u,
    hides: /274 ngày/u,
  },
  { before: [NOODLES], say: 'bao lâu khai một lần, 3 tháng hả', shows: /./u, hides: /91 ngày|273 triệu/u },
];

/** A further sum, or one in the place of another, is of the period spoken of, and the answer says which. */
const SAME_PERIOD: TalkRow[] = [
  {
    before: [SHOP],
    say: 'em bán thêm trên shopee 20 triệu nữa',
    shows: /90 triệu một tháng \+ 20 triệu một tháng là khoảng 1,32 tỷ/u,
  },
  { before: [SHOP], say: 'con ban fb them 10tr nua', shows: /10 triệu một tháng là khoảng 1,2 tỷ/u },
  { before: [SHOP], say: 'thêm 200 triệu một năm nữa', shows: /200 triệu một năm là khoảng 1,28 tỷ/u },
  { before: [SHOP], say: 'à không 95 triệu', shows: /95 triệu một tháng là khoảng 1,14 tỷ/u },
  { before: [SHOP], say: 'à nhầm, 1 tỷ 2', shows: /cả năm 1,2 tỷ/u, hides: /14,4 tỷ/u },
  { before: [NOODLES], say: 'à nhầm 3tr5', shows: /3,5 triệu một ngày trong 365 ngày/u },
  {
    before: [NOODLES, 'em nghỉ chủ nhật'],
    say: 'à nhầm ngày 3tr5',
    shows: /3,5 triệu một ngày trong 313 ngày/u,
  },
  { before: [NOODLES], say: 'thêm grabfood 1tr nữa', shows: /\+ 1 triệu một ngày trong 365 ngày/u },
  {
    before: ['em bán quần áo doanh thu 800 triệu một năm'],
    say: 'thêm shopee 300 triệu nữa',
    shows: /300 triệu một năm là khoảng 1,1 tỷ/u,
  },
  {
    before: ['quán nhậu mỗi quý bán 300 triệu thì thuế sao'],
    say: 'à 350 triệu',
    shows: /350 triệu một quý là khoảng 1,4 tỷ/u,
  },
  {
    say: 'mỗi tháng bán ở quán ăn 60 triệu, shopee 30 triệu nữa thì đóng thuế bao nhiêu',
    shows: /60 triệu một tháng \+ 30 triệu một tháng là khoảng 1,08 tỷ.*Phần tự bán 720 triệu/su,
  },
  {
    before: ['cho thuê nhà tháng 20 triệu'],
    say: 'thêm căn nữa 15 triệu',
    shows: /20 triệu một tháng \+ 15 triệu một tháng là 420 triệu/u,
  },
];

describe('Over how much of a year, told bit by bit', () => {
  talkTable(shippedKnowledge, [...DAYS_OFF, ...MONTHS, ...SOME_TIME, ...OTHERWISE]);
});

describe('A sum told without its period', () => {
  talkTable(shippedKnowledge, SAME_PERIOD);
});
