import type { SparseRows } from './sparse-rows.js';

/** What a class without the feature counts for, all classes together: keeps a feature seen once from proving much. */
const SMOOTHING = 2;
const SHARPNESS = 1.5;

/**
 * How much each feature tells about the class: one minus the entropy of the classes it occurs in, each class counted
 * as if all were of one size. "hoá đơn" is near 1, "cho tôi" and a place name that was seen once near 0. The machines
 * may lean on a feature by this measure (it scales their regularisation), so that with few examples they do not learn
 * accidents by heart. Scaled to a mean of 1 over all occurrences. Only `rows` are looked at.
 */
export function topicality(
  data: SparseRows,
  rows: Int32Array,
  labels: Int32Array,
  classes: number,
  features: number,
): Float64Array {
  const byClass = rowsByClass(rows, labels, classes);
  const floor = SMOOTHING / classes;
  const sums = new Float64Array(features);
  const logs = new Float64Array(features);
  let sumOfFloors = 0;
  let logsOfFloors = 0;
  const counts = new Float64Array(features);
  for (const own of byClass) {
    const size = own.length + 1;
    const unseen = floor / size;
    sumOfFloors += unseen;
    logsOfFloors += unseen * Math.log(unseen);
    countFeatures(data, own, counts, (feature, count) => {
      const share = (count + floor) / size;
      sums[feature] = (sums[feature] as number) + share - unseen;
      logs[feature] = (logs[feature] as number) + share * Math.log(share) - unseen * Math.log(unseen);
    });
  }
  const most = Math.log(Math.max(2, classes));
  const told = sums.map((sum, feature) => {
    const total = sum + sumOfFloors;
    const entropy = Math.log(total) - ((logs[feature] as number) + logsOfFloors) / total;
    return Math.max(1e-3, 1 - entropy / most) ** SHARPNESS;
  });
  return scaledToMeanOne(told, data, rows);
}

function rowsByClass(rows: Int32Array, labels: Int32Array, classes: number): number[][] {
  const byClass = Array.from({ length: classes }, (): number[] => []);
  for (const row of rows) byClass[labels[row] ?? 0]?.push(row);
  return byClass;
}

/** Calls `visit` once for each feature of the rows; `counts` is all zero before and after. */
function countFeatures(
  { starts, features }: SparseRows,
  rows: readonly number[],
  counts: Float64Array,
  visit: (feature: number, count: number) => void,
): void {
  const met: number[] = [];
  for (const row of rows)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const feature = features[at] as number;
      const count = counts[feature] as number;
      if (count === 0) met.push(feature);
      counts[feature] = count + 1;
    }
  for (const feature of met) {
    visit(feature, counts[feature] as number);
    counts[feature] = 0;
  }
}

function scaledToMeanOne(
  told: Float64Array,
  { starts, features }: SparseRows,
  rows: Int32Array,
): Float64Array {
  let sum = 0;
  let occurrences = 0;
  for (const row of rows)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      sum += told[features[at] as number] as number;
      occurrences += 1;
    }
  return sum === 0 ? told : told.map((value) => (value * occurrences) / sum);
}
