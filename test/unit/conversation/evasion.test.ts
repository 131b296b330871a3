import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');
const ACCUSES = /NÉ THUẾ|giấu doanh thu|không phải đưa tiền/u;

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

async function lastAnswer(...said: string[]): Promise<string> {
  const citizen = await talkedTo(said);
  expect(citizen.last?.outcome).not.to.equal('asked_back_intents');
  return citizen.screen();
}

async function talkedTo(said: readonly string[]): Promise<Citizen> {
  const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
  for (const text of said) await citizen.say(text);
  return citizen;
}

describe('who asks how to evade a tax or to bribe gets the lawful way and a number, and no question back', () => {
  for (const said of [
    'có cách nào khai ít lại không',
    'nhờ khách đừng ghi nội dung chuyển khoản cho khỏi thuế được không',
    'how to avoid tax',
  ])
    it(`“${said}”`, async () => expect(await lastAnswer(said)).to.match(/1022|khai gian|trốn thuế/u));

  for (const said of [
    'đưa tiền cho cán bộ làm nhanh được không',
    'bồi dưỡng bao nhiêu thì duyệt sớm',
    'can i give the officer some money',
  ])
    it(`“${said}”: told of no extra money, not of hidden revenue`, async () => {
      const screen = await lastAnswer(said);
      expect(screen).to.match(/1022/u);
      expect(screen).not.to.include('giấu doanh thu');
    });
});

describe('who asks for what the law gives is not taken for an evader', () => {
  for (const [said, shows] of [
    [['bị trừ 10% tiền công thời vụ', 'có cách nào để khỏi bị trừ không'], /cam kết/u],
    [['tui lam thoi vu bi tru 10 phan tram', 'co cach nao khoi bi tru k'], /cam kết/u],
    [['làm sao để được miễn thuế bán nhà'], /MIỄN THUẾ/u],
    [['nợ thuế 50 triệu', 'làm sao để khỏi bị cưỡng chế'], /cưỡng chế/u],
    [['có cách nào giảm thuế hợp pháp không'], /GIẢM THUẾ/u],
    [['làm ăn kiểu gì mà để lộ thông tin dân'], /xin lỗi/u],
  ] as const)
    it(`“${said.join('” – “')}”`, async () => {
      const screen = await lastAnswer(...said);
      expect(screen).to.match(shows);
      expect(screen).not.to.match(ACCUSES);
    });
});

describe('who says nothing of evasion is not accused of it', () => {
  for (const said of [
    'làm cái này online được không',
    'chị hỏi giấy tờ thuế chút',
    'anh muốn hỏi chuyện thuế bên mình một chút',
    'thuế bên mình làm kiểu gì',
    'can I do it online',
  ])
    it(`“${said}”`, async () => expect((await talkedTo([said])).screen()).not.to.match(ACCUSES));
});

describe('who names nothing but tax or papers is shown the ways in, and no matter is guessed', () => {
  for (const said of ['thuế', 'cho hỏi thuế má', 'tiền thuế', 'giấy tờ', 'em ơi cho chị hỏi thủ tục chút'])
    it(`“${said}”`, async () => expect(await lastAnswer(said)).to.include('hay hỏi thuế của khoản nào'));

  for (const said of ['cho thuê', 'mã số thuế'])
    it(`but “${said}” names its matter`, async () =>
      expect(await lastAnswer(said)).not.to.include('hay hỏi thuế của khoản nào'));

  it('and “giấy tờ” within a matter asks of that matter', async () =>
    expect(await lastAnswer('hoàn thuế thu nhập cá nhân', 'giấy tờ')).to.include('GIẤY TỜ CẦN CÓ'));
});
