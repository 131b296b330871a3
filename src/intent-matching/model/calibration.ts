import type { HeldOutRow } from './held-out.js';
import { bestOf, type Scored } from './linear-model.js';
import { fitLogistic, probability, type LogisticModel } from './logistic.js';

/** How margins become confidences; learned from rows that the model judged without having seen them. */
export interface Calibration {
  /** Shares of the intents: softmax of the margins times this. */
  inverseTemperature: number;
  /** Whether the best intent is right, from the features of `featuresOf`. */
  best: LogisticModel;
}

/**
 * Confidences of the intents, in their order. The best intent's is how often such a best intent was right; the others
 * divide the rest by their shares, and none is above the best; all add up to 1.
 */
export function confidences(scored: Scored, intents: number, calibration: Calibration): Float64Array {
  const shares = softmax(scored.scores, intents, calibration.inverseTemperature);
  const best = bestOf(shares, intents);
  const share = shares[best] ?? 0;
  const confidence = Math.max(
    leastConfidence(shares, best),
    intents < 2 ? share : probability(calibration.best, featuresOf(scored, shares)),
  );
  const others = shares.reduce((sum, one, own) => (own === best ? sum : sum + one), 0);
  const rest = others === 0 ? 0 : (1 - confidence) / others;
  for (let own = 0; own < intents; own++) shares[own] = own === best ? confidence : (shares[own] ?? 0) * rest;
  return shares;
}

/** The lowest confidence under which the best stays ahead: the next takes `next` of what the best leaves. */
function leastConfidence(shares: Float64Array, best: number): number {
  let next = 0;
  for (let own = 0; own < shares.length; own++) if (own !== best) next = Math.max(next, shares[own] ?? 0);
  const part = next / Math.max(1e-9, 1 - (shares[best] ?? 0));
  return part / (1 + part) + 1e-6;
}

export function fitCalibration(heldOut: readonly HeldOutRow[], intents: number): Calibration {
  const rows = heldOut.filter(({ label }) => label < intents);
  const inverseTemperature = rows.length === 0 ? 4 : fitInverseTemperature(rows, intents);
  const best = fitLogistic(
    rows.map((row) => ({
      features: featuresOf(row, softmax(row.scores, intents, inverseTemperature)),
      target: bestOf(row.scores, intents) === row.label ? 1 : 0,
      share: 1,
    })),
    SHARE_ITSELF,
  );
  return { inverseTemperature, best };
}

/** The confidence is the softmax share: what is believed before any row was held out. */
const SHARE_ITSELF: LogisticModel = { weights: [1, 0, 0, 0, 0, 0], bias: 0 };

/**
 * The kinds of evidence: the share of the best as log odds, its margin, how far it is ahead, how much of the n-grams and
 * of the words is known as typed, and how long the message is (long ones have low margins, and are right all the same).
 */
function featuresOf({ scores, shares: known, length }: Scored, shares: Float64Array): number[] {
  const best = bestOf(shares, shares.length);
  const share = Math.min(Math.max(shares[best] ?? 0, 1e-6), 1 - 1e-6);
  const top = scores[best] ?? 0;
  let next = -Infinity;
  for (let own = 0; own < shares.length; own++)
    if (own !== best) next = Math.max(next, scores[own] ?? -Infinity);
  return [Math.log(share / (1 - share)), top, top - next, known.ngrams, known.words, Math.log1p(length)];
}

function softmax(scores: Float64Array, intents: number, inverseTemperature: number): Float64Array {
  const top = scores[bestOf(scores, intents)] ?? 0;
  const shares = new Float64Array(intents);
  let sum = 0;
  for (let own = 0; own < intents; own++) {
    const share = Math.exp(((scores[own] ?? 0) - top) * inverseTemperature);
    shares[own] = share;
    sum += share;
  }
  for (let own = 0; own < intents; own++) shares[own] = (shares[own] ?? 0) / sum;
  return shares;
}

/**
 * Temperature scaling (Guo et al. 2017): the one temperature under which held-out rows were least surprising. Golden
 * section search on a logarithmic scale; the loss has one minimum.
 */
function fitInverseTemperature(rows: readonly HeldOutRow[], intents: number): number {
  const loss = (logarithm: number): number => {
    const inverseTemperature = Math.exp(logarithm);
    return rows.reduce(
      (sum, { scores, label }) =>
        sum - Math.log(Math.max(softmax(scores, intents, inverseTemperature)[label] ?? 0, 1e-9)),
      0,
    );
  };
  return Math.exp(lowest(loss, Math.log(0.5), Math.log(40)));
}

function lowest(loss: (at: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [loss(left), loss(right)];
  while (high - low > 0.02) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = loss(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = loss(right);
    }
  }
  return (low + high) / 2;
}

export interface Judged {
  confidence: number;
  correct: boolean;
}

/**
 * Expected calibration error: how far, on average, the confidence of an answer is from how often such answers are
 * right. Fifteen bins of equal width; 0 to 1.
 */
export function calibrationError(judged: readonly Judged[], bins = 15): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, correct: 0 }));
  for (const { confidence, correct } of judged) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    bin.correct += correct ? 1 : 0;
  }
  const gap = sums.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.correct), 0);
  return judged.length === 0 ? 0 : gap / judged.length;
}
