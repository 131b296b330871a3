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

export interface Scored {
  /** The margin of each class: 1 is as sure as a training example, below 0 the machine says no. */
  scores: Float64Array;
  /** Share of the message (of its squared length) that training has seen, 0 to 1. */
  coverage: number;
}

/** Scores messages with one pass over their features. Not for concurrent use: it keeps its scratch memory. */
export class LinearModel {
  readonly #table: FeatureTable;
  readonly #model: ModelWeights;
  readonly #seenIn: Int32Array;
  #message = 0;

  constructor(model: ModelWeights) {
    this.#model = model;
    this.#table = FeatureTable.from(model.hashes);
    this.#seenIn = new Int32Array(model.hashes.length);
  }

  score(buffer: FeatureBuffer): Scored {
    const { classes, weights, hashes } = this.#model;
    const scores = new Float64Array(classes);
    this.#message += 1;
    let squares = 0;
    let known = 0;
    for (let at = 0; at < buffer.size; at++) {
      const feature = this.#table.get(buffer.hashes[at] as number);
      if (feature >= 0 && this.#seenIn[feature] === this.#message) continue;
      const value = buffer.weights[at] as number;
      squares += value * value;
      if (feature < 0) continue;
      this.#seenIn[feature] = this.#message;
      known += value * value;
      const row = feature * classes;
      for (let own = 0; own < classes; own++)
        scores[own] = (scores[own] as number) + value * (weights[row + own] as number);
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    const biases = hashes.length * classes;
    for (let own = 0; own < classes; own++)
      scores[own] = (scores[own] as number) * scale + (weights[biases + own] as number);
    return { scores, coverage: squares === 0 ? 0 : known / squares };
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
