import { foldsByText, type Fold } from './folds.js';
import type { KnownShares, Scored } from './linear-model.js';
import { columnsIn, marginOf } from './sparse-rows.js';
import { trainSvms, type DualVariables } from './support-vectors.js';
import { classCount, svmTask, type TrainingData } from './training-data.js';

/** A training row as a model that never saw it judges it. */
export interface HeldOutRow extends Scored {
  row: number;
  /** Place of the true intent; the number of intents for out of scope. */
  label: number;
}

/** Cross-validation: every row of the folds' test parts is scored by the model of the rest. `start`: see `trainSvms`. */
export function scoreHeldOut(data: TrainingData, start: DualVariables): HeldOutRow[] {
  return foldsByText(data.textHashes).flatMap((fold) => scoreFold(data, fold, start));
}

function scoreFold(data: TrainingData, { train, test }: Fold, start: DualVariables): HeldOutRow[] {
  const known = columnsIn(data.rows, train);
  const results = Array.from(test, (row) => ({
    row,
    label: data.labels[row] ?? 0,
    scores: new Float64Array(classCount(data)),
    shares: knownShares(data, row, known),
    length: 1 / Math.max(1e-9, data.rows.scales[row] ?? 1) ** 2,
  }));
  const keep = (own: number, weights: Float64Array): void => {
    for (const { row, scores } of results) scores[own] = marginOf(data.rows, row, weights);
  };
  trainSvms(svmTask(data, train), keep, start);
  return results;
}

function knownShares({ rows }: TrainingData, row: number, isKnown: Uint8Array): KnownShares {
  const { starts, columns, squares } = rows;
  const shareOf = (kind: Float32Array): number => {
    let seen = 0;
    let known = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number;
      seen += kind[column] as number;
      if (isKnown[column] === 1) known += kind[column] as number;
    }
    return known / (seen || 1);
  };
  return { words: shareOf(squares.words), ngrams: shareOf(squares.ngrams) };
}
