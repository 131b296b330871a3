import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge, shippedTalks } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

const table = shippedTalks();

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
    { say: 'gdt-gov.vn', shows: /gdt-gov\.vn là địa chỉ lạ, coi chừng trang giả.*gdt\.gov\.vn/su },
    { say: 'còn cái etax-gdt.top an toàn không em', shows: /địa chỉ lạ, coi chừng trang giả/u },
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

describe('A matter that is surely named beside the one in hand is answered', () => {
  table([
    {
      within: 'le-phi-truoc-ba-xe',
      say: 'rồi bấm biển số ở đâu',
      shows: /Công an cấp xã|Cảnh sát giao thông/u,
    },
    {
      within: 'le-phi-truoc-ba-xe',
      say: 'giữ lại biển số cũ có phải đóng trước bạ ko',
      shows: /giữ lại biển số/u,
    },
    {
      within: 'mot-cua-tra-cuu',
      say: 'tra rồi mà cứ ghi đang xử lý miết',
      shows: /giấy hẹn hỏi lại nơi nhận/u,
    },
    { say: 'nộp giấy cả tháng trời rồi không thấy trả kết quả', shows: /giấy hẹn hỏi lại nơi nhận/u },
    {
      say: 'hồ sơ đất hẹn bữa 12 mà tới nay chưa thấy chi',
      shows: /giấy hẹn hỏi lại nơi nhận/u,
      hides: /ai thuộc diện được nộp giấy/u,
    },
    {
      say: 'my wife bought a phone here, where does she get the vat back at the airport',
      shows: /customs/u,
    },
  ]);

  it('a tax code after an inheritance is no inheritance again', async () => {
    const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
    await citizen.say('mẹ em mất để lại căn nhà cho em có đóng thuế không');
    expect(await citizen.say('còn mã số thuế của mẹ em có phải đóng lại không'))
      .to.match(/khai tử|chấm dứt/u)
      .and.not.match(/vẫn vậy|tặng/u);
  });

  for (const said of ['chuyện 5 năm trước giờ còn phạt được không', 'loi 3 nam truoc gio co bi phat nua ko'])
    it(`“${said}” tells when it was, not how many days late`, async () => {
      const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
      await citizen.say('nộp tờ khai trễ 90 ngày phạt bao nhiêu');
      expect(await citizen.say(said))
        .to.match(/2 năm với lỗi thủ tục/u)
        .and.not.match(/trễ \d{3,} ngày/u);
    });

  it('“quên nộp tờ khai từ 3 tháng trước” still tells how late it is', async () => {
    const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
    expect(await citizen.say('quên nộp tờ khai từ 3 tháng trước phạt nhiêu')).to.match(/trễ 90 ngày/u);
  });
});

describe('“Nợ” is not “nó”, and a household no stranger: a debt is no fraud', () => {
  table([
    { say: 'nợ 120 triệu', shows: /nợ|Khoản nợ/u, hides: /khoá tài khoản|ĐỪNG đọc mã/u },
    { say: 'no 50 trieu tien thue', shows: /[Nn]ợ/u, hides: /khoá tài khoản|ĐỪNG đọc mã/u },
    { say: 'hộ kinh doanh nợ thuế 30 triệu', shows: /[Nn]ợ/u, hides: /khoá tài khoản|ĐỪNG đọc mã/u },
    { say: 'nó kêu em chuyển 5 triệu', shows: /đừng chuyển/iu },
    { say: 'ho keu chuyen tien roi gui ma otp', shows: /ĐỪNG|lừa đảo/u },
  ]);
});

describe('A word that only looks like a swear-word without its marks is none', () => {
  for (const said of ['lời có vài trăm à', 'dạ em ngủ quên', 'vài bữa nữa em ra']) {
    it(`“${said}” is no insult`, async () => {
      const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
      expect(await citizen.say(said)).not.to.match(/khó chịu|rất bực/u);
    });
  }

  it('“vãi” still is one', async () => {
    const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
    expect(await citizen.say('vãi')).to.match(/khó chịu|rất bực/u);
  });

  it('what stands in the takings, told after the sum, is answered with what the tax is counted on', async () => {
    const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
    await citizen.say('quán bún em ngày bán 3 triệu rưỡi đóng thuế nhiêu');
    expect(await citizen.say('mà số đó gồm luôn tiền mua hàng đó nghe, lời có vài trăm à')).to.match(
      /không trừ tiền nhập hàng[^]*15%/u,
    );
  });
});
