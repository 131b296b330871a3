import { seededRandom, shuffle } from '../random.js';

const SEED = 5;

/** One way to hold rows out: `train` and `test` have no row in common. */
export interface Fold {
  train: Int32Array;
  test: Int32Array;
}

/**
 * Five folds for as many examples as staff write: thresholds from one part alone move by points when three examples
 * change. Of very large sets one held-out part says enough.
 */
function foldCount(rows: number): number {
  return rows <= MOST_IN_FOLDS ? 5 : 1;
}

const MOST_IN_FOLDS = 12_000;
const LARGEST_HELD_OUT = 2000;

/** Each class is spread evenly over the folds; the same rows give the same folds. */
export function stratifiedFolds(labels: Int32Array, folds = foldCount(labels.length)): Fold[] {
  const parts = folds === 1 ? Math.max(8, Math.ceil(labels.length / LARGEST_HELD_OUT)) : folds;
  const random = seededRandom(SEED);
  const order = shuffle(Int32Array.from(labels.keys()), random);
  const next = new Map<number, number>();
  const partOf = new Int32Array(labels.length);
  for (const row of order) {
    const label = labels[row] ?? 0;
    const part = next.get(label) ?? Math.floor(random() * parts);
    partOf[row] = part % parts;
    next.set(label, part + 1);
  }
  return Array.from({ length: folds }, (_, fold) => ({
    train: order.filter((row) => partOf[row] !== fold),
    test: order.filter((row) => partOf[row] === fold),
  }));
}
