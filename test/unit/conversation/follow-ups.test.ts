import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

interface Row {
  before?: string[];
  say: string;
  /** Each of them is on the screen. */
  shows?: RegExp[];
  hides?: RegExp[];
  knows?: Record<string, number | string | undefined>;
}

/** What is said last in each of these talks, and what the citizen then reads. */
function table(rows: readonly Row[]): void {
  for (const { before = [], say, shows = [], hides = [], knows = {} } of rows)
    it([...before, say].map((words) => `“${words}”`).join(', then '), async () => {
      const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
      for (const words of before) {
        await citizen.say(words);
        citizen.wait(20_000);
      }
      const screen = await citizen.say(say);
      for (const pattern of shows) expect(screen).to.match(pattern);
      for (const pattern of hides) expect(screen).not.to.match(pattern);
      for (const [fact, value] of Object.entries(knows)) expect(plain(citizen, fact)).to.equal(value);
    });
}

function plain({ state }: Citizen, fact: string): number | string | undefined {
  const value = state?.facts?.[fact]?.value;
  if (value === undefined) return undefined;
  return value.kind === 'money' ? value.amount : value.kind === 'date' ? value.from : value.value;
}

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

describe('takings told first thing', () => {
  table([
    {
      say: 'mỗi ngày quán bán 3 triệu đóng thuế nhiêu',
      shows: [/1,095 tỷ một năm/u, /Mình bán gì/u],
      hides: [/bán nhà/iu],
    },
    { say: 'ngay ban 4tr thi nop thue bao nhieu', shows: [/1,46 tỷ/u], hides: [/NHÀ, ĐẤT/u] },
    { say: 'tháng bán được hai chục triệu thì thuế nhiu', shows: [/240 triệu một năm/u] },
    // A salary, a price and a rent stay what they are.
    { say: 'mỗi tháng thu nhập 20 triệu đóng thuế nhiêu', knows: { luong_thang: 20_000_000 } },
    { say: 'bán nhà 2 tỷ đóng thuế nhiêu', shows: [/40 triệu/u], knows: { doanh_thu: undefined } },
    { say: 'cho thuê nhà 15tr/tháng đóng thuế ntn', shows: [/180 triệu/u], hides: [/Mình bán gì/u] },
  ]);
});

describe('a sum that says nothing certain is asked for', () => {
  table([
    {
      before: ['quán cà phê của e thuế sao'],
      say: 'vài trăm triệu',
      shows: [/không sao/u, /1 tỷ/u],
      knows: { doanh_thu: undefined },
    },
    // 1 billion is the limit: what is more comes out otherwise.
    {
      before: ['quán cà phê của e thuế sao'],
      say: 'hơn 1 tỷ',
      hides: [/không phải nộp thuế, chỉ gửi/u],
      knows: { doanh_thu: undefined },
    },
    { before: ['quán cà phê của e thuế sao'], say: 'hơn 1 tỷ 2', knows: { doanh_thu: 1_200_000_000 } },
    {
      before: ['nộp thuế trễ 3 tháng 20 triệu phạt nhiêu'],
      say: 'vài trăm triệu thì sao',
      shows: [/bao nhiêu ạ/u],
    },
    {
      before: ['nộp thuế trễ 3 tháng 20 triệu phạt nhiêu'],
      say: 'hai trăm triệu thì sao',
      shows: [/5,4 triệu/u],
    },
  ]);
});

describe('what was told of one thing is not told of another', () => {
  const car = ['xe ô tô cũ 650 triệu sang tên đóng nhiêu'];
  table([
    {
      before: car,
      say: 'còn xe máy thì sao',
      shows: [/lần đầu 2%, từ lần hai 1%/u],
      hides: [/13 triệu/u],
      knows: { gia_xe: undefined },
    },
    { before: [...car, 'còn xe máy thì sao'], say: '40 triệu', shows: [/800\.000/u] },
    { before: car, say: 'thế xe máy 40 triệu', knows: { gia_xe: 40_000_000 } },
    { before: car, say: 'thế nếu là xe máy cũng giá đó', knows: { gia_xe: 650_000_000 } },
    // Another kind of car may have the same price.
    {
      before: ['xe xăng 650 triệu mới trước bạ nhiêu'],
      say: 'xe điện thì sao',
      knows: { gia_xe: 650_000_000 },
    },
  ]);
});

describe('counts are added to and corrected', () => {
  const salary = ['lương 25 triệu đóng thuế nhiêu'];
  const rooms = ['cho thuê 9 phòng trọ, mỗi phòng 1tr3 thuế sao'];
  table([
    { before: salary, say: 'thêm mẹ già nữa', knows: { so_nguoi_phu_thuoc: 1 }, shows: [/33\.750/u] },
    { before: [...salary, 'thêm mẹ già nữa'], say: 'thêm 1 đứa con nữa', knows: { so_nguoi_phu_thuoc: 2 } },
    { before: [...salary, '2 con'], say: 'à nhầm 1 con thôi', knows: { so_nguoi_phu_thuoc: 1 } },
    { before: rooms, say: 'à nhầm 12 phòng', knows: { tien_thue: 187_200_000 }, shows: [/12 × 1,3 triệu/u] },
    { before: rooms, say: 'có 9 phòng thôi', knows: { tien_thue: 140_400_000 } },
  ]);
});

