import { expect } from 'chai';
import { combinations } from '../../../../src/content/decisions/checks/paths.js';
import { decide, type Decided } from '../../../../src/content/decisions/engine/decide.js';
import { sampleValues } from '../../../../src/content/decisions/engine/samples.js';
import type { Decision, FactValues } from '../../../../src/content/decisions/types.js';
import type { Content } from '../../../../src/content/types.js';
import { DAY, shippedContent } from './real-decisions.js';

/** More questions than this would be an interview. */
const MAX_QUESTIONS = 5;

describe('Every path of every decision', function () {
  this.timeout(300_000);
  let content: Content;
  let decisions: Decision[];
  before(async () => {
    content = await shippedContent();
    decisions = [...content.decisions.values()];
  });

  const result = (decision: Decision, facts: FactValues): Decided =>
    decide(decision, facts, { content, today: DAY });

  /** All combinations, each with a value of the facts that only its sums need. */
  function* paths(decision: Decision): Generator<FactValues> {
    const frame = { decision, values: {}, content, today: DAY };
    for (const values of combinations(frame)) {
      const sums = decision.facts
        .filter(({ fact }) => values[fact] === undefined)
        .flatMap(({ fact }) => {
          const [value] = sampleValues(fact, frame).slice(-1);
          return value === undefined ? [] : [[fact, value] as const];
        });
      yield { ...Object.fromEntries(sums), ...values };
    }
  }

  it('told in one go, ends in a result with its basis and date, short enough for one message', () => {
    for (const decision of decisions)
      for (const facts of paths(decision)) {
        const reached = result(decision, facts);
        if (reached.kind !== 'result') expect.fail(`${decision.id}: ${JSON.stringify({ facts, reached })}`);
        expect(reached.text, decision.id)
          .to.match(/^Dạ/)
          .and.not.match(/[{}[\]]|NaN|undefined/);
        expect(reached.text.length, `${decision.id}: ${reached.text}`).to.be.at.most(450);
        expect(reached.basis, decision.id).to.not.be.empty;
        expect(reached.checkedOn).to.match(/^\d{4}-\d\d-\d\d$/);
      }
  });

  it('told bit by bit, as it asks, ends in the same result, and nothing is asked twice', () => {
    for (const decision of decisions)
      for (const facts of paths(decision)) {
        const { decided, asked } = answered(decision, facts);
        expect(new Set(asked).size, decision.id).to.equal(asked.length);
        expect(asked.length, `${decision.id} asks ${asked.join()}`).to.be.at.most(MAX_QUESTIONS);
        const told = Object.fromEntries(asked.map((fact) => [fact, facts[fact]]));
        expect(decided, decision.id).to.deep.equal(result(decision, told as FactValues));
        const allAtOnce = result(decision, withoutUnasked(decision, facts, asked));
        expect(idOf(decided), `${decision.id} ${JSON.stringify(facts)}`).to.equal(idOf(allAtOnce));
      }
  });

  it('corrected, gives what the right value gives from the start', () => {
    for (const decision of decisions) {
      const [first] = paths(decision);
      for (const facts of paths(decision)) {
        const corrected = { ...first, ...facts };
        expect(result(decision, corrected)).to.deep.equal(result(decision, facts));
      }
    }
  });

  it('comes out as the cases beside it say, sum for sum', () => {
    let cases = 0;
    for (const decision of decisions)
      for (const one of decision.cases) {
        cases += 1;
        const reached = decide(decision, one.facts, { content, today: one.today ?? DAY });
        if (reached.kind !== 'result') expect.fail(`${decision.id}: ${one.name}`);
        expect(reached.id, one.name).to.equal(one.result);
        for (const [name, sum] of one.sums)
          expect(Math.round(reached.sums[name] ?? NaN), `${one.name}: ${name}`).to.equal(sum);
      }
    expect(cases).to.be.at.least(60);
  });

  /** Plays the questions: every one is answered from `facts`. */
  function answered(decision: Decision, facts: FactValues): { decided: Decided; asked: string[] } {
    const told: Record<string, FactValues[string]> = {};
    const asked: string[] = [];
    for (;;) {
      const decided = result(decision, told);
      const value = decided.kind === 'ask' ? facts[decided.fact] : undefined;
      if (decided.kind !== 'ask' || value === undefined || asked.includes(decided.fact))
        return { decided, asked };
      asked.push(decided.fact);
      told[decided.fact] = value;
    }
  }

  /** What is assumed stays assumed when nobody asked: only what was asked counts as told. */
  function withoutUnasked(decision: Decision, facts: FactValues, asked: string[]): FactValues {
    const assumed = decision.facts.filter(({ assume }) => assume !== undefined).map(({ fact }) => fact);
    return Object.fromEntries(
      Object.entries(facts).filter(([fact]) => asked.includes(fact) || !assumed.includes(fact)),
    );
  }

  const idOf = (decided: Decided): string => (decided.kind === 'result' ? decided.id : decided.kind);
});
