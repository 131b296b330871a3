import { talkTable, type TalkRow } from '../../../support/talk-table.js';
import { shippedKnowledge } from './shipped-knowledge.js';

/** A day's takings over the days on which something is sold. */
const DAYS: TalkRow[] = [
  { say: 'em bán phở mỗi ngày 3 triệu, nghỉ chủ nhật, có phải đóng thuế ko', shows: /313 ngày.*939 triệu/u },
  { say: 'ban hang ngay 4tr thang ban 26 ngay thue bao nhieu', shows: /312 ngày.*1,248 tỷ/u },
  { say: 'em ban ca phe ngay 3tr, tuan nghi 1 ngay, co dong thue ko', shows: /313 ngày/u },
  { say: 'tiệm tóc em ngày 2 triệu, bán từ thứ hai tới thứ sáu, thuế sao', shows: /261 ngày.*522 triệu/u },
  { say: 'mỗi tháng em mở cửa 24 ngày, mỗi ngày thu 6 triệu, bán cơm', shows: /288 ngày.*1,728 tỷ/u },
  { say: 'quán em ngày bán 5 triệu, một tuần nghỉ 1 ngày thì thuế sao', shows: /313 ngày.*1,565 tỷ/u },
  {
    before: ['quán em ngày được 3,5 triệu', 'có phải đóng thuế ko'],
    say: 'mà em nghỉ thứ bảy chủ nhật',
    shows: /261 ngày.*913,5 triệu/u,
  },
  { before: ['em ban tap hoa ngay 3tr'], say: 'thang ban 28 ngay', shows: /336 ngày.*1,008 tỷ/u },
];

const NIGHTS: TalkRow[] = [
  { say: 'em có homestay mỗi đêm 500k, tháng 20 đêm thuế bao nhiêu', shows: /240 ngày.*120 triệu/u },
  { say: 'homestay em 3 phòng, mỗi phòng 400k một đêm, tháng kín 20 đêm', shows: /288 triệu/u },
  { say: 'homestay 2 căn, mỗi căn 600k/đêm, tháng khoảng 15 đêm, thuế sao', shows: /216 triệu/u },
];

const SEVERAL_SHOPS: TalkRow[] = [
  { say: 'em có hai quán, mỗi quán 800 triệu một năm có phải đóng thuế không', shows: /1,6 tỷ/u },
  { say: 'em có 3 tiệm, mỗi tiệm 50 triệu một tháng, thuế sao', shows: /1,8 tỷ/u, hides: /tiền thuê/u },
  { say: 'hai cửa hàng, mỗi cửa hàng 45 triệu tháng, đóng thuế không', shows: /1,08 tỷ/u },
  { say: 'toi co ba quan an moi quan nam 400tr thi thue bao nhieu', shows: /1,2 tỷ/u },
  { say: '2 shop, mỗi shop tháng 60 triệu, bán quần áo, thuế bao nhiêu', shows: /1,44 tỷ/u },
];

describe('Takings over the days and nights of a year, and of several shops', () => {
  talkTable(shippedKnowledge, [...DAYS, ...NIGHTS, ...SEVERAL_SHOPS]);
});
