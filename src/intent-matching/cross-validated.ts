import { crossValidate } from './cross-validate.js';
import { figuresOf, outcomesOf, scoresByIntent } from './metrics.js';
import type { Figures, IntentScore, Outcomes } from './metrics.js';
import type { Example, Vocabulary } from './types.js';

/** How well the examples are told apart by matchers that never saw them; plain data that can cross threads. */
export interface CrossValidated {
  examples: number;
  figures: Figures;
  outcomes: Outcomes;
  byIntent: IntentScore[];
}

export function crossValidated(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  onProgress: (done: number, of: number) => void,
): CrossValidated {
  const rows = crossValidate(examples, vocabulary, { onFold: onProgress });
  const judgements = rows.flatMap(({ example, matches: [match] }) =>
    match === undefined ? [] : [{ intent: example.intent, match }],
  );
  return {
    examples: examples.length,
    figures: figuresOf(judgements),
    outcomes: outcomesOf(judgements),
    byIntent: scoresByIntent(judgements),
  };
}
