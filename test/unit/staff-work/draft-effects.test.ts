import { expect } from 'chai';
import type { CrossValidated, GivenAnswer } from '../../../src/intent-matching/cross-validated.js';
import type { Match } from '../../../src/intent-matching/types.js';
import { effectOf, gain } from '../../../src/staff-work/content/draft-effects.js';

const given = (
  text: string,
  intent: string | null,
  decision: GivenAnswer['decision'],
  likeliest: string | null = intent,
): GivenAnswer => ({ text, intent, decision, likeliest });

function measured(answers: GivenAnswer[], tests: GivenAnswer[] = []): CrossValidated {
  const outcomes = { answeredRight: 0.9, answeredWrong: 0.05, askedBack: 0.05, declined: 0, askedInVain: 0 };
  const figures = { accuracy: 0.9, macroF1: 0.9, ece: 0, oosAuroc: 1 };
  return {
    ...{ examples: answers.length, byIntent: [], answers, tests },
    figures: figures,
    outcomes: outcomes as unknown as CrossValidated['outcomes'],
  };
}

const today = {
  match: () => ({ decision: 'decline', alternatives: [] }) as unknown as Match,
};

describe('what a draft does to how messages are understood', () => {
  it('names the messages that are answered otherwise: the edited matter first, then judged messages, what gets worse first', () => {
    const before = measured(
      [
        given('a', 'xe', 'answer'),
        given('b', 'xe', 'ask_back'),
        given('c', 'dat', 'answer'),
        given('d', 'dat', 'answer'),
      ],
      [given('t', 'dat', 'answer')],
    );
    const after = measured(
      [
        given('a', 'xe', 'answer', 'dat'),
        given('b', 'xe', 'answer'),
        given('c', 'dat', 'decline'),
        given('d', 'dat', 'answer'),
        given('new', 'xe', 'answer'),
      ],
      [given('t', 'dat', 'answer', 'xe')],
    );
    const { changed } = effectOf(before, after, new Set(['xe']), today);
    expect(changed.map(({ of, text, isNew }) => [of, text, isNew])).to.deep.equal([
      ['own', 'a', false],
      ['own', 'b', false],
      ['own', 'new', true],
      ['test', 't', false],
      ['other', 'c', false],
    ]);
    expect(changed.map((one) => Math.sign(gain(one)))).to.deep.equal([-1, 1, 1, -1, -1]);
  });

  it('counts a wrong answer as worse than none, and out of scope as right when it is declined', () => {
    const change = (intent: string | null, was: GivenAnswer, is: GivenAnswer) =>
      gain({ ...{ of: 'own', text: '', intent, isNew: false }, before: was, after: is });
    expect(change('xe', given('', 'xe', 'decline'), given('', 'xe', 'answer', 'dat'))).to.be.below(0);
    expect(change(null, given('', null, 'answer', 'dat'), given('', null, 'decline'))).to.be.above(0);
  });
});
