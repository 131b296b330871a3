import { stratifiedFolds, type Fold } from './folds.js';
import type { KnownShares, Scored } from './linear-model.js';
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

function scoreFold(data: TrainingData, { train, test }: Fold, start: Pushes): HeldOutRow[] {
  const known = featuresOf(data, train);
  const results = Array.from(test, (row) => ({
    row,
    label: data.labels[row] ?? 0,
    scores: new Float64Array(classCount(data)),
    shares: knownShares(data, row, known),
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

function knownShares(
  { rows: { starts, features, values, spans } }: TrainingData,
  row: number,
  isKnown: Uint8Array,
): KnownShares {
  const seen = { words: 0, runs: 0 };
  const known = { words: 0, runs: 0 };
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
    const feature = features[at] as number;
    const kind = spans[feature] === 1 ? 'words' : 'runs';
    const square = (values[at] as number) ** 2;
    seen[kind] += square;
    if (isKnown[feature] === 1) known[kind] += square;
  }
  return { words: known.words / (seen.words || 1), runs: known.runs / (seen.runs || 1) };
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
