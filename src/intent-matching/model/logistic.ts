/** A logistic regression over a few features. */
export interface LogisticModel {
  weights: number[];
  bias: number;
}

export interface LogisticRow {
  features: readonly number[];
  /** 1: it holds; 0: it does not. */
  target: number;
  /** How much the row counts. */
  share: number;
}

const MAX_STEPS = 30;
const NEARLY = 1e-8;
/** How far from the prior a weight may be expected, as variance in standard deviations of its feature. */
const PRIOR_VARIANCE = 0.5;

/** 0 to 1. */
export function probability({ weights, bias }: LogisticModel, features: readonly number[]): number {
  const sum = features.reduce((total, feature, at) => total + feature * (weights[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Newton's method on standardised features: few numbers, a smooth convex objective, the same result every time. So that a few rows
 * that all hold make nobody sure: the weights are drawn to those of `prior`, and targets are smoothed (Platt 1999).
 */
export function fitLogistic(rows: readonly LogisticRow[], prior: LogisticModel): LogisticModel {
  if (rows.length === 0) return prior;
  const whole = rows.reduce((sum, { share }) => sum + share, 0);
  const held = rows.filter(({ target }) => target === 1).length;
  const targets = [1 / (rows.length - held + 2), (held + 1) / (held + 2)];
  const spread = prior.weights.map((_, at) => meanAndDeviation(rows, at, whole));
  const standard = rows.map((row) => ({
    share: row.share / whole,
    target: targets[row.target] ?? row.target,
    features: [...spread.map(({ mean, deviation }, at) => ((row.features[at] ?? 0) - mean) / deviation), 1],
  }));
  const expected = prior.weights.map((weight, at) => weight * (spread[at]?.deviation ?? 1));
  const fitted = descend({ rows: standard, expected, strength: 1 / (PRIOR_VARIANCE * rows.length) });
  const weights = spread.map(({ deviation }, at) => (fitted[at] ?? 0) / deviation);
  const bias = weights.reduce(
    (sum, weight, at) => sum - weight * (spread[at]?.mean ?? 0),
    fitted.at(-1) ?? 0,
  );
  return { weights, bias };
}

/** What is minimised. The bias is the weight of a last feature that is always 1; it has no prior. */
interface Objective {
  rows: readonly LogisticRow[];
  expected: readonly number[];
  strength: number;
}

function descend(objective: Objective): number[] {
  let weights = [...objective.expected, 0];
  let loss = lossAt(objective, weights);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, hessian } = derivativesAt(objective, weights);
    const change = solve(hessian, gradient);
    let next = weights;
    let lower = loss;
    for (let part = 1; part > 1e-3; part /= 2) {
      next = weights.map((weight, at) => weight - part * (change[at] ?? 0));
      lower = lossAt(objective, next);
      if (lower < loss) break;
    }
    if (loss - lower < NEARLY) return weights;
    [weights, loss] = [next, lower];
  }
  return weights;
}

function lossAt({ rows, expected, strength }: Objective, weights: readonly number[]): number {
  const far = expected.reduce((sum, weight, at) => sum + ((weights[at] ?? 0) - weight) ** 2, 0);
  return rows.reduce(
    (sum, { features, target, share }) => {
      const odds = dot(weights, features);
      // log(1 + e^odds) without overflow.
      return sum + share * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - target * odds);
    },
    (strength / 2) * far,
  );
}

/** First and second derivatives of the loss. */
function derivativesAt(
  { rows, expected, strength }: Objective,
  weights: readonly number[],
): { gradient: number[]; hessian: number[][] } {
  const gradient = weights.map((weight, at) =>
    at in expected ? strength * (weight - (expected[at] ?? 0)) : 0,
  );
  const hessian = weights.map((_, row) =>
    weights.map((__, column) => (row !== column ? 0 : row in expected ? strength : NEARLY)),
  );
  for (const { features, target, share } of rows) {
    const held = 1 / (1 + Math.exp(-dot(weights, features)));
    const curve = share * held * (1 - held);
    for (let row = 0; row < features.length; row++) {
      const feature = features[row] as number;
      gradient[row] = (gradient[row] as number) + share * (held - target) * feature;
      const line = hessian[row] as number[];
      for (let column = 0; column < features.length; column++)
        line[column] = (line[column] as number) + curve * feature * (features[column] as number);
    }
  }
  return { gradient, hessian };
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so that no rows need be swapped. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, row) => [...line, right[row] as number]);
  for (const [pivot, own] of lines.entries())
    for (const [row, line] of lines.entries()) {
      if (row === pivot) continue;
      const factor = (line[pivot] as number) / (own[pivot] as number);
      for (let at = pivot; at < line.length; at++)
        line[at] = (line[at] as number) - factor * (own[at] as number);
    }
  return lines.map((line, row) => (line.at(-1) as number) / (line[row] as number));
}

function dot(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += (weights[at] as number) * (features[at] as number);
  return sum;
}

function meanAndDeviation(
  rows: readonly LogisticRow[],
  at: number,
  whole: number,
): { mean: number; deviation: number } {
  const mean = rows.reduce((sum, { features, share }) => sum + (features[at] ?? 0) * share, 0) / whole;
  const variance =
    rows.reduce((sum, { features, share }) => sum + ((features[at] ?? 0) - mean) ** 2 * share, 0) / whole;
  return { mean, deviation: variance === 0 ? 1 : Math.sqrt(variance) };
}
