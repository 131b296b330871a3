import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');
type Knowledge = Awaited<ReturnType<typeof shippedKnowledge>>;

/** Made up for the test: nobody announced it. */
function withTetAnnounced(knowledge: Knowledge): Knowledge {
  const days = [
    { date: '2027-02-09', name: 'Tết Nguyên đán' },
    { date: '2027-02-08', name: 'Tết Nguyên đán' },
    { date: '2026-02-17', name: 'Tết Nguyên đán' },
  ];
  const years = [{ year: 2027, source: 'thử', checkedOn: '2026-11-23', days }];
  const { content } = knowledge;
  return { ...knowledge, content: { ...content, holidays: { ...content.holidays, years } } };
}

describe('a holiday is known by the name that people give it', () => {
  let knowledge: Knowledge;

  before(async function () {
    this.timeout(600_000);
    knowledge = await shippedKnowledge();
  });

  for (const [said, shows] of [
    ['tết tây có nghỉ không em', /01\/01\/2027 cơ quan thuế nghỉ \(Tết Dương lịch\)/u],
    ['tet duong lich co lam viec k', /01\/01\/2027 cơ quan thuế nghỉ/u],
    ['quốc khánh thuế có mở cửa không', /02\/09\/2027 cơ quan thuế nghỉ \(Quốc khánh/u],
    ['mùng 2/9 cơ quan thuế có làm không', /02\/09\/2027 cơ quan thuế nghỉ/u],
  ] as const)
    it(`“${said}” is answered with the day`, async () => {
      expect(await new Citizen(knowledge, { now: NOW }).say(said)).to.match(shows);
    });

  for (const [said, name] of [
    ['tết nguyên đán cơ quan thuế nghỉ mấy ngày', 'Tết Nguyên đán'],
    ['tet am lich thue nghi tu ngay nao', 'Tết Nguyên đán'],
    ['giỗ tổ cơ quan thuế có làm việc không', 'Giỗ Tổ'],
  ] as const)
    it(`“${said}”: the days are announced each year, and are not known yet`, async () => {
      expect(await new Citizen(knowledge, { now: NOW }).say(said))
        .to.include(name)
        .and.match(/thông báo mỗi năm/u)
        .and.not.match(/\d\d\/\d\d\/\d{4}/u);
    });

  it('says the first day of Tết that is to come once it is announced', async () => {
    const citizen = new Citizen(withTetAnnounced(knowledge), { now: NOW });
    expect(await citizen.say('tết nguyên đán cơ quan thuế có làm không'))
      .to.match(/Thứ Hai 08\/02\/2027 cơ quan thuế nghỉ \(Tết Nguyên đán\)/u)
      .and.not.match(/thông báo mỗi năm/u);
  });

  it('a Tết bonus and a shop shut over Tết are no question about office hours', async () => {
    expect(await new Citizen(knowledge, { now: NOW }).say('thưởng tết 20tr đóng thuế nhiêu')).to.match(
      /lương/u,
    );
    const shop = await new Citizen(knowledge, { now: NOW }).say('tết này quán em nghỉ 1 tháng có cần báo ko');
    expect(shop).to.match(/TẠM NGỪNG/u);
  });
});

describe('an office that was just named', () => {
  let citizen: Citizen;

  beforeEach(async function () {
    this.timeout(600_000);
    citizen = new Citizen(await shippedKnowledge(), { now: NOW });
  });

  it('is the one whose telephone is asked for then: what is known of it, and no “nhắn tên xã, phường”', async () => {
    await citizen.say('em ở trà giang thuộc thuế nào');
    expect(await citizen.say('co so dien thoai ko'))
      .to.match(/xã Trà My[^]*Thuế cơ sở 10[^]*điện thoại của nơi này em chưa có/u)
      .and.match(/1022/u)
      .and.not.match(/nhắn tên xã/u);
  });

  it('whoever has named none is still asked for the commune', async () => {
    expect(await citizen.say('cho xin số điện thoại thuế')).to.match(/nhắn tên xã, phường/u);
  });

  it('whoever remembers the office of the district is told what became of it, not the same again', async () => {
    await citizen.say('quế sơn thuộc thuế cơ sở mấy');
    expect(await citizen.say('ủa trước giờ em nộp ở chi cục thuế quế sơn mà'))
      .to.match(/từ 01\/07\/2025 không còn chi cục/u)
      .and.match(/Thuế cơ sở 8/u)
      .and.not.match(/em nói lại/u);
  });
});

describe('who wants a seat on a Saturday before any was announced', () => {
  it('is told that none can be kept yet, and not the same as who asked whether it is open', async function () {
    this.timeout(600_000);
    const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
    const open = await citizen.say('thứ bảy này thuế có làm không');
    const booked = await citizen.say('đặt lịch cho tui sáng thứ bảy đi');
    expect(booked).to.match(/chưa giữ chỗ được/u);
    expect(booked)
      .not.to.equal(open)
      .and.not.to.match(/nói lại/u);
  });
});
