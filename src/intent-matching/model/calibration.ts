import type { HeldOutRow } from './held-out.js';

/** Shares of 1 for the intents alone: softmax of the margins times the sharpness (one over the temperature). */
export function confidences(scores: Float64Array, intents: number, sharpness: number): Float64Array {
  const top = scores.subarray(0, intents).reduce((best, score) => Math.max(best, score), -Infinity);
  const shares = new Float64Array(intents);
  let sum = 0;
  for (let own = 0; own < intents; own++) {
    const share = Math.exp(((scores[own] ?? 0) - top) * sharpness);
    shares[own] = share;
    sum += share;
  }
  for (let own = 0; own < intents; own++) shares[own] = (shares[own] ?? 0) / sum;
  return shares;
}

/**
 * Temperature scaling (Guo et al. 2017): the one sharpness under which held-out rows were least surprising. Golden
 * section search on a logarithmic scale; the loss has one valley.
 */
export function fitSharpness(heldOut: readonly HeldOutRow[], intents: number): number {
  const rows = heldOut.filter(({ label }) => label < intents);
  if (rows.length === 0) return 4;
  const loss = (logarithm: number): number => {
    const sharpness = Math.exp(logarithm);
    return rows.reduce(
      (sum, { scores, label }) =>
        sum - Math.log(Math.max(confidences(scores, intents, sharpness)[label] ?? 0, 1e-9)),
      0,
    );
  };
  return Math.exp(lowest(loss, Math.log(0.5), Math.log(40)));
}

function lowest(loss: (at: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let step = 0; step < 24; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
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
