import { expect } from 'chai';
import { encodePayload } from '../../../../src/conversation/payloads.js';
import { Citizen } from '../../../support/citizen.js';
import { shippedKnowledge } from './shipped-knowledge.js';

const OWN_SALARY = 'lương e 28tr 1 tháng thì đóng thuế nhiêu';
const RENT = 'em có 9 phòng trọ mỗi phòng 1tr8 đóng thuế sao';
const SHOP = 'quán bún em bán mỗi ngày 3 triệu đóng thuế sao';
const HOUSE = 'bán nhà 2 tỷ đóng thuế bao nhiêu';
const DEBT = 'nợ thuế 50 triệu trễ 30 ngày tiền chậm nộp nhiêu';

/** Told after one's own salary of 28 million: computed for the one whose it is. */
const OF_SOMEBODY_ELSE: [message: string, who: string, answer: RegExp][] = [
  ['ck e 45 củ 2 đứa thì đóng nhiêu', 'chồng', /lương 45 triệu, 2 người phụ thuộc.*737\.500 đồng/],
  ['vo em luong 35 trieu nuoi 2 con dong bao nhieu', 'vợ', /lương 35 triệu, 2 người phụ thuộc/],
  ['lương ck em cũng 30tr luôn', 'chồng', /lương 30 triệu/],
  ['chồng em làm IT, lương 45 triệu, 2 con đóng bao nhiêu', 'chồng', /lương 45 triệu, 2 người phụ thuộc/],
  ['con trai tui lương 18 triệu thì sao', 'con trai', /lương 18 triệu/],
  ['bạn em lương 25 triệu đóng thuế bao nhiêu', 'bạn', /lương 25 triệu/],
  ['sếp em lương 80 triệu chắc đóng nhiều lắm', 'sếp', /lương 80 triệu/],
  ['nhan vien luong 12 trieu thi dong nhieu', 'nhân viên', /lương 12 triệu/],
  ['tính giúp cho ck e 45 củ 2 đứa', 'chồng', /737\.500 đồng/],
  ['em gái em lương 22tr thì sao', 'em gái', /lương 22 triệu/],
];

/** The asker's own, whoever else is named. */
const STILL_OWN: [message: string, salary: number][] = [
  ['em lương 22tr nuôi mẹ già thì đóng nhiêu', 22e6],
  ['ma tui luong 25tr dong nhieu', 25e6],
  ['chồng em mất, lương 25tr nuôi 2 con đóng nhiêu', 25e6],
  ['à nhầm, 30 triệu', 30e6],
  ['e làm nhân viên văn phòng lương 20tr thì sao', 20e6],
  ['gửi cho mẹ 5 triệu, còn lương 26tr thì đóng nhiêu', 26e6],
  ['đang trả góp nhà nhưng lương 27tr thì đóng bao nhiêu', 27e6],
];

/** What was counted, then a sum that is something else: not counted with, and said what it was taken for. */
const SOMETHING_ELSE: [counted: string, message: string, takenFor: RegExp][] = [
  [RENT, 'gia dien thu ho 3 trieu 1 thang', /3 triệu là tiền thu hộ/],
  [RENT, 'tiền nước 500 ngàn mỗi tháng', /tiền điện, nước/],
  [RENT, 'nguoi thue dat coc 5 trieu', /tiền cọc/],
  [RENT, 'khach no tien nha 24 trieu', /còn nợ/],
  [RENT, 'tui trả góp ngân hàng 8 triệu một tháng', /trả góp/],
  [RENT, 'sửa nhà hết 60 triệu', /tiền chi ra/],
  [OWN_SALARY, 'cty nợ lương 15 triệu', /còn nợ/],
  [OWN_SALARY, 'ứng lương 10 triệu trước', /ứng trước/],
  [OWN_SALARY, 'công ty đóng bảo hiểm cho em 6 triệu', /tiền chi ra/],
  [OWN_SALARY, 'mỗi tháng gửi về quê 5 triệu', /tiền chi ra/],
  [OWN_SALARY, 'bị phạt đi trễ 2 triệu', /tiền phạt/],
  [SHOP, 'tiền mặt bằng 10 triệu 1 tháng', /tiền chi ra/],
  [SHOP, 'lấy hàng hết 80 triệu mỗi tháng', /tiền chi ra/],
  [SHOP, 'khách nợ 30 triệu', /còn nợ/],
  [SHOP, 'vay ngân hàng 300 triệu', /tiền vay/],
  [SHOP, 'tui nhận tiền hộ cho bạn 200 triệu', /giữ hộ/],
  [SHOP, 'tháng lời được 20 triệu', /tiền lời/],
  [HOUSE, 'bên mua cọc 200 triệu', /tiền cọc/],
  [HOUSE, 'hồi đó mua 1 tỷ 2', /giá mua trước đây/],
];

