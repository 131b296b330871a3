import type { HeldOutRow } from './held-out.js';
import type { Scored } from './linear-model.js';

/** A logistic regression over a few signs that a message is ours. */
export interface ScopeModel {
  weights: number[];
  bias: number;
}

/** The best margin, how far it is above the out-of-scope machine's (if there is one), and how much is known at all. */
function signs({ scores, coverage }: Scored, intents: number): number[] {
  let top = -Infinity;
  for (let own = 0; own < intents; own++) top = Math.max(top, scores[own] ?? 0);
  const others = scores.length > intents ? (scores[intents] ?? 0) : -1;
  return [top, top - others, coverage];
}

/** 0 to 1: how likely it is that the message asks for anything of ours. */
export function scopeOf(scored: Scored, intents: number, { weights, bias }: ScopeModel): number {
  const sum = signs(scored, intents).reduce((total, sign, at) => total + sign * (weights[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Without any stranger to learn from the signs keep weights that point the right way. */
const UNTAUGHT: ScopeModel = { weights: [2, 0, 2], bias: 1 };

/**
 * Learned from held-out rows, ours and others counting the same in sum. Gradient descent on standardised signs: few
 * numbers, a smooth valley, the same result every time.
 */
export function fitScope(heldOut: readonly HeldOutRow[], intents: number): ScopeModel {
  const ours = heldOut.filter(({ label }) => label < intents).length;
  const others = heldOut.length - ours;
  if (ours === 0 || others < 5) return UNTAUGHT;
  const rows = heldOut.map((row) => ({
    signs: signs(row, intents),
    target: row.label < intents ? 1 : 0,
    share: row.label < intents ? 0.5 / ours : 0.5 / others,
  }));
  const spread = [0, 1, 2].map((at) => meanAndDeviation(rows.map((row) => row.signs[at] ?? 0)));
  const standard = rows.map((row) => ({
    ...row,
    signs: row.signs.map((sign, at) => (sign - (spread[at]?.mean ?? 0)) / (spread[at]?.deviation ?? 1)),
  }));
  const fitted = descend(standard);
  const weights = fitted.weights.map((weight, at) => weight / (spread[at]?.deviation ?? 1));
  const bias = weights.reduce((sum, weight, at) => sum - weight * (spread[at]?.mean ?? 0), fitted.bias);
  return { weights, bias };
}

function descend(rows: readonly { signs: number[]; target: number; share: number }[]): ScopeModel {
  const weights = [0, 0, 0];
  let bias = 0;
  for (let round = 0; round < 300; round++) {
    const slopes = [0, 0, 0];
    let slope = 0;
    for (const row of rows) {
      const sum = row.signs.reduce((total, sign, at) => total + sign * (weights[at] ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - row.target) * row.share;
      row.signs.forEach((sign, at) => (slopes[at] = (slopes[at] ?? 0) + error * sign));
      slope += error;
    }
    weights.forEach((weight, at) => (weights[at] = weight - 2 * ((slopes[at] ?? 0) + 0.001 * weight)));
    bias -= 2 * slope;
  }
  return { weights, bias };
}

function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: variance === 0 ? 1 : Math.sqrt(variance) };
}
