import { stratifiedFolds, type Fold } from './folds.js';
import type { Scored } from './linear-model.js';
import { trainSvms } from './support-vectors.js';
import type { TrainingData } from './training-data.js';

/** A training row as a model that never saw it judges it. */
export interface HeldOutRow extends Scored {
  row: number;
  /** Place of the true intent; the number of intents for out of scope. */
  label: number;
}

/** Cross-validation: every row of the folds' test parts is scored by the model of the rest. `start`: see `trainSvms`. */
export function scoreHeldOut(data: TrainingData, start: Float32Array): HeldOutRow[] {
  return stratifiedFolds(data.labels).flatMap((fold) => scoreFold(data, fold, start));
}

function scoreFold(data: TrainingData, { train, test }: Fold, start: Float32Array): HeldOutRow[] {
  const classes = data.intents.length + (data.hasOutOfScope ? 1 : 0);
  const { labels } = data;
  const { weights } = trainSvms(data.rows, train, labels, classes, data.table.size, { start });
  const known = featuresOf(data, train);
  return [...test].map((row) => ({
    ...scoreRow(data, row, weights, classes, known),
    row,
    label: labels[row] ?? 0,
  }));
}

/**
 * For examples without any out-of-scope row: some intents are left out of training, and their rows stand for what
 * citizens ask that is nobody's. Two rounds, every third intent each.
 */
export function scoreStrangers(data: TrainingData, start: Float32Array): HeldOutRow[] {
  const [fold] = stratifiedFolds(data.labels, data.rows.count > 6000 ? 1 : 4);
  if (fold === undefined || data.intents.length < 4) return [];
  return [0, 1].flatMap((round) => {
    const isStrange = (row: number): boolean => (data.labels[row] ?? 0) % 3 === round;
    const train = fold.train.filter((row) => !isStrange(row));
    return scoreFold(data, { train, test: fold.test }, start).map((scored) =>
      isStrange(scored.row) ? { ...scored, label: data.intents.length } : scored,
    );
  });
}

function featuresOf(data: TrainingData, rows: Int32Array): Uint8Array {
  const known = new Uint8Array(data.table.size);
  const { starts, features } = data.rows;
  for (const row of rows)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) known[features[at] ?? 0] = 1;
  return known;
}

function scoreRow(
  data: TrainingData,
  row: number,
  weights: Float32Array,
  classes: number,
  known: Uint8Array,
): Scored {
  const { starts, features, values } = data.rows;
  const biases = data.table.size * classes;
  const scores = new Float64Array(classes).map((_, own) => weights[biases + own] ?? 0);
  let coverage = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
    const feature = features[at] as number;
    const value = values[at] as number;
    if (known[feature] === 1) coverage += value * value;
    for (let own = 0; own < classes; own++)
      scores[own] = (scores[own] as number) + value * (weights[feature * classes + own] as number);
  }
  return { scores, coverage };
}
