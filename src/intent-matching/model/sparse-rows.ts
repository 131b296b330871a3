/**
 * Training messages as sparse rows of length 1. Features that occur in just the same messages share a *column*: no
 * classifier could tell them apart, so that they are one number to train (about a third as many, the same solution).
 * Row i is `starts[i]` to `starts[i + 1]` of `columns`; each entry stands for the column's whole weight.
 */
export interface SparseRows {
  starts: Int32Array;
  columns: Int32Array;
  /** One over the length of each message before it was brought to 1. */
  scales: Float32Array;
  count: number;
  /** Of each column: the squared weights of its single words (and their letters), and of its n-grams of words. */
  squares: { words: Float32Array; ngrams: Float32Array };
}

export function columnCount({ squares }: SparseRows): number {
  return squares.words.length;
}

/** The squared weight of a column's features together. */
export function squareOf({ squares: { words, ngrams } }: SparseRows, column: number): number {
  return (words[column] as number) + (ngrams[column] as number);
}

/** Columns that `rows` have. */
export function columnsIn({ starts, columns, squares }: SparseRows, rows: Int32Array): Uint8Array {
  const known = new Uint8Array(squares.words.length);
  for (const row of rows)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      known[columns[at] as number] = 1;
  return known;
}

/** The sum, over the columns of a row, of what each is worth. */
export function sumOfRow({ starts, columns }: SparseRows, row: number, worth: Float64Array): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let at = starts[row] as number; at < end; at++) sum += worth[columns[at] as number] as number;
  return sum;
}

/** What a classifier says of a row: the margin; its bias, the last number, is one more feature of value 1. */
export function marginOf(data: SparseRows, row: number, weights: Float64Array): number {
  return (
    sumOfRow(data, row, weights) * (data.scales[row] as number) + (weights[weights.length - 1] as number)
  );
}
