import { expect } from 'chai';
import type { ContentSnapshot } from '../../src/conversation/ports.js';
import { Citizen } from '../support/citizen.js';
import { meetCitizens } from '../support/shipped-citizens.js';

const NOW = new Date('2026-11-27T02:00:00Z');

describe('what is said reads plainly aloud, on the real content', function () {
  let knowledge: ContentSnapshot;
  let citizen: Citizen;
  meetCitizens(this, NOW, (...met) => ([citizen, knowledge] = met));

  it('a part above the limit is not read as a limit', async () => {
    const screen = await citizen.say('tạp hoá doanh thu 1 tỷ 5 một năm đóng thuế bao nhiêu');
    expect(screen)
      .to.include('trên 500 triệu vượt quá mức 1 tỷ, là 2,5 triệu')
      .and.not.to.match(/phần vượt 500 triệu/u);
  });

  it('a year of days that nobody told is named', async () => {
    const screen = await citizen.say('quán bún mỗi ngày bán 3 triệu rưỡi thì đóng thuế bao nhiêu');
    expect(screen).to.include('3,5 triệu một ngày trong 365 ngày là khoảng 1,2775 tỷ một năm');
  });

  it('what is left out of a sum is said in full once, later shortly, and never lost', async () => {
    const first = await citizen.say('quán bún doanh thu 1 tỷ 155 triệu một năm đóng thuế bao nhiêu');
    expect(first).to.include('⚠ Số này chưa trừ phần được giảm');
    const second = await citizen.say('vậy 1 tỷ 2 thì đóng bao nhiêu');
    expect(second).to.include('⚠ Số này vẫn chưa trừ phần được giảm').and.not.to.include('Số này chưa trừ');
    expect(await citizen.say('vì sao vậy')).to.include('⚠ Số này vẫn chưa trừ phần được giảm');
  });

  it('the sums of an answer that still holds are not worked out a second time under it', async () => {
    await citizen.say('quán bún doanh thu 1 tỷ 155 triệu một năm đóng thuế bao nhiêu');
    const again = await citizen.say('vậy là phải đóng hả, đóng mấy');
    expect(again.match(/34,65 triệu/gu)).to.have.length(1);
  });

  it('one “thì” is enough', async () => {
    await citizen.say('quán bún doanh thu 1 tỷ 2 một năm đóng thuế bao nhiêu');
    await citizen.say('hạn là ngày mô');
    expect(await citizen.say('mà khoan, tính lại chắc cả năm chưa tới 900 triệu'))
      .to.match(/900 triệu, (?:cả năm )?không quá 1 tỷ thì/u)
      .and.not.to.match(/900 triệu thì/u);
  });

  it('another vehicle is not supposed and then named', async () => {
    await citizen.say('mua ô tô mới 650 triệu trước bạ bao nhiêu');
    expect(await citizen.say('vậy con sh 90 triệu thì đóng mấy'))
      .to.include('xe máy mới nộp lệ phí trước bạ khoảng 1,8 triệu')
      .and.not.to.include('nếu là xe máy');
  });

  it('which office is for which matter is said once', async () => {
    expect(await citizen.say('xã Bình Minh Thăng Bình cũ thuộc thuế nào')).to.include('Tuỳ việc:');
    expect(await citizen.say('quế sơn thuộc thuế nào'))
      .to.include('Thuế cơ sở 8')
      .and.not.to.include('Tuỳ việc:');
  });

  it('a divorce is no funeral, and what is divided at it is no inheritance', async () => {
    expect(await citizen.say('vợ chồng em sắp ly hôn, buồn quá em')).not.to.include('chia buồn');
    expect(await citizen.say('mà ly hôn chia cái nhà thì có đóng thuế không'))
      .to.include('được miễn')
      .and.to.include('quyết định của toà')
      .and.to.include('01/LPTB')
      .and.not.to.include('10%');
    expect(await citizen.say('giấy tờ cần gì')).to.not.match(/chứng tử|di chúc/iu);
  });

  it('a death is', async () => {
    expect(await citizen.say('ba em mới mất tuần trước')).to.include('chia buồn');
  });

  it('a small household with invoices is told plainly that it can go on issuing them', async () => {
    await citizen.say('đang xài hoá đơn có mã, quán bán 950 triệu một năm có cần máy tính tiền không');
    expect(await citizen.say('nhưng khách công ty hay đòi hoá đơn'))
      .to.include('cứ xuất cho khách')
      .and.not.to.include('chưa chắc được');
  });

  it('a call into the room is a greeting and files nothing', async () => {
    expect(await citizen.say('alo có ai hok')).to.match(/cần hỏi/u);
    expect(citizen.requests.filed).to.deep.equal([]);
  });

  it('of a fraud the bank always comes before the police', async () => {
    for (const said of ['em lỡ đọc mã otp rồi', 'giờ báo công an ở đâu']) {
      const screen = await citizen.say(said);
      expect(screen.search(/ngân hàng/u), said).to.be.within(0, screen.search(/công an/iu));
    }
  });

  it('who is filed for a person learns that the answer comes here, and that no call is promised', async () => {
    expect(await citizen.say('ghi lại cho cán bộ gọi tui'))
      .to.include('trả lời ở khung trò chuyện này')
      .and.to.include('không hứa được là có gọi điện');
  });

  it('“can it be done online” gets a yes where it can', async () => {
    await citizen.say('mua ô tô mới 650 triệu trước bạ bao nhiêu');
    expect(await citizen.say('nop online dc k')).to.include('Dạ được, việc này làm qua mạng được ạ.');
    expect(await citizen.say('nộp ở đâu')).not.to.include('Dạ được');
  });

  it('who writes in English is asked about data in English, by the same version of the notice', async () => {
    const newcomer = new Citizen(knowledge, { known: false, now: NOW });
    expect(await newcomer.say('how do i get a tax refund'))
      .to.include('you can ask all the same')
      .and.not.to.include('Anh/chị đồng ý thì em giữ');
    await newcomer.press('Đồng ý');
    const { choice, noticeVersion } = newcomer.state?.consent ?? {};
    expect(choice).to.equal('yes');
    expect(noticeVersion).to.equal(knowledge.content.sentences.get('label_notice_version')?.[0]);
    expect(await newcomer.say('connect me to an officer please'))
      .to.include('an officer can read and answer right here')
      .and.not.to.include('Anh/chị đồng ý không');
  });

  it('the English summary of tax debts says of foreigners what the Vietnamese answer says', async () => {
    await citizen.say('how do i check if i really owe some tax');
    expect(await citizen.say('but can they really stop a foreigner over a small debt'))
      .to.match(/foreigners.*any .*(?:tax|debt)/iu)
      .and.not.to.include('50 million');
  });
});
