import { talkTable, type TalkRow } from '../../support/talk-table.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

/** A case of the matter's own calculation, with round numbers that staff chose. */
const WORKED: TalkRow[] = [
  { before: ['thuế bán nhà đất tính sao'], say: 'ví dụ đi', shows: /ví dụ: bên bán nộp khoảng 24 triệu/u },
  {
    before: ['tiền chậm nộp tính sao'],
    say: 'cho vi du',
    shows: /ví dụ: tiền chậm nộp khoảng 1,62 triệu \(120 triệu × 0,03% mỗi ngày × 45 ngày\)/u,
  },
  {
    before: ['hộ kinh doanh đóng thuế sao'],
    say: 'cho em ví dụ với',
    shows: /ví dụ: cả năm 1,5 tỷ[^]*1,5 tỷ × 1% = 15 triệu/u,
  },
  { before: ['em muốn hỏi thuế cho thuê nhà'], say: 'cho xin cái ví dụ', shows: /ví dụ: cả năm 1,2 tỷ/u },
  { before: ['lệ phí trước bạ xe'], say: 'cho ví dụ cụ thể đi', shows: /ví dụ: xe máy mới.*800\.000 đồng/u },
  { before: ['khấu trừ 10% là sao'], say: 'ví dụ thử coi', shows: /ví dụ: mỗi lần trả 6 triệu/u },
  { before: ['hoàn thuế tncn'], say: 'cho ví dụ đi', shows: /ví dụ: được hoàn khoảng 19,3 triệu/u },
  {
    before: ['nhận thừa kế đất có đóng thuế không'],
    say: 'ví dụ đi',
    shows: /ví dụ: cậu, dì.*khoảng 50 triệu/u,
  },
];

/** Where no calculation belongs to the matter nothing is made up. */
const NONE: TalkRow[] = [
  { before: ['khiếu nại quyết định phạt ở đâu'], say: 'ví dụ đi', shows: /chưa có ví dụ/u },
  { before: ['quên mật khẩu etax'], say: 'cho ví dụ', shows: /chưa có ví dụ/u },
];

/** An example takes nothing of the citizen's own case. */
const OWN_CASE: TalkRow[] = [
  {
    before: ['lương 30tr thuế nhiêu'],
    say: 'ví dụ đi',
    shows: /Lương 30 triệu − bảo hiểm/u,
    hides: /lương 35 triệu/iu,
  },
  {
    before: ['hộ kinh doanh đóng thuế sao', 'cho em ví dụ với'],
    say: '900 triệu',
    shows: /cả năm 900 triệu/u,
    hides: /1,5 tỷ/u,
  },
];

describe('“Ví dụ đi”', () => {
  talkTable(shippedKnowledge, [...WORKED, ...NONE, ...OWN_CASE]);
});
