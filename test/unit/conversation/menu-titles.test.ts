import { expect } from 'chai';
import { fold } from '../../../src/shared/fold.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const citizen = () => new Citizen(sampleKnowledge());

describe('The groups of the menu', () => {
  it('can be typed at any time, as they are pressed', async () => {
    const anh = citizen();
    await anh.say('menu');
    const pressed = await anh.press('Nhóm mẫu');
    for (const written of ['Nhóm mẫu', 'nhom mau', 'dạ nhóm mẫu ạ']) {
      expect(await citizen().say(written), written).to.equal(pressed);
      const chi = citizen();
      await chi.say('dang ky mst ca nhan');
      expect(await chi.say(written), written).to.equal(pressed);
      expect(await chi.say('căn cứ'), 'the guide stays in hand').to.match(/^CĂN CỨ/);
    }
  });

  it('are not meant by a longer sentence with their name in it', async () => {
    const pressed = await citizen().say('Nhóm mẫu');
    expect(await citizen().say('nhóm mẫu nào đăng ký mst cá nhân')).not.to.equal(pressed);
  });

  it('wait while the bot has asked something else', async () => {
    const chi = citizen();
    await chi.say('xoá dữ liệu của tôi');
    expect(chi.state?.waiting?.for).to.equal('deletion');
    expect(await chi.say('nhóm mẫu')).not.to.match(/^NHÓM MẪU/);
  });
});

describe('The groups of the shipped menu', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));
  const citizenNow = () => new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });

  it('open each by its name, with marks or without', async () => {
    const groups = [...knowledge.content.groups.map(({ name }) => name), 'Đang được hỏi nhiều'];
    for (const name of groups)
      for (const written of [name, fold(name)]) {
        const heading = (await citizenNow().say(written)).split('\n')[0];
        expect(heading, written).to.equal(name.toUpperCase());
      }
  });

  it('are another case of a result that depends on it: “hộ kinh doanh” after a company’s fine', async () => {
    const anh = citizenNow();
    expect(await anh.say('công ty nộp tờ khai trễ 40 ngày phạt bao nhiêu')).to.include('5 triệu đến 8 triệu');
    expect(await anh.say('hộ kinh doanh')).to.include('2,5 triệu đến 4 triệu');
  });

  it('are an answer where the bot has asked', async () => {
    const anh = citizenNow();
    await anh.say('nợ thuế 50 triệu bị cấm xuất cảnh không');
    expect(anh.state?.waiting?.for).to.equal('fact');
    expect(await anh.say('hộ kinh doanh')).not.to.match(/^HỘ KINH DOANH/);
  });
});
