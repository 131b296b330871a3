import { columnCount, squareOf, sumOfRow, type SparseRows } from './sparse-rows.js';

/** What a class without the feature counts for, all classes together: keeps a feature seen once from proving much. */
const SMOOTHING = 2;
/** How much faster than linearly a feature's weight falls with its entropy. */
const ENTROPY_EXPONENT = 1.5;

/**
 * How much each feature tells about the class: one minus the entropy of the classes it occurs in, each class counted
 * as if all were of one size. "hoá đơn" is near 1, "cho tôi" and a place name that was seen once near 0. The classifiers
 * are regularised less on a feature the higher this measure is, so that with few examples they do not learn accidents by
 * heart. Returned for each column is the measure times the column's squared weight, which is how far one step of the dual
 * ascent moves the column, scaled so that the rows keep their mean squared length. Only `rows` are looked at.
 */
export function featureWeightsOf(
  data: SparseRows,
  rows: Int32Array,
  labels: Int32Array,
  classes: number,
): Float64Array {
  const columns = columnCount(data);
  const byClass = rowsByClass(rows, labels, classes);
  const floor = SMOOTHING / classes;
  const sums = new Float64Array(columns);
  const logs = new Float64Array(columns);
  let sumOfFloors = 0;
  let logsOfFloors = 0;
  const counts = new Float64Array(columns);
  for (const own of byClass) {
    const size = own.length + 1;
    const unseen = floor / size;
    sumOfFloors += unseen;
    logsOfFloors += unseen * Math.log(unseen);
    countColumns(data, own, counts, (column, count) => {
      const share = (count + floor) / size;
      sums[column] = (sums[column] as number) + share - unseen;
      logs[column] = (logs[column] as number) + share * Math.log(share) - unseen * Math.log(unseen);
    });
  }
  const most = Math.log(Math.max(2, classes));
  const weights = sums.map((sum, column) => {
    const total = sum + sumOfFloors;
    const entropy = Math.log(total) - ((logs[column] as number) + logsOfFloors) / total;
    return Math.max(1e-3, 1 - entropy / most) ** ENTROPY_EXPONENT * squareOf(data, column);
  });
  return keepingLength(weights, data, rows);
}

function rowsByClass(rows: Int32Array, labels: Int32Array, classes: number): number[][] {
  const byClass = Array.from({ length: classes }, (): number[] => []);
  for (const row of rows) byClass[labels[row] ?? 0]?.push(row);
  return byClass;
}

/** Calls `visit` once for each column of the rows; `counts` is all zero before and after. */
function countColumns(
  { starts, columns }: SparseRows,
  rows: readonly number[],
  counts: Float64Array,
  visit: (column: number, count: number) => void,
): void {
  const met: number[] = [];
  for (const row of rows)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number;
      const count = counts[column] as number;
      if (count === 0) met.push(column);
      counts[column] = count + 1;
    }
  for (const column of met) {
    visit(column, counts[column] as number);
    counts[column] = 0;
  }
}

function keepingLength(weights: Float64Array, data: SparseRows, rows: Int32Array): Float64Array {
  let length = 0;
  for (const row of rows) length += sumOfRow(data, row, weights) * (data.scales[row] as number) ** 2;
  return length === 0 ? weights : weights.map((weight) => (weight * rows.length) / length);
}
