/** A logistic regression over a few signs of something. */
export interface LogisticModel {
  weights: number[];
  bias: number;
}

export interface SignedRow {
  signs: readonly number[];
  /** 1: it holds; 0: it does not. */
  target: number;
  /** How much the row counts. */
  share: number;
}

const ROUNDS = 400;
const STEP = 2;
/** How far from the prior a weight may be expected, as variance in standard deviations of its sign. */
const PRIOR_VARIANCE = 0.5;

/** 0 to 1. */
export function probability({ weights, bias }: LogisticModel, signs: readonly number[]): number {
  const sum = signs.reduce((total, sign, at) => total + sign * (weights[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Gradient descent on standardised signs: few numbers, a smooth valley, the same result every time. So that a few rows
 * that all hold make nobody sure: the weights are drawn to those of `prior`, and targets are smoothed (Platt 1999).
 */
export function fitLogistic(rows: readonly SignedRow[], prior: LogisticModel): LogisticModel {
  if (rows.length === 0) return prior;
  const whole = rows.reduce((sum, { share }) => sum + share, 0);
  const held = rows.filter(({ target }) => target === 1).length;
  const targets = [1 / (rows.length - held + 2), (held + 1) / (held + 2)];
  const spread = prior.weights.map((_, at) => meanAndDeviation(rows, at, whole));
  const standard = rows.map((row) => ({
    share: row.share / whole,
    target: targets[row.target] ?? row.target,
    signs: row.signs.map((sign, at) => (sign - (spread[at]?.mean ?? 0)) / (spread[at]?.deviation ?? 1)),
  }));
  const start = prior.weights.map((weight, at) => weight * (spread[at]?.deviation ?? 1));
  const fitted = descend(standard, start, 1 / (PRIOR_VARIANCE * rows.length));
  const weights = fitted.weights.map((weight, at) => weight / (spread[at]?.deviation ?? 1));
  const bias = weights.reduce((sum, weight, at) => sum - weight * (spread[at]?.mean ?? 0), fitted.bias);
  return { weights, bias };
}

function descend(rows: readonly SignedRow[], prior: readonly number[], strength: number): LogisticModel {
  const model = { weights: [...prior], bias: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = model.weights.map((weight, at) => strength * (weight - (prior[at] ?? 0)));
    let slope = 0;
    for (const { signs, target, share } of rows) {
      const error = (probability(model, signs) - target) * share;
      for (const [at, sign] of signs.entries()) slopes[at] = (slopes[at] ?? 0) + error * sign;
      slope += error;
    }
    model.weights = model.weights.map((weight, at) => weight - STEP * (slopes[at] ?? 0));
    model.bias -= STEP * slope;
  }
  return model;
}

function meanAndDeviation(
  rows: readonly SignedRow[],
  at: number,
  whole: number,
): { mean: number; deviation: number } {
  const mean = rows.reduce((sum, { signs, share }) => sum + (signs[at] ?? 0) * share, 0) / whole;
  const variance =
    rows.reduce((sum, { signs, share }) => sum + ((signs[at] ?? 0) - mean) ** 2 * share, 0) / whole;
  return { mean, deviation: variance === 0 ? 1 : Math.sqrt(variance) };
}
