import { LinearMatcher } from './linear-matcher.js';
import { stratifiedFolds } from './model/folds.js';
import { trainModel, trainWeights } from './train.js';
import type { Example, Match, Vocabulary } from './types.js';

/** An example and what a matcher that never saw it makes of it. */
export interface HeldOutMatch {
  example: Example;
  /** What was matched: the example's text, or a noisy copy of it. */
  text: string;
  match: Match;
}

export interface CrossValidationOptions {
  folds?: number;
  /** Makes the text that is matched out of an example's; the n-th example is given for a seed. */
  write?: (text: string, n: number) => string;
}

/**
 * Every example is matched by a matcher trained on the others (in `folds` parts, 5 unless told). Confidence and
 * thresholds are those of the matcher trained on everything, which set them by cross-validation of its own.
 */
export function crossValidate(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  { folds = 5, write = (text) => text }: CrossValidationOptions = {},
): HeldOutMatch[] {
  const whole = trainModel(examples, vocabulary);
  const labels = labelsOf(examples);
  const results: HeldOutMatch[] = [];
  for (const { train, test } of stratifiedFolds(labels, folds)) {
    const seen = [...train].sort((a, b) => a - b).flatMap((row) => examples[row] ?? []);
    const matcher = new LinearMatcher({ ...whole, ...trainWeights(seen, vocabulary) });
    for (const row of test) {
      const example = examples[row];
      if (example === undefined) continue;
      const text = write(example.text, row);
      results[row] = { example, text, match: matcher.match(text) };
    }
  }
  return results;
}

function labelsOf(examples: readonly Example[]): Int32Array {
  const numbers = new Map<string | null, number>();
  return Int32Array.from(examples, ({ intent }) => {
    const number = numbers.get(intent) ?? numbers.size;
    numbers.set(intent, number);
    return number;
  });
}
