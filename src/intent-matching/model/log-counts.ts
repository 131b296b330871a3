import { columnCount, type SparseRows } from './sparse-rows.js';

/** What a column that no row of a class has counts for there. */
const UNSEEN = 0.01;
/** How much the counts say beside the support vector machines; see docs/decisions/0010 for what was measured. */
const WEIGHT = 0.035;

/** Rows, their classes, and how much each column tells about the class (`featureWeightsOf`). */
export interface CountedRows {
  data: SparseRows;
  rows: Int32Array;
  labels: Int32Array;
  classes: number;
  featureWeights: Float64Array;
}

/**
 * A second opinion that costs nothing when a message is scored: adds to the weights of a class how much more often its
 * rows have a column than those of the classes on average (naive Bayes: logarithms of smoothed shares). A support vector
 * machine rests on the rows at its margin; the counts hear all of them.
 */
export function logCounts({
  data,
  rows,
  labels,
  classes,
  featureWeights,
}: CountedRows): (own: number, weights: Float64Array) => void {
  const byClass = Array.from({ length: classes }, (): number[] => []);
  for (const row of rows) byClass[labels[row] ?? 0]?.push(row);
  const sizes = byClass.map(({ length }) => Math.log(length + 2 * UNSEEN));
  const meanSize = sizes.reduce((sum, size) => sum + size, 0) / classes;
  const counts = new Float64Array(columnCount(data));
  const meanLifts = new Float64Array(counts.length);
  for (const own of byClass) {
    countColumns(data, own, counts);
    for (let column = 0; column < counts.length; column++)
      meanLifts[column] = (meanLifts[column] as number) + liftOf(counts[column] as number) / classes;
  }
  return (own, weights) => {
    const fewer = meanSize - (sizes[own] ?? 0);
    countColumns(data, byClass[own] ?? [], counts);
    for (let column = 0; column < counts.length; column++) {
      const more = fewer + liftOf(counts[column] as number) - (meanLifts[column] as number);
      weights[column] = (weights[column] as number) + WEIGHT * more * (featureWeights[column] as number);
    }
  };
}

/** How much more likely a column is with so many rows than with none, as a logarithm. */
function liftOf(rows: number): number {
  return rows === 0 ? 0 : Math.log(1 + rows / UNSEEN);
}

function countColumns({ starts, columns }: SparseRows, rows: readonly number[], counts: Float64Array): void {
  counts.fill(0);
  for (const row of rows)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number;
      counts[column] = (counts[column] as number) + 1;
    }
}
