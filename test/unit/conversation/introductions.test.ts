import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

async function citizen(): Promise<Citizen> {
  return new Citizen(await shippedKnowledge(), { now: NOW });
}

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

describe('who only says who they are is greeted, and the place is taken', () => {
  for (const [said, office] of [
    ['chào con, bác tên Bảy ở Đại Lộc nè', /Thuế cơ sở \d/u],
    ['em chao anh chi, em ten Thu, nha em o Hoi An', /Thuế cơ sở 7/u],
    ['alo cô Tám đây, quê Núi Thành', /Thuế cơ sở 9/u],
    ['thưa cán bộ tôi là Lực, ở Thăng Bình', /Thuế cơ sở 8/u],
    ['hello mình là Vy', /chào anh\/chị|trợ lý tự động/u],
    ['dạ em là sinh viên trường kinh tế', /chào anh\/chị|trợ lý tự động/u],
  ] as const)
    it(`“${said}”`, async () => {
      const talk = await citizen();
      expect(await talk.say(said))
        .to.match(office)
        .and.to.match(/Anh\/chị cần hỏi|chào anh\/chị/u);
      expect(talk.last?.outcome).not.to.match(/^declined/u);
    });
});

describe('who tells or asks more is answered for that', () => {
  for (const [said, shows] of [
    ['em là Hà ở Hội An, muốn tạm ngừng kinh doanh', /TẠM NGỪNG/u],
    ['tôi là chủ nhà trọ, nộp thuế thế nào', /CHO THUÊ|cho thuê/u],
    ['bán căn nhà 2 tỷ ở Tam Kỳ thì nộp thuế bao nhiêu', /40 triệu/u],
    ['có dãy trọ cho thuê ở Điện Bàn thì đóng thuế sao', /cho thuê/iu],
    ['thuế ở Núi Thành thì ra chỗ nào', /Thuế cơ sở 9/u],
    ['nhà ở Duy Xuyên thì nộp thuế ở cơ quan nào', /Thuế cơ sở 7/u],
  ] as const)
    it(`“${said}”`, async () => {
      expect(await (await citizen()).say(said)).to.match(shows);
    });
});
