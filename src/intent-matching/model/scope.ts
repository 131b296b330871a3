import type { HeldOutRow } from './held-out.js';
import { bestOf, type Scored } from './linear-model.js';
import { fitLogistic, probability, type LogisticModel } from './logistic.js';

/**
 * Features that tell whether a message is ours: the best margin, how far it is above the out-of-scope classifier's (if there is one), and
 * how much of the words and of their n-grams training has seen.
 */
function featuresOf({ scores, shares: { words, ngrams } }: Scored, intents: number): number[] {
  const top = scores[bestOf(scores, intents)] ?? -1;
  const others = scores.length > intents ? (scores[intents] ?? 0) : -1;
  return [top, top - others, words, ngrams];
}

/** 0 to 1: how likely it is that the message asks for anything of ours. */
export function scopeOf(scored: Scored, intents: number, model: LogisticModel): number {
  return probability(model, featuresOf(scored, intents));
}

/** The out-of-scope classifier claims the message and no intent's does: with few examples surer than any threshold. */
export function isOthers({ scores }: Scored, intents: number): boolean {
  return (scores[intents] ?? -1) > 0 && (scores[bestOf(scores, intents)] ?? -1) < 0;
}

/** What is believed before any out-of-scope message was met; the proportions ranked such messages best on sets without examples of them. */
const UNTAUGHT: LogisticModel = { weights: [1.5, 1.5, 3, 5], bias: -3 };

/** Learned from held-out rows, ours and others counting the same in sum; without any other row nothing is learned. */
export function fitScope(heldOut: readonly HeldOutRow[], intents: number): LogisticModel {
  const ours = heldOut.filter(({ label }) => label < intents).length;
  const others = heldOut.length - ours;
  if (ours === 0 || others === 0) return UNTAUGHT;
  return fitLogistic(
    heldOut.map((row) => ({
      features: featuresOf(row, intents),
      target: row.label < intents ? 1 : 0,
      share: row.label < intents ? 0.5 / ours : 0.5 / others,
    })),
    UNTAUGHT,
  );
}
