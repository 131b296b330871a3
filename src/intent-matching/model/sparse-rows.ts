import { FeatureTable } from './feature-table.js';
import type { FeatureBuffer } from './feature-buffer.js';

/** Training messages as sparse rows of length 1. Row i is `starts[i]` to `starts[i + 1]` of the other two. */
export interface SparseRows {
  starts: Int32Array;
  features: Int32Array;
  values: Float32Array;
  /** Of each feature: how many words it spans. */
  spans: Uint8Array;
  count: number;
}

/** Rarer features of large sets are dropped, so that memory does not grow with every slip of the pen. */
const MOST_FEATURES = 120_000;

/** Collects messages one by one. */
export class RowCollector {
  #table = new FeatureTable(1 << 14);
  #starts: number[] = [0];
  #features = new Int32Array(1 << 16);
  #weights = new Float32Array(1 << 16);
  #size = 0;
  #messages = new Int32Array(1 << 14);
  #seenIn = new Int32Array(1 << 14);
  #spans = new Uint8Array(1 << 14);

  add(buffer: FeatureBuffer): void {
    const row = this.#starts.length;
    for (let at = 0; at < buffer.size; at++) {
      const feature = this.#table.add(buffer.hashes[at] ?? 0);
      if (feature >= this.#messages.length) this.#growCounts();
      if (this.#seenIn[feature] === row) continue;
      this.#seenIn[feature] = row;
      this.#spans[feature] = buffer.spans[at] ?? 1;
      this.#messages[feature] = (this.#messages[feature] ?? 0) + 1;
      this.#push(feature, buffer.weights[at] ?? 0);
    }
    this.#starts.push(this.#size);
  }

  finish(): { rows: SparseRows; table: FeatureTable } {
    const { kept, table } = this.#select();
    const spans = new Uint8Array(table.size);
    kept.forEach((to, from) => {
      if (to >= 0) spans[to] = this.#spans[from] ?? 1;
    });
    return { rows: { ...this.#rows(kept), spans }, table };
  }

  #select(): { kept: Int32Array; table: FeatureTable } {
    const hashes = this.#table.hashes();
    const least = hashes.length > MOST_FEATURES ? this.#leastMessages(hashes.length) : 1;
    const table = new FeatureTable(1 << 14);
    const kept = new Int32Array(hashes.length).map((_, feature) =>
      (this.#messages[feature] ?? 0) >= least ? table.add(hashes[feature] ?? 0) : -1,
    );
    return { kept, table };
  }

  /** The smallest number of messages a feature must be in for `MOST_FEATURES` to be left at most. */
  #leastMessages(features: number): number {
    const frequencies = this.#messages.slice(0, features).sort();
    return (frequencies[features - MOST_FEATURES] ?? 1) + 1;
  }

  #rows(kept: Int32Array): Omit<SparseRows, 'spans'> {
    const count = this.#starts.length - 1;
    const starts = new Int32Array(count + 1);
    let size = 0;
    for (let row = 0; row < count; row++) {
      const from = size;
      for (let at = this.#starts[row] ?? 0; at < (this.#starts[row + 1] ?? 0); at++) {
        const feature = kept[this.#features[at] ?? 0] ?? -1;
        if (feature < 0) continue;
        this.#features[size] = feature;
        this.#weights[size] = this.#weights[at] ?? 0;
        size += 1;
      }
      toUnitLength(this.#weights, from, size);
      starts[row + 1] = size;
    }
    return { starts, features: this.#features.slice(0, size), values: this.#weights.slice(0, size), count };
  }

  #push(feature: number, weight: number): void {
    if (this.#size === this.#features.length) {
      const { length } = this.#features;
      this.#features = copyInto(new Int32Array(length * 2), this.#features);
      this.#weights = copyInto(new Float32Array(length * 2), this.#weights);
    }
    this.#features[this.#size] = feature;
    this.#weights[this.#size] = weight;
    this.#size += 1;
  }

  #growCounts(): void {
    const { length } = this.#messages;
    this.#messages = copyInto(new Int32Array(length * 2), this.#messages);
    this.#seenIn = copyInto(new Int32Array(length * 2), this.#seenIn);
    this.#spans = copyInto(new Uint8Array(length * 2), this.#spans);
  }
}

function toUnitLength(values: Float32Array, from: number, to: number): void {
  let squares = 0;
  for (let at = from; at < to; at++) squares += (values[at] ?? 0) ** 2;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let at = from; at < to; at++) values[at] = (values[at] ?? 0) * scale;
}

function copyInto<T extends Int32Array | Float32Array | Uint8Array>(larger: T, from: T): T {
  larger.set(from);
  return larger;
}
