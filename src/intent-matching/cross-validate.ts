import { LinearMatcher } from './linear-matcher.js';
import { foldsByText, textHash } from './model/folds.js';
import { trainModel, trainWeights } from './train.js';
import type { Example, Match, Vocabulary } from './types.js';

/** An example and what a matcher that never saw it makes of it, and of noisy copies of it. */
export interface HeldOutMatch {
  example: Example;
  /** What was matched: the example's text first, then its copies. */
  texts: string[];
  matches: Match[];
}

export interface CrossValidationOptions {
  folds?: number;
  /** The copies of the n-th example's text to match beside it. */
  copies?: (text: string, n: number) => string[];
  onFold?: (done: number, folds: number) => void;
  /** Is given the matcher trained on everything: for messages that are no examples. */
  onWhole?: (matcher: LinearMatcher) => void;
}

/**
 * Every example is matched by a matcher trained on the others (in `folds` parts, 5 unless told). Confidence and
 * thresholds are those of the matcher trained on everything, which set them by cross-validation of its own.
 */
export function crossValidate(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  { folds = 5, copies = () => [], onFold, onWhole }: CrossValidationOptions = {},
): HeldOutMatch[] {
  const whole = trainModel(examples, vocabulary);
  onWhole?.(new LinearMatcher(whole));
  const results: HeldOutMatch[] = [];
  const hashes = Uint32Array.from(examples, ({ text }) => textHash(text));
  for (const [done, { train, test }] of foldsByText(hashes, folds).entries()) {
    onFold?.(done, folds);
    const seen = [...train].flatMap((row) => examples[row] ?? []);
    const matcher = new LinearMatcher({ ...whole, ...trainWeights(seen, vocabulary) });
    for (const row of test) {
      const example = examples[row];
      if (example === undefined) continue;
      const texts = [example.text, ...copies(example.text, row)];
      results[row] = { example, texts, matches: texts.map((text) => matcher.match(text)) };
    }
  }
  return results;
}
