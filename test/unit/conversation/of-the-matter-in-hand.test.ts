import { expect } from 'chai';
import { encodePayload } from '../../../src/conversation/payloads.js';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

interface Row {
  /** The guide that lies open. */
  within?: string;
  say: string;
  shows: RegExp;
  hides?: RegExp;
}

function table(rows: readonly Row[]): void {
  for (const { within, say, shows, hides } of rows)
    it(`${within === undefined ? '' : `within ${within}, `}“${say}”`, async () => {
      const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
      if (within !== undefined) {
        const payload = encodePayload({ kind: 'open', procedure: within });
        await citizen.send({ kind: 'button', text: '', payload });
        citizen.wait(20_000);
      }
      const screen = await citizen.say(say);
      expect(screen).to.match(shows);
      if (hides !== undefined) expect(screen).not.to.match(hides);
    });
}

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

describe('What is told of a thing that was spoken of stays with the matter in hand', () => {
  table([
    {
      within: 'quyet-toan-tncn-tu-lam',
      say: 'cái công ty đó giải thể rồi',
      shows: /không phải nộp chứng từ/u,
      hides: /ĐÓNG MÃ SỐ THUẾ DOANH NGHIỆP/u,
    },
    {
      within: 'quyet-toan-tncn-tu-lam',
      say: 'cty cũ đóng cửa rồi xin giấy đâu',
      shows: /eTax Mobile/u,
      hides: /ĐÓNG MÃ SỐ/u,
    },
    {
      within: 'quyet-toan-tncn-tu-lam',
      say: 'em muốn giải thể công ty',
      shows: /ĐÓNG MÃ SỐ THUẾ DOANH NGHIỆP/u,
    },
    { say: 'công ty em giải thể thì làm gì', shows: /giải thể/u },
    { within: 'thue-dat-phi-nong-nghiep', say: 'Chết, bác quên chưa đóng', shows: /0,03% mỗi ngày/u },
    { within: 'khai-thue-ho-kinh-doanh', say: 'chết, em quên nộp rồi', shows: /nộp tờ khai ngay/u },
    {
      within: 'hddt-ho-kinh-doanh',
      say: 'chưa có thì bị phạt bao nhiêu',
      shows: /hoá đơn/u,
      hides: /trễ bao nhiêu ngày/u,
    },
    { within: 'tncn-thua-ke-qua-tang', say: 'trước bạ', shows: /miễn luôn lệ phí trước bạ/u },
    {
      within: 'le-phi-truoc-ba-xe',
      say: 'trước bạ',
      shows: /xe/u,
      hides: /Giá ghi|nhà, đất rồi đứng tên/u,
    },
    {
      within: 'tncn-thua-ke-qua-tang',
      say: 'lúc đó được miễn rồi thì khỏi khai luôn hả',
      shows: /được miễn vẫn phải khai/u,
    },
    {
      within: 'ho-kinh-doanh-tong-quan',
      say: 'tháng 7 mới mở',
      shows: /./u,
      hides: /[Tt]hưởng|không nói bừa/u,
    },
    {
      within: 'dang-ky-thue-ho-kinh-doanh',
      say: 'tháng 7 mới mở',
      shows: /./u,
      hides: /[Tt]hưởng|không nói bừa/u,
    },
    { within: 'dang-ky-nguoi-phu-thuoc', say: 'để em hỏi chồng đã', shows: /nhắn em/u },
    { within: 'tncn-chuyen-nhuong-nha-dat', say: 'để chị về hỏi lại kế toán', shows: /nhắn em/u },
    { say: 'đất ba má cho có nộp thuế không', shows: /miễn/u },
  ]);
});

describe('Whether a site or an app is genuine', () => {
  table([
    { say: 'dichvucong.gov.vn thì sao', shows: /dichvucong\.gov\.vn là trang chính thức/u },
    { say: 'thuedientu.gdt.gov.vn có phải trang thật không', shows: /là trang chính thức/u },
    { say: 'gdt-gov.vn', shows: /không phải trang chính thức mà em biết.*gdt\.gov\.vn/su },
    { say: 'còn cái etax-gdt.top an toàn không em', shows: /không phải trang chính thức/u },
    { say: 'danang.gov.vn', shows: /không dám chắc/u },
    { say: 'app thuế thật tên gì', shows: /eTax Mobile.*App Store/su },
    {
      within: 'canh-bao-lua-dao',
      say: 'mà app thuế thật tên gì để mình cài cho mẹ',
      shows: /eTax Mobile.*App Store/su,
    },
    { say: 'nộp tờ khai thuế khoán.em muốn bỏ', shows: /./u, hides: /trang chính thức/u },
    { say: 'dichvucong.gdt.gov.vn báo lỗi mật khẩu', shows: /./u, hides: /là trang chính thức/u },
  ]);
});

describe('Complaints of leaked data, and English questions', () => {
  table([
    { say: 'làm ăn kiểu gì mà để lộ thông tin dân', shows: /xin lỗi.*phản ánh/isu },
    { say: 'sao thuế lại để lộ hết thông tin của tui vậy', shows: /xin lỗi/iu },
    { say: 'can I get VAT back at the airport', shows: /customs/u },
    { say: 'someone says i owe tax, how do i check if i really owe', shows: /eTax Mobile/u },
  ]);
});

describe('“Huỷ” where there is an appointment and a request for a person', () => {
  const slots = [{ date: '2026-11-28', start: '08:00', end: '08:30', place: 'Thuế cơ sở 1', capacity: 3 }];

  it('asks which of them, and cancels the one that is named', async () => {
    const citizen = new Citizen(await shippedKnowledge(), { now: NOW, slots: slots });
    await citizen.say('cho em đặt lịch thứ bảy');
    await citizen.say('1');
    await citizen.say('cho em gặp cán bộ');
    expect(await citizen.say('huỷ')).to.match(/huỷ lịch hẹn .*, hay huỷ yêu cầu/u);
    expect(await citizen.press('Huỷ yêu cầu')).to.match(/đã huỷ yêu cầu YC-/u);
    expect(await citizen.say('huỷ')).to.match(/đã huỷ đăng ký LH-/u);
  });
});
