import type { FeatureBuffer } from './feature-buffer.js';
import { FeatureTable } from './feature-table.js';

/** What training leaves behind: which feature weighs how much for which class. */
export interface ModelWeights {
  /** Hashes of the features, in the order of their numbers. */
  hashes: Int32Array;
  classes: number;
  /** [feature][class], the biases of the classes last. */
  weights: Float32Array;
}

export interface KnownShares {
  /** Of its single words (and their letters): what training has seen. */
  words: number;
  /** Of its runs of words: what training has seen. */
  runs: number;
}

export interface Scored {
  /** The margin of each class: 1 is as sure as a training example, below 0 the machine says no. */
  scores: Float64Array;
  /** Shares of the message, by squared length, 0 to 1. */
  shares: KnownShares;
}

/** Scores messages with one pass over their features. Not for concurrent use: it keeps its scratch memory. */
export class LinearModel {
  readonly #table: FeatureTable;
  readonly #model: ModelWeights;
  readonly #seenIn: Int32Array;
  #message = 0;
  #known = 0;
  #features = new Int32Array(1024);
  #values = new Float64Array(1024);

  constructor(model: ModelWeights) {
    this.#model = model;
    this.#table = FeatureTable.from(model.hashes);
    this.#seenIn = new Int32Array(model.hashes.length);
  }

  score(buffer: FeatureBuffer): Scored {
    const { classes, weights, hashes } = this.#model;
    const scores = new Float64Array(classes);
    const shares = this.#look(buffer);
    for (let at = 0; at < this.#known; at++) {
      const value = this.#values[at] as number;
      const row = (this.#features[at] as number) * classes;
      for (let own = 0; own < classes; own++)
        scores[own] = (scores[own] as number) + value * (weights[row + own] as number);
    }
    const biases = hashes.length * classes;
    for (let own = 0; own < classes; own++)
      scores[own] = (scores[own] as number) + (weights[biases + own] as number);
    return { scores, shares };
  }

  /** Finds the features that training knows, each once, and brings their values to the message's length of 1. */
  #look({ size, hashes, weights, spans }: FeatureBuffer): KnownShares {
    const seen = { words: 0, runs: 0 };
    const known = { words: 0, runs: 0 };
    this.#message += 1;
    this.#known = 0;
    if (size > this.#features.length) this.#makeRoom(size);
    for (let at = 0; at < size; at++) {
      const feature = this.#table.get(hashes[at] as number);
      if (feature >= 0 && this.#seenIn[feature] === this.#message) continue;
      const value = weights[at] as number;
      const kind = spans[at] === 1 ? 'words' : 'runs';
      seen[kind] += value * value;
      if (feature < 0) continue;
      known[kind] += value * value;
      this.#seenIn[feature] = this.#message;
      this.#features[this.#known] = feature;
      this.#values[this.#known] = value;
      this.#known += 1;
    }
    const scale = 1 / Math.sqrt(seen.words + seen.runs || 1);
    for (let at = 0; at < this.#known; at++) this.#values[at] = (this.#values[at] as number) * scale;
    return { words: known.words / (seen.words || 1), runs: known.runs / (seen.runs || 1) };
  }

  #makeRoom(size: number): void {
    this.#features = new Int32Array(size * 2);
    this.#values = new Float64Array(size * 2);
  }

  /** What each token of the message added to the score of one class; a pair's share goes half to each of its words. */
  contributions(buffer: FeatureBuffer, tokens: number, own: number): Float64Array {
    const { classes, weights } = this.#model;
    const sums = new Float64Array(tokens);
    let squares = 0;
    for (let at = 0; at < buffer.size; at++) {
      const feature = this.#table.get(buffer.hashes[at] as number);
      const value = buffer.weights[at] as number;
      squares += value * value;
      if (feature < 0) continue;
      const owner = buffer.owners[at] as number;
      const share = (value * (weights[feature * classes + own] as number)) / (buffer.spans[at] as number);
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