describe('another day than today', () => {
  const house = ['bán nhà 3 tỷ đóng thuế nhiêu'];
  table([
    {
      before: house,
      say: 'qua tháng 2 năm sau mới bán thì sao',
      shows: [/tháng 2\/2027/u, /60 triệu/u],
      knows: { ngay_dung_ten: undefined },
    },
    { before: house, say: 'sang năm có đổi gì ko', shows: [/năm 2027/u, /60 triệu/u] },
    {
      before: house,
      say: 'hồi 2024 thì sao',
      shows: [/năm 2024/u, /chưa có quy định chắc chắn/u],
      hides: [/60 triệu/u],
    },
    {
      before: [...house, 'sổ ra tháng 10 năm nay, nhà duy nhất'],
      say: 'qua tháng 6 năm sau bán thì sao',
      shows: [/đủ 183 ngày rồi/u],
    },
    {
      before: ['lương 25 triệu đóng thuế nhiêu'],
      say: 'còn năm ngoái thì sao',
      shows: [/năm 2025/u],
      hides: [/343/u],
    },
    // The day of a deed, and the day from when something is late, are facts.
    { before: house, say: 'sổ đứng tên em từ tháng 5 năm ngoái', knows: { ngay_dung_ten: '2025-05-01' } },
    { before: ['nợ thuế 10 triệu tính tiền chậm nộp'], say: 'từ 31/3', shows: [/10 triệu × 0,03%/u] },
  ]);
});

describe('two questions in one message', () => {
  table([
    {
      say: 'bán nhà 2 tỷ đóng bao nhiêu với lại đăng ký người phụ thuộc cần giấy gì',
      shows: [/40 triệu/u, /phụ thuộc/u],
    },
    {
      say: 'bán nhà 2 tỷ đóng bao nhiêu tạm ngừng kinh doanh nộp giấy gì',
      shows: [/40 triệu/u, /23\/ĐKT/u],
    },
    {
      say: 'quên mật khẩu etax rồi muốn tạm ngừng kinh doanh thì làm sao',
      shows: [/VNeID|mật khẩu/u, /23\/ĐKT|12 tháng/u],
    },
    {
      say: 'mua xe máy 40tr trước bạ nhiêu rồi bằng lái mất thì làm sao',
      shows: [/800\.000/u, /lái xe/iu],
    },
    // What the first question tells is known to the second.
    {
      say: 'quán e doanh thu 900tr đóng thuế sao\nvới lại hđđt có bắt buộc ko',
      shows: [/không phải nộp thuế/u, /hoá đơn/u],
      hides: [/bán được khoảng bao nhiêu/u],
    },
    {
      before: ['đăng ký npt cho mẹ'],
      say: 'nộp ở đâu, mất bao lâu',
      shows: [/Thuế cơ sở/u, /02 đến 03 ngày/u],
    },
    {
      before: ['đăng ký npt cho mẹ'],
      say: 'nop o dau vs mat bao lau',
      shows: [/Thuế cơ sở/u, /02 đến 03 ngày/u],
    },
    { before: ['đăng ký npt cho mẹ'], say: 'cần giấy gì nộp ở đâu', shows: [/20-ĐKT/u, /Thuế cơ sở/u] },
    // One question, whatever joins its words.
    { say: 'em bán nhà rồi giờ phải làm gì', shows: [/NHÀ, ĐẤT/u], hides: [/muốn hỏi việc nào/u] },
    { say: 'bán nhà rồi nộp thuế ở đâu', shows: [/Thuế bán nhà đất/u], hides: [/muốn hỏi việc nào/u] },
  ]);
});

describe('what becomes of it when nothing is done', () => {
  const changed = ['đổi căn cước thì mã số thuế có phải sửa không'];
  table([
    { before: changed, say: 'nếu ko đổi thì sao', shows: [/không bị phạt/u] },
    { before: changed, say: 'de vay luon co sao khong', shows: [/không bị phạt/u] },
    { before: ['mua nhà thì trước bạ nộp ở đâu'], say: 'quên nộp thì sao em', shows: [/chậm nộp|0,03/u] },
    { before: ['quyết toán hộ kinh doanh'], say: 'lỡ trễ thì bị gì', shows: [/phạt|chậm nộp/u] },
    {
      before: ['thông báo tài khoản ngân hàng hộ kinh doanh'],
      say: 'kệ không báo thì sao',
      shows: [/phạt/u],
    },
    // Of what the entry does not say it is said that it is not known.
    { before: ['sát hạch đổi giấy phép lái xe'], say: 'nếu không làm thì sao', hides: [/0,03%|QUYẾT TOÁN/u] },
  ]);
});

describe('a doubt about what was heard gets the question of the matter in hand', () => {
  const shop = ['quán bún đóng thuế sao'];
  table([
    { before: shop, say: 'ủa tưởng dẹp thuế khoán rồi', shows: [/không còn/u], hides: [/05\/03\/2026/u] },
    { before: shop, say: 'nghe noi bo khoan roi ma', shows: [/không còn/u], hides: [/05\/03\/2026/u] },
  ]);
});

describe('back to an earlier matter by a word of its name', () => {
  const both = ['nhà cho thuê 3 phòng mỗi phòng 1tr2 thì thuế sao', 'mua xe máy 40 triệu trước bạ nhiêu'];
  table([
    { before: both, say: 'thôi quay lại cái nhà đi', shows: [/CHO THUÊ NHÀ/u] },
    { before: both, say: 'tro lai vu nha tro hoi nay', shows: [/CHO THUÊ NHÀ/u] },
  ]);
});

describe('a person who was asked for is not needed any more', () => {
  table([
    { before: ['cho gặp cán bộ'], say: 'thôi không cần nữa', shows: [/huỷ|rút/iu] },
    { before: ['kêu cán bộ giùm'], say: 'khoi can dau em', shows: [/huỷ|rút/iu] },
  ]);
});

describe('who has to do it', () => {
  table([{ before: ['hỏi thuế đất ở'], say: 'rồi ai đóng', shows: [/Người đứng tên/u] }]);
});
