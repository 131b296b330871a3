import type { FeatureBuffer } from './feature-buffer.js';
import { FeatureTable } from './feature-table.js';

/** What training leaves behind: which feature weighs how much for which class. */
export interface ModelWeights {
  /** Hashes of the features, in the order of their numbers. */
  hashes: Int32Array;
  /** The column of each feature: features that training saw in just the same messages share one. */
  columnOf: Int32Array;
  classes: number;
  /** [column][class], in steps of the column's own: a message touches a quarter of the memory, and loses no answer. */
  weights: Int8Array;
  /** What a step of each column is worth, for a feature of weight 1. */
  steps: Float32Array;
  /** What each class has before any feature. */
  biases: Float32Array;
}

const MAX_STEPS = 127;
const BLOCK = 4;

/** Brings weights, [column][class], to steps of their columns: of 127 up or down. */
export function inSteps(weights: Float32Array, classes: number): Pick<ModelWeights, 'weights' | 'steps'> {
  const steps = new Float32Array(weights.length / classes);
  const rounded = new Int8Array(weights.length);
  for (let column = 0; column < steps.length; column++) {
    const from = column * classes;
    let largest = 0;
    for (let at = from; at < from + classes; at++)
      largest = Math.max(largest, Math.abs(weights[at] as number));
    const step = Math.fround(largest / MAX_STEPS);
    steps[column] = step;
    for (let at = from; at < from + classes && step > 0; at++)
      rounded[at] = Math.round((weights[at] as number) / step);
  }
  return { weights: rounded, steps };
}

export interface KnownShares {
  /** Of its single words (and their letters): what training has seen, as they were typed. */
  words: number;
  /** Of its n-grams of words: what training has seen. */
  ngrams: number;
}

export interface Scored {
  /** The margin of each class: 1 is as sure as a training example, below 0 the classifier says no. */
  scores: Float64Array;
  /** Shares of the message, by squared length, 0 to 1. */
  shares: KnownShares;
  /** Squared length of the message: grows with its words. */
  length: number;
}

/** Scores messages with one pass over their features. Not for concurrent use: it keeps its scratch memory. */
export class LinearModel {
  readonly #table: FeatureTable;
  readonly #model: ModelWeights;
  /** The last message each feature and each column was met in. */
  readonly #featureSeen: Int32Array;
  readonly #columnSeen: Int32Array;
  readonly #sums: Float64Array;
  #message = 0;
  #met: number[] = [];
  #values = new Float64Array(1024);
  #rows = new Int32Array(1024);

  constructor(model: ModelWeights) {
    this.#model = model;
    this.#table = FeatureTable.from(model.hashes);
    const columns = model.steps.length;
    this.#featureSeen = new Int32Array(model.hashes.length);
    this.#columnSeen = new Int32Array(columns);
    this.#sums = new Float64Array(columns);
  }

  score(buffer: FeatureBuffer): Scored {
    const { classes, steps, biases } = this.#model;
    const scores = new Float64Array(biases);
    const { scale, shares, length } = this.#look(buffer);
    const met = this.#met.length;
    if (met > this.#values.length) {
      this.#values = new Float64Array(met * 2);
      this.#rows = new Int32Array(met * 2);
    }
    for (let at = 0; at < met; at++) {
      const column = this.#met[at] as number;
      this.#values[at] = (this.#sums[column] as number) * scale * (steps[column] as number);
      this.#rows[at] = column * classes;
    }
    let own = 0;
    for (; own + BLOCK <= classes; own += BLOCK) this.#addBlock(scores, own, met);
    for (; own < classes; own++) this.#addOne(scores, own, met);
    return { scores, shares, length };
  }

  /** Four classes at a time: their sums stay in registers. */
  #addBlock(scores: Float64Array, own: number, met: number): void {
    const { weights } = this.#model;
    const values = this.#values;
    const rows = this.#rows;
    let a = scores[own] as number;
    let b = scores[own + 1] as number;
    let c = scores[own + 2] as number;
    let d = scores[own + 3] as number;
    for (let at = 0; at < met; at++) {
      const value = values[at] as number;
      const row = (rows[at] as number) + own;
      a += value * (weights[row] as number);
      b += value * (weights[row + 1] as number);
      c += value * (weights[row + 2] as number);
      d += value * (weights[row + 3] as number);
    }
    scores[own] = a;
    scores[own + 1] = b;
    scores[own + 2] = c;
    scores[own + 3] = d;
  }

  #addOne(scores: Float64Array, own: number, met: number): void {
    const { weights } = this.#model;
    let sum = scores[own] as number;
    for (let at = 0; at < met; at++)
      sum += (this.#values[at] as number) * (weights[(this.#rows[at] as number) + own] as number);
    scores[own] = sum;
  }

  /** Sums up, column by column, the features that training knows, each once; `scale`: one over the message's length. */
  #look({ size, hashes, weights, spans, mended }: FeatureBuffer): Omit<Scored, 'scores'> & { scale: number } {
    const { columnOf } = this.#model;
    const seen = { words: 0, ngrams: 0 };
    const known = { words: 0, ngrams: 0 };
    this.#message += 1;
    this.#met.length = 0;
    for (let at = 0; at < size; at++) {
      const feature = this.#table.get(hashes[at] as number);
      if (feature >= 0 && this.#featureSeen[feature] === this.#message) continue;
      const square = (weights[at] as number) ** 2;
      const kind = spans[at] === 1 ? 'words' : 'ngrams';
      seen[kind] += square;
      if (feature < 0) continue;
      if (mended[at] === 0) known[kind] += square;
      this.#featureSeen[feature] = this.#message;
      this.#add(columnOf[feature] as number, square);
    }
    const length = seen.words + seen.ngrams;
    return {
      length,
      scale: 1 / Math.sqrt(length || 1),
      shares: { words: known.words / (seen.words || 1), ngrams: known.ngrams / (seen.ngrams || 1) },
    };
  }

  #add(column: number, square: number): void {
    if (this.#columnSeen[column] === this.#message) {
      this.#sums[column] = (this.#sums[column] as number) + square;
      return;
    }
    this.#columnSeen[column] = this.#message;
    this.#sums[column] = square;
    this.#met.push(column);
  }

  /** What each token of the message added to the score of one class; a pair's share goes half to each of its words. */
  contributions(buffer: FeatureBuffer, tokens: number, own: number): Float64Array {
    const { classes, weights, steps, columnOf } = this.#model;
    const sums = new Float64Array(tokens);
    let squares = 0;
    for (let at = 0; at < buffer.size; at++) {
      const feature = this.#table.get(buffer.hashes[at] as number);
      const square = (buffer.weights[at] as number) ** 2;
      squares += square;
      if (feature < 0) continue;
      const owner = buffer.owners[at] as number;
      const column = columnOf[feature] as number;
      const weight = (weights[column * classes + own] as number) * (steps[column] as number);
      const share = (square * weight) / (buffer.spans[at] as number);
      for (let back = 0; back < (buffer.spans[at] as number); back++)
        sums[owner - back] = (sums[owner - back] ?? 0) + share;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    return sums.map((sum) => sum * scale);
  }
}

/** The place of the highest score among the first `count`. */
export function bestOf(scores: Float64Array, count: number): number {
  let best = 0;
  for (let own = 1; own < count; own++) if ((scores[own] as number) > (scores[best] as number)) best = own;
  return best;
}
