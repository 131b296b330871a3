import { expect } from 'chai';
import type { ContentSnapshot } from '../../src/conversation/ports.js';
import { Citizen } from '../support/citizen.js';
import { meetCitizens } from '../support/shipped-citizens.js';

/** A Thursday: the day after is no Saturday. */
const NOW = new Date('2026-11-26T02:00:00Z');

describe('short and half messages are answered to the point, on the real content', function () {
  let knowledge: ContentSnapshot;
  let citizen: Citizen;
  meetCitizens(this, NOW, (...met) => ([citizen, knowledge] = met));

  for (const where of ['nộp ở đâu', 'nop o mo rua', 'nộp chỗ nào em ơi', 'ra đâu nộp vậy'])
    it(`“${where}” at the beginning: the ways that hold for all, and of what it is asked`, async () => {
      expect(await citizen.say(where))
        .to.match(/^Dạ, tuỳ việc ạ/u)
        .and.include('một cửa Thuế cơ sở')
        .and.include('của việc gì ạ?');
    });

  it('a place named with it brings its tax office', async () => {
    expect(await citizen.say('nộp ở xã được ko, nhà em ở Núi Thành'))
      .to.match(/^Dạ, tuỳ việc ạ/u)
      .and.include('Thuế cơ sở 9');
  });

  for (const part of ['mất bao lâu vậy em', 'hết bao nhiêu tiền', 'có cần khai không em', 'can nop gi ko'])
    it(`“${part}” at the beginning opens no guide on a guess`, async () => {
      expect(await citizen.say(part))
        .to.include('việc gì')
        .and.not.to.match(/không phụ trách|KHAI KHỐNG/u);
    });

  it('within a matter whether it can be handed in at the ward is where it is handed in', async () => {
    await citizen.say('đăng ký người phụ thuộc');
    expect(await citizen.say('nộp ở phường được không')).to.include('Nơi trả lương, hoặc Thuế cơ sở');
  });

  it('where a fee is paid asks for no price', async () => {
    await citizen.say('tui làm căn cước cho con');
    expect(await citizen.say('vậy lệ phí trước bạ nộp ở đâu'))
      .to.include('Một cửa UBND xã, phường')
      .and.not.to.include('Giá ghi trong hợp đồng là bao nhiêu');
  });

  for (const trade of [
    'tui bán bánh xèo',
    'em làm nail tại nhà',
    'tui sửa xe máy',
    'nhà chị có sạp vải ngoài chợ',
    'em dạy thêm',
  ])
    it(`“${trade}”: what a household business has to do`, async () => {
      expect(await citizen.say(trade)).to.include(
        'Doanh thu cả năm từ 01 tỷ đồng trở xuống thì không nộp thuế',
      );
    });

  it('who farms or works for wages is told what holds for them', async () => {
    expect(await citizen.say('tui nuôi heo')).to.include('nông sản do mình tự làm ra thì được miễn');
    const other = new Citizen(knowledge, { now: NOW });
    expect(await other.say('em làm nhân viên văn phòng')).to.include(
      'phần lương sau khi trừ bảo hiểm và giảm trừ',
    );
  });

  it('a house that is sold, a wish and an end are no trade', async () => {
    expect(await citizen.say('em bán nhà')).to.include('2%');
    const other = new Citizen(knowledge, { now: NOW });
    expect(await other.say('tui nghỉ bán rồi')).to.include('Đóng mã số thuế hộ kinh doanh');
  });

  for (const done of [
    'mở quán rồi, có giấy hộ kinh doanh đàng hoàng',
    'đăng ký hộ kinh doanh rồi',
    'có giấy phép kinh doanh rồi nha',
  ])
    it(`“${done}”: what comes after is offered, not how to register`, async () => {
      expect(await citizen.say(done)).to.include('đã xong phần “Đăng ký thuế cho hộ”');
      expect(citizen.titles()).to.include('Thuế hộ kinh doanh');
    });

  it('what was done wrongly is not taken for done', async () => {
    expect(await citizen.say('tui nộp nhầm rồi')).to.include('tra soát');
  });

  for (const going of ['chắc mai em ra nộp', 'sáng thứ 3 tui lên thuế nộp', 'thôi để mốt anh ra phường nộp'])
    it(`“${going}” within a matter: what to bring, and when somebody is there`, async () => {
      await citizen.say('em muốn đăng ký người phụ thuộc cho mẹ');
      expect(await citizen.say(going))
        .to.include('anh/chị nhớ mang theo giấy tờ')
        .and.include('20-ĐKT')
        .and.include('giờ làm việc')
        .and.not.to.include('bao nhiêu tuổi');
    });

  it('without a matter it asks which, and says what is known of the hours', async () => {
    expect(await citizen.say('mai chị lên'))
      .to.include('Nhắn em tên việc')
      .and.include('giờ làm việc');
  });

  for (const code of ['otp không về', 'ma xac nhan khong gui ve may', 'ko nhan dc tin nhan ma xac thuc'])
    it(`“${code}”: a code that does not come is no fraud`, async () => {
      expect(await citizen.say(code)).to.match(/hộp tin nhắn còn chỗ|KHÔNG NHẬN OTP/u);
    });

  it('who is asked for a code is warned as before', async () => {
    expect(await citizen.say('có người gọi xưng cán bộ thuế đòi đọc mã otp')).to.match(/lừa đảo|đừng đọc/iu);
  });

  it('retail without an invoice: what is known, and who knows the rest', async () => {
    expect(await citizen.say('bán cho khách lẻ có phải xuất hoá đơn ko'))
      .to.match(/^Dạ, tuỳ doanh thu/u)
      .and.include('không có thông tin chắc chắn');
  });

  it('what was meant instead is a matter of the same kind', async () => {
    await citizen.say('lệ phí trước bạ nhà đất');
    expect(await citizen.say('không phải, ý em là xe máy')).to.include(
      'xe máy nộp lệ phí trước bạ lần đầu 2%',
    );
    const other = new Citizen(knowledge, { now: NOW });
    await other.say('đóng mã số thuế hộ kinh doanh');
    expect(await other.say('ko phai, y chi la cong ty')).to.include('giải thể');
  });

  it('“cái thứ hai” is the second of what was shown, “cái kia” is asked back', async () => {
    await citizen.say('đăng ký người phụ thuộc');
    expect(await citizen.say('cái thứ hai')).to.include('BƯỚC 1/');
    expect(await citizen.say('cái kia')).to.include('ý anh/chị là phần nào ạ?');
  });

  it('“ok rồi sao nữa” goes on with what to do, though a value was asked for', async () => {
    await citizen.say('hoàn thuế tncn');
    expect(await citizen.say('ok rồi sao nữa')).to.include('BƯỚC 1/');
  });

  it('“rồi sao nữa” after a result is what follows from it', async () => {
    await citizen.say('lương 30 triệu đóng thuế bao nhiêu');
    expect(await citizen.say('rồi sao nữa')).to.match(/^Dạ, việc cần làm/u);
  });

  it('how much is asked while a value is missing: the value is asked for once more', async () => {
    await citizen.say('mua con vision cũ của thằng bạn');
    expect(await citizen.say('bn tiền')).to.include('giá xe khoảng bao nhiêu');
  });

  for (const phone of ['gọi ai', 'so dien thoai mo', 'sdt thuế số mấy'])
    it(`“${phone}” within a matter: the numbers to call`, async () => {
      await citizen.say('hoàn thuế tncn');
      expect(await citizen.say(phone)).to.include('1022');
    });

  it('what comes of a notice that was forgotten is told by the entry beside', async () => {
    await citizen.say('tui bán tạp hoá nhỏ ở Tam Kỳ');
    await citizen.say('ngay ban chung 1 trieu');
    expect(await citizen.say('quên báo thì răng'))
      .to.match(/phạt/u)
      .and.not.to.include('thuế khoán đã bỏ');
  });

  it('within a fraud “giờ làm sao” is what to do now, not the first step of the guide', async () => {
    await citizen.say('hoi hom 9h toi co nguoi goi noi la thue phuong');
    await citizen.say('tui lo bam roi');
    expect(await citizen.say('gio lam sao'))
      .to.include('khoá tài khoản')
      .and.not.to.include('BƯỚC 1');
  });

  it('who cannot sign in is told of signing in, not of banks', async () => {
    expect(await citizen.say('vo etax ko dc')).to.include('VNeID mức 2');
    expect(await citizen.say('quen mk roi')).to.include('Quên mật khẩu');
  });

  it('who has no money for the land is told of parts and debts of that money', async () => {
    await citizen.say('tiền sử dụng đất');
    expect(await citizen.say('ba ngheo lam ko co tien')).to.include('chia hai đợt');
  });

  for (const [bought, fee] of [
    ['mua nhà', '0,5%'],
    ['mua xe', 'trước bạ'],
    ['em mới mua xe máy', '2%'],
  ] as const)
    it(`“${bought}”: the registration fee, and no small talk`, async () => {
      expect(await citizen.say(bought)).to.include(fee);
    });

  it('“ai gọi cho em vậy” asks who it was, not whom to call', async () => {
    expect(await citizen.say('ai gọi cho em vậy')).not.to.include('1022');
  });
});
