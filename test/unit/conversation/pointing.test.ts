import { expect } from 'chai';
import { referenceIn } from '../../../src/conversation/reading/references.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

describe('what a message points at', () => {
  const STEPS: readonly (readonly [string, number | 'last'])[] = [
    ['bước 3', 3],
    ['b2 đâu', 2],
    ['khúc đầu làm gì', 1],
    ['cho coi khúc thứ ba', 3],
    ['đoạn 2 nói lại coi', 2],
    ['bước cuối cùng là gì', 'last'],
    ['buoc chot', 'last'],
    ['bước thứ sáu', 6],
    ['bước sáu', 6],
  ];
  for (const [words, number] of STEPS)
    it(`“${words}” is step ${number}`, () =>
      void expect(referenceIn(words)).to.deep.equal({ to: 'step', number }));

  for (const words of ['qua bước sau đi', 'buoc sau la gi', 'bước tiếp theo', 'b2b là gì', 'đoạn đường này'])
    it(`“${words}” names no step by its number`, () =>
      void expect(referenceIn(words)?.to).not.to.equal('step'));

  it('leads back to an earlier matter', async () => {
    for (const words of [
      'quay về cái đầu tiên tui hỏi',
      'thôi trở lại việc hồi nãy',
      'noi tiep cai kia di',
    ]) {
      const chi = new Citizen(sampleKnowledge());
      await chi.say('hoan thue tncn lam sao');
      await chi.say('lệ phí môn bài bỏ chưa');
      await chi.say(words);
      expect(chi.last?.procedure ?? chi.state?.guide?.procedure, words).to.equal('hoan-thue');
    }
  });
});