/** A guide that lies open, what is told in it, and what must come of it: facts by their ids. */
const WITHIN_GUIDES: [guide: string, message: string, known: Record<string, number | undefined>][] = [
  [
    'dang-ky-nguoi-phu-thuoc',
    'mẹ ck e lương hưu 3tr8 đăng ký dc ko',
    { thu_nhap_npt: 3.8e6, luong_thang: undefined },
  ],
  [
    'dang-ky-nguoi-phu-thuoc',
    'em luong 20 trieu, me em 65 tuoi khong co luong huu',
    { thu_nhap_npt: undefined },
  ],
  [
    'dang-ky-nguoi-phu-thuoc',
    'con gai em 20 tuoi lam them 3tr5 mot thang',
    { thu_nhap_npt: 3.5e6, luong_thang: undefined },
  ],
  [
    'dang-ky-nguoi-phu-thuoc',
    'ba em 70 tuổi hưởng trợ cấp 500 ngàn',
    { thu_nhap_npt: 5e5, luong_thang: undefined },
  ],
  [
    'hoan-thue-tncn',
    'cty trả 4tr/lần mà trừ 10%',
    { thue_da_tru: undefined, thu_nhap_nam: undefined, tien_moi_lan: 4e6 },
  ],
  ['khau-tru-10-cam-ket', 'lần khác trả 7tr trừ 700k', { tien_moi_lan: 7e6 }],
  [
    'hoan-thue-tncn',
    'được hoàn 3 triệu mà sao chưa thấy',
    { thu_nhap_nam: undefined, thue_da_tru: undefined, tien_no: undefined },
  ],
  ['ho-kinh-doanh-tong-quan', 'mỗi tháng 20 triệu', { luong_thang: undefined, thu_nhap_npt: undefined }],
  ['thuong-mai-dien-tu-khau-tru', 'moi thang 20 trieu', { luong_thang: undefined, thu_nhap_npt: undefined }],
  [
    'thuong-mai-dien-tu-khau-tru',
    'em ban shopee moi thang 20 trieu',
    { doanh_thu: 240e6, luong_thang: undefined },
  ],
  [
    'freelancer-kol-noi-dung-so',
    'em chay ship moi thang 20 trieu',
    { luong_thang: undefined, thu_nhap_npt: undefined },
  ],
  [
    'freelancer-kol-noi-dung-so',
    'chạy grab mỗi tháng 20 triệu có đóng thuế không',
    { luong_thang: undefined },
  ],
  [
    'thue-cho-thue-tai-san',
    'tui thuê mặt bằng 15 triệu 1 tháng để bán quán',
    { tien_thue: undefined, doanh_thu: undefined },
  ],
  [
    'ho-kinh-doanh-tong-quan',
    'lương nhân viên 7 triệu một tháng',
    { luong_thang: undefined, doanh_thu: undefined, thu_nhap_npt: undefined },
  ],
  [
    'thuong-tet-luong-thang-13',
    'lương 20tr thưởng 30tr',
    { luong_thang: 20e6, tien_thuong: 30e6, thu_nhap_npt: undefined },
  ],
];

/** The rent of nine rooms at 1.8 million each, and what is told then: million đồng a year. */
const RENT_AGAIN: [message: string, year: number][] = [
  ['nam sau tang len 2tr5', 270],
  ['sang năm tăng mỗi phòng lên 2 triệu', 216],
  ['à 1tr5 thôi', 162],
  ['à nhầm 12 phòng', 259.2],
];

