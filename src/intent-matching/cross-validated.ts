import { crossValidate } from './cross-validate.js';
import { figuresOf, outcomesOf, predictedIntent, scoresByIntent } from './metrics.js';
import type { Figures, IntentScore, MatchOutcomes } from './metrics.js';
import type { MatchDecision, Example, Match, Vocabulary } from './types.js';

/** How well the examples are told apart by matchers that never saw them; plain data that can cross threads. */
export interface CrossValidated {
  examples: number;
  figures: Figures;
  outcomes: MatchOutcomes;
  byIntent: IntentScore[];
  /** What becomes of each example, in their order. */
  answers: GivenAnswer[];
  /** The same of the messages that nothing learns from, by the matcher trained on all examples. */
  tests: GivenAnswer[];
}

export interface GivenAnswer {
  text: string;
  /** What it is about; `null`: out of scope. */
  intent: string | null;
  decision: MatchDecision;
  /** The likeliest intent. */
  likeliest: string | null;
}

export function crossValidated(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  {
    tests = [],
    onProgress,
  }: { tests?: readonly Example[]; onProgress?: (done: number, of: number) => void } = {},
): CrossValidated {
  const given: GivenAnswer[] = [];
  const rows = crossValidate(examples, vocabulary, {
    ...(onProgress === undefined ? {} : { onFold: onProgress }),
    onWhole: (matcher) => given.push(...tests.map((test) => givenAnswer(test, matcher.match(test.text)))),
  });
  const judgements = rows.flatMap(({ example, matches: [match] }) =>
    match === undefined ? [] : [{ ...example, match }],
  );
  return {
    examples: examples.length,
    figures: figuresOf(judgements),
    outcomes: outcomesOf(judgements),
    byIntent: scoresByIntent(judgements),
    answers: judgements.map((one) => givenAnswer(one, one.match)),
    tests: given,
  };
}

export function givenAnswer({ text, intent }: Example, match: Match): GivenAnswer {
  return { text, intent, decision: match.decision, likeliest: predictedIntent(match) };
}
