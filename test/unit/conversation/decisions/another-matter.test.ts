import { expect } from 'chai';
import { Citizen } from '../../../support/citizen.js';
import { shippedKnowledge } from './shipped-knowledge.js';

/** What was counted first, and which facts the result rests on. */
const COUNTED = [
  { asked: 'công ty em nộp tờ khai trễ 12 ngày phạt bao nhiêu', facts: ['so_ngay_tre', 'nguoi_no'] },
  { asked: 'bán căn nhà 2 tỷ 4 đóng thuế bao nhiêu', facts: ['gia_nha', 'ngay_dung_ten', 'quan_he_mua_ban'] },
  { asked: 'lương 32 triệu nuôi 1 con thì đóng thuế nhiêu', facts: ['luong_thang', 'so_nguoi_phu_thuoc'] },
  { asked: 'nợ thuế 40 triệu trễ 25 ngày thì tiền chậm nộp mấy', facts: ['tien_no', 'so_ngay_tre'] },
  { asked: 'mua ô tô 700 triệu trước bạ bao nhiêu', facts: ['gia_xe', 'loai_xe'] },
  { asked: 'cho thuê nhà 15 triệu một tháng đóng thuế sao', facts: ['tien_thue'] },
];

/** Other matters, with a day, a sum, a number or a word in them that one of those facts could take. */
const OF_ANOTHER_MATTER = [
  'hôm kia xuất sai địa chỉ người mua trên hóa đơn',
  'người mua là công ty cứ hỏi hóa đơn đỏ',
  'đặt lịch gặp cán bộ ngày 5/12 được không',
  'quên mật khẩu etax nhập sai 5 lần bị khóa rồi',
  'mua điện thoại 20 triệu có được khấu trừ không',
  'tháng 10 em đổi số điện thoại mới, cập nhật căn cước sao',
  'tạm ngừng kinh doanh 6 tháng thì báo ở đâu',
  'có người gọi xưng công an đòi chuyển 30 triệu',
  'xin giấy xác nhận không nợ thuế mất mấy ngày, nộp ở đâu',
];

describe('What was counted before, when another matter comes up', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  async function told(...messages: string[]): Promise<Citizen> {
    const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
    for (const message of messages) await person.say(message);
    return person;
  }
  const known = (person: Citizen, facts: readonly string[]) =>
    facts.map((fact) => [fact, person.state?.facts?.[fact]?.value]);

  for (const { asked, facts } of COUNTED)
    it(`is neither counted again nor changed by it (“${asked}”)`, async () => {
      for (const message of OF_ANOTHER_MATTER) {
        const person = await told(asked);
        const before = known(person, facts);
        expect(person.state?.last, asked).to.have.property('kind', 'decision');
        const result =
          /(?:khung phạt|bên bán nộp|mỗi tháng đóng|tiền chậm nộp|nộp lệ phí trước bạ|cả năm \d+) [^\n]+/u;
        expect(person.screen(), asked).to.match(result);
        expect(await person.say(message), message)
          .not.to.match(result)
          .and.not.to.include('vẫn vậy');
        expect(known(person, facts), message).to.deep.equal(before);
      }
    });

  it('stays untouched several matters later', async () => {
    const person = await told(
      'công ty em nộp tờ khai trễ 12 ngày phạt bao nhiêu',
      'bán căn nhà 2 tỷ 4 đóng thuế bao nhiêu',
      'hôm kia xuất sai địa chỉ người mua trên hóa đơn',
      'người mua là công ty cứ hỏi hóa đơn đỏ',
    );
    expect(person.screen()).not.to.match(/trễ \d+ ngày|bên bán nộp/);
    expect(person.state?.facts?.['so_ngay_tre']?.value).to.include({ value: 12 });
    expect(person.state?.facts?.['gia_nha']?.value).to.include({ amount: 2_400_000_000 });
  });

  describe('is counted again, with what is changed, by', () => {
    const BETWEEN = 'quên mật khẩu etax nhập sai 5 lần bị khóa rồi';
    const AGAIN: [string, string, RegExp][] = [
      [
        'công ty em nộp tờ khai trễ 12 ngày phạt bao nhiêu',
        'nếu trễ 70 ngày thì sao',
        /trễ 70 ngày.*8 triệu/,
      ],
      ['bán căn nhà 2 tỷ 4 đóng thuế bao nhiêu', 'à nhầm, 2 tỷ 6', /52 triệu/],
      ['bán căn nhà 2 tỷ 4 đóng thuế bao nhiêu', 'vậy bán cho con ruột thì sao', /miễn/],
      ['lương 32 triệu nuôi 1 con thì đóng thuế nhiêu', 'thế 3 con thì sao', /3 người phụ thuộc/],
      ['nợ thuế 40 triệu trễ 25 ngày thì tiền chậm nộp mấy', 'gõ lộn, trễ 35 ngày', /420\.000/],
      ['mua ô tô 700 triệu trước bạ bao nhiêu', 'thế 900 triệu thì sao', /90 triệu/],
      ['cho thuê nhà 15 triệu một tháng đóng thuế sao', 'nếu 18 triệu một tháng thì sao', /216 triệu/],
    ];
    for (const [asked, change, answer] of AGAIN)
      it(`“${change}”, at once and after another matter (“${asked}”)`, async () => {
        expect((await told(asked, change)).screen()).to.match(answer);
        expect((await told(asked, BETWEEN, change)).screen()).to.match(answer);
      });
  });

  it('takes a sum beside a word of its own thing for that thing, whatever was counted since', async () => {
    const person = await told(
      'quán bún em doanh thu 1 tỷ 6 một năm đóng thuế sao',
      'mẹ em 70 tuổi lương hưu 2 triệu đăng ký người phụ thuộc được không',
      'à doanh thu 800 triệu thôi',
    );
    expect(person.state?.facts?.['doanh_thu']?.value).to.include({ amount: 800_000_000 });
    expect(person.state?.facts?.['thu_nhap_npt']?.value).to.include({ amount: 2_000_000 });
  });
});