describe('A sum is computed for the one whose it is, as what it is', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  async function told(...messages: string[]): Promise<Citizen> {
    const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
    for (const message of messages) await person.say(message);
    return person;
  }
  const sumOf = (person: Citizen, fact: string): number | undefined => {
    const value = person.state?.facts?.[fact]?.value;
    return value?.kind === 'money' ? value.amount : undefined;
  };

  describe('somebody else’s salary is theirs, and the asker’s stays', () => {
    for (const [message, who, answer] of OF_SOMEBODY_ELSE)
      it(`“${message}”`, async () => {
        const person = await told(OWN_SALARY, message);
        expect(person.screen()).to.match(answer).and.include(`cho ${who} của anh/chị`);
        expect(sumOf(person, 'luong_thang')).to.equal(28e6);
      });

    it('goes on with the husband until the asker is spoken of', async () => {
      const person = await told(OWN_SALARY, 'ck e 45 củ 2 đứa thì đóng nhiêu', 'thế 3 đứa thì sao');
      expect(person.screen()).to.match(/cho chồng của anh\/chị.*lương 45 triệu, 3 người phụ thuộc/);
      expect(await person.say('còn e thì sao'))
        .to.match(/lương 28 triệu/)
        .and.not.to.include('chồng');
    });

    it('is computed for the husband also where nothing else was told', async () => {
      const person = await told('chồng chị lương 45 triệu đóng thuế bao nhiêu');
      expect(person.screen()).to.match(/cho chồng của anh\/chị: lương 45 triệu/);
      expect(sumOf(person, 'luong_thang')).to.equal(undefined);
    });

    it('keeps two shops and two debts apart', async () => {
      const shops = await told(SHOP, 'chị gái em bán ngày 6 triệu thì sao');
      expect(shops.screen()).to.include('cho chị gái của anh/chị');
      expect(sumOf(shops, 'doanh_thu')).to.equal(1095e6);
      const debts = await told(DEBT, 'vợ em cũng nợ thuế 20 triệu trễ 10 ngày');
      expect(debts.screen()).to.match(/cho vợ của anh\/chị.*60\.000 đồng/);
      expect(sumOf(debts, 'tien_no')).to.equal(50e6);
    });
  });

  describe('the asker’s own is taken, whoever else is named', () => {
    for (const [message, salary] of STILL_OWN)
      it(`“${message}”`, async () => {
        expect(sumOf(await told(OWN_SALARY, message), 'luong_thang')).to.equal(salary);
      });
  });

  describe('a sum that is something else is not counted with, and said what it was taken for', () => {
    for (const [counted, message, takenFor] of SOMETHING_ELSE)
      it(`“${message}” after “${counted}”`, async () => {
        const person = await told(counted);
        const before = person.state?.facts;
        expect(await person.say(message)).to.match(takenFor);
        expect(person.state?.facts).to.deep.equal(before);
      });
  });

  describe('within a guide that lies open', () => {
    for (const [guide, message, known] of WITHIN_GUIDES)
      it(`“${message}” (${guide})`, async () => {
        const person = await told();
        await person.send({
          kind: 'button',
          text: 'Mở',
          payload: encodePayload({ kind: 'open', procedure: guide }),
        });
        await person.say(message);
        const found = Object.fromEntries(Object.keys(known).map((fact) => [fact, sumOf(person, fact)]));
        expect(found, person.screen()).to.deep.equal(known);
      });

    it('the pension is corrected in words that begin with the asker', async () => {
      const person = await told(
        OWN_SALARY,
        'ck e 45 củ 2 đứa thì đóng nhiêu',
        'à quên, còn mẹ ck ở chung, lương hưu 3tr8',
        'e gõ lộn 2tr8 chứ k phải 3tr8',
      );
      expect(sumOf(person, 'thu_nhap_npt')).to.equal(2.8e6);
      expect(sumOf(person, 'luong_thang')).to.equal(28e6);
    });

    it('the pension of a mother-in-law is corrected as hers', async () => {
      const person = await told(
        'lương 25tr đóng thuế bao nhiêu',
        'mẹ ck ở chung có lương hưu 3tr8',
        'à 2tr8',
      );
      expect(sumOf(person, 'thu_nhap_npt')).to.equal(2.8e6);
      expect(sumOf(person, 'luong_thang')).to.equal(25e6);
    });
  });

  describe('a new price of a room is a price a room and month', () => {
    for (const [message, year] of RENT_AGAIN)
      it(`“${message}”`, async () => {
        expect(sumOf(await told(RENT, message), 'tien_thue')).to.equal(year * 1e6);
      });
  });
});
