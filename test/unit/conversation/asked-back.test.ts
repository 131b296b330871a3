import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

async function answerTo(said: string): Promise<Citizen> {
  const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
  await citizen.say(said);
  return citizen;
}

describe('a bare name that two matters share is asked back, with both of them', () => {
  for (const [said, offered] of [
    ['em muốn đóng mã', /hộ kinh doanh[\s\S]*doanh nghiệp|doanh nghiệp[\s\S]*hộ kinh doanh/iu],
    ['xin hoàn lại tiền thuế', /thu nhập[\s\S]*1 tỷ|1 tỷ[\s\S]*thu nhập/iu],
    ['em hỏi thuế chuyển nhượng', /BÁN NHÀ, ĐẤT|bán nhà, đất|vốn góp/u],
  ] as const)
    it(`“${said}”`, async () => {
      const citizen = await answerTo(said);
      expect(citizen.screen()).to.match(offered);
    });
});

describe('one that says which is answered', () => {
  for (const [said, shows] of [
    ['đóng mã hộ kinh doanh', /ĐÓNG MÃ SỐ THUẾ HỘ KINH DOANH/u],
    ['thuế chuyển nhượng nhà đất', /bên bán nộp thuế/u],
    ['môn bài', /môn bài/iu],
  ] as const)
    it(`“${said}”`, async () => {
      const citizen = await answerTo(said);
      expect(citizen.screen()).to.match(shows);
      expect(citizen.last?.outcome).not.to.equal('asked_back_intents');
    });
});

describe('short questions within a matter find their answer, though they do not name it', () => {
  for (const [matter, said, shows] of [
    ['thuế đất ở hằng năm', 'giay bao thue chua thay gui ve', /thông báo/iu],
    ['thuế đất ở hằng năm', 'con đóng giùm bác được hông', /nộp thay được/u],
  ] as const)
    it(`“${said}” after “${matter}”`, async () => {
      const citizen = await answerTo(matter);
      citizen.wait(20_000);
      expect(await citizen.say(said)).to.match(shows);
      expect(citizen.last?.outcome).to.equal('answered_question');
    });
});

describe('what is told within a matter is no other office’s', () => {
  it('“có giấy khai tử rồi” within closing a dead person’s tax code', async () => {
    const citizen = await answerTo('cha mất rồi đóng mã số thuế của cha sao');
    citizen.wait(20_000);
    await citizen.say('có giấy khai tử rồi đó em');
    expect(citizen.last?.outcome).not.to.equal('answered_referral');
  });

  for (const told of [
    'khách quen toàn hàng xóm',
    'nhà em nằm trong hẻm',
    'em mới làm lại cái biển hiệu đẹp lắm',
  ])
    it(`“${told}” within the tax of a shop is heard, without a claim about what it changes`, async () => {
      const citizen = await answerTo('mở quán ăn thì đóng thuế sao');
      citizen.wait(20_000);
      const heard = await citizen.say(told);
      expect(citizen.last?.outcome).to.equal('asked_back_detail');
      expect(heard).to.match(/không có thông tin chắc chắn|chưa rõ/u);
    });

  it('what is asked there and nowhere known is still said to be unknown', async () => {
    const citizen = await answerTo('mở quán ăn thì đóng thuế sao');
    citizen.wait(20_000);
    await citizen.say('khách quen toàn hàng xóm có được giảm phần trăm nào không');
    expect(citizen.last?.outcome).not.to.equal('asked_back_detail');
  });
});
