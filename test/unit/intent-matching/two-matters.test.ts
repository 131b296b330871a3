import { expect } from 'chai';
import { trainMatcher } from '../../../src/intent-matching/train.js';
import { others, ours, vocabulary } from './sample-examples.js';

describe('a message that asks two things', () => {
  const matcher = trainMatcher([...ours, ...others], vocabulary);
  const [one, other] = ['đăng ký mã số thuế cá nhân lần đầu', 'hoàn thuế thu nhập cá nhân nộp thừa'];

  it('has both as its first two intents, in the order in which they are asked', () => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const { intent, second: also, alternatives } = matcher.match(`${first}, còn ${second}`);
      const asked = [matcher.match(first).intent, matcher.match(second).intent];
      expect([intent, also?.intent]).to.deep.equal(asked);
      expect(alternatives.slice(0, 2).map((alternative) => alternative.intent)).to.deep.equal(asked);
    }
  });

  it('has no second matter when both parts ask the same, or nothing divides them', () => {
    expect(matcher.match(one).second).to.equal(undefined);
    expect(matcher.match(`${one}, ${one}`).second).to.equal(undefined);
  });

  it('has no second matter when it is declined', () => {
    expect(matcher.match('hôm nay trời đẹp quá, còn mai thì sao').second).to.equal(undefined);
  });
});
