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
  const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
  for (const text of said) await citizen.say(text);
  expect(citizen.last?.outcome).not.to.equal('asked_back_intents');
  return citizen.screen();
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
