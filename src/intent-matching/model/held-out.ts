import { stratifiedFolds, type Fold } from './folds.js';
import type { Scored } from './linear-model.js';
import { trainSvms, type Pushes } from './support-vectors.js';
import { classCount, svmTask, type TrainingData } from './training-data.js';

/** A training row as a model that never saw it judges it. */
export interface HeldOutRow extends Scored {
  row: number;
  /** Place of the true intent; the number of intents for out of scope. */
  label: number;
}

/** Cross-validation: every row of the folds' test parts is scored by the model of the rest. `start`: see `trainSvms`. */
export function scoreHeldOut(data: TrainingData, start: Pushes): HeldOutRow[] {
  return stratifiedFolds(data.labels).flatMap((fold) => scoreFold(data, fold, start));
}

/**
 * For examples without any out-of-scope row: some intents are left out of training, and their rows stand for what
 * citizens ask that is nobody's. Two rounds, every third intent each.
 */
export function scoreStrangers(data: TrainingData, start: Pushes): HeldOutRow[] {
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

function scoreFold(data: TrainingData, { train, test }: Fold, start: Pushes): HeldOutRow[] {
  const known = featuresOf(data, train);
  const results = Array.from(test, (row) => ({
    row,
    label: data.labels[row] ?? 0,
    scores: new Float64Array(classCount(data)),
    coverage: coverageOf(data, row, known),
  }));
  const keep = (own: number, machine: Float64Array): void => {
    for (const { row, scores } of results) scores[own] = margin(data, row, machine);
  };
  trainSvms(svmTask(data, train), keep, start);
  return results;
}

function featuresOf(data: TrainingData, rows: Int32Array): Uint8Array {
  const known = new Uint8Array(data.table.size);
  const { starts, features } = data.rows;
  for (const row of rows)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) known[features[at] ?? 0] = 1;
  return known;
}

function coverageOf(
  { rows: { starts, features, values } }: TrainingData,
  row: number,
  known: Uint8Array,
): number {
  let coverage = 0;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
    if (known[features[at] as number] === 1) coverage += (values[at] as number) ** 2;
  return coverage;
}

function margin(
  { rows: { starts, features, values } }: TrainingData,
  row: number,
  machine: Float64Array,
): number {
  let sum = machine[machine.length - 1] as number;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
    sum += (values[at] as number) * (machine[features[at] as number] as number);
  return sum;
}
