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
  return rows <= MAX_ROWS_IN_FOLDS ? 5 : 1;
}

const MAX_ROWS_IN_FOLDS = 20_000;
const MAX_HELD_OUT = 2000;

/**
 * The fold of a row is fixed by its text alone, so that one example more or less leaves all others where they were, and
 * figures before and after differ by that example, not by chance. `hashes`: `textHash` of each row.
 */
export function foldsByText(hashes: Uint32Array, folds = foldCount(hashes.length)): Fold[] {
  const parts = folds === 1 ? Math.max(8, Math.ceil(hashes.length / MAX_HELD_OUT)) : folds;
  const rows = Int32Array.from(hashes.keys());
  return Array.from({ length: folds }, (_, fold) => ({
    train: rows.filter((row) => (hashes[row] as number) % parts !== fold),
    test: rows.filter((row) => (hashes[row] as number) % parts === fold),
  }));
}

/** FNV-1a with a final mix, so that the remainder is as good as drawn by lot. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
