import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const IN_ENGLISH =
  /automatic assistant|The answer, in Vietnamese|You are welcome|did not find|take care|English/u;

describe('The language of an answer', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  async function told(...messages: string[]): Promise<string> {
    const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
    for (const message of messages) await person.say(message);
    return person.screen();
  }

  it('is English to a question in English, also the first one in a guide that lies open in Vietnamese', async () => {
    for (const asked of ['how long does it take', 'which papers must he bring', 'where should they send it'])
      expect(await told('đăng ký mã số thuế cá nhân', asked), asked).to.match(IN_ENGLISH);
  });

  it('is no part of the open guide where the English question is about something else altogether', async () => {
    const passedOn = 'hai đứa bạn nước ngoài hỏi: where can she extend her visa?';
    for (const asked of ['where can he extend his visa', passedOn])
      expect(await told('đăng ký mã số thuế cá nhân', asked), asked).not.to.match(/NỘP Ở ĐÂU – Đăng ký/u);
  });

  it('is Vietnamese to Vietnamese words, though the message before was English', async () => {
    const english = 'how do i register a tax code';
    for (const said of ['ok bye em', 'ok tks nha', 'giay to can gi', 'cảm ơn nhiều', 'can nop o dau vay'])
      expect(await told(english, said), said).not.to.match(IN_ENGLISH);
  });

  it('of thanks and farewells that both borrow is the one spoken before', async () => {
    expect(await told('how do i register a tax code', 'where do i go', 'ok thank you bye')).to.match(
      IN_ENGLISH,
    );
    expect(await told('how do i register a tax code', 'cần giấy tờ gì', 'ok thanks')).not.to.match(
      IN_ENGLISH,
    );
    expect(await told('đăng ký mã số thuế cá nhân', 'ok bye')).not.to.match(IN_ENGLISH);
  });
});
