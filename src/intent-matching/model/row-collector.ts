import { FeatureTable } from './feature-table.js';
import { NumberList } from './number-list.js';
import type { FeatureBuffer } from './feature-buffer.js';
import type { SparseRows } from './sparse-rows.js';

/** Rarer features of large sets are dropped, so that memory does not grow with every slip of the pen. */
const MAX_FEATURES = 120_000;

export interface CollectedRows {
  rows: SparseRows;
  /** Hashes of the features, in the order of their numbers, and the column of each. */
  hashes: Int32Array;
  columnOf: Int32Array;
}

/** What is noted of each feature while messages are collected. */
interface Notes {
  messages: Int32Array;
  seenIn: Int32Array;
  spans: Uint8Array;
  weights: Float32Array;
  /** Two sums over the messages it is in, each with numbers of its own: alike only for features of the same messages. */
  low: Uint32Array;
  high: Uint32Array;
}

/** Collects messages one by one. */
export class RowCollector {
  readonly #table = new FeatureTable(1 << 14);
  readonly #starts: number[] = [0];
  readonly #features = new NumberList();
  #notes = notesFor(1 << 14);

  add({ size, hashes, weights, spans }: FeatureBuffer): void {
    const row = this.#starts.length;
    const [low, high] = [scatter(row, 0x9e3779b1), scatter(row, 0x85ebca6b)];
    for (let at = 0; at < size; at++) {
      const feature = this.#table.add(hashes[at] as number);
      if (feature >= this.#notes.messages.length) this.#notes = notesFor(feature * 2, this.#notes);
      const notes = this.#notes;
      if (notes.seenIn[feature] === row) continue;
      notes.seenIn[feature] = row;
      notes.spans[feature] = spans[at] as number;
      notes.weights[feature] = weights[at] as number;
      notes.messages[feature] = (notes.messages[feature] as number) + 1;
      notes.low[feature] = (notes.low[feature] as number) + low;
      notes.high[feature] = (notes.high[feature] as number) + high;
      this.#features.push(feature);
    }
    this.#starts.push(this.#features.length);
  }

  finish(): CollectedRows {
    const hashes = this.#table.hashes();
    const least = hashes.length > MAX_FEATURES ? this.#leastMessages(hashes.length) : 1;
    const { columnOf, firsts } = this.#columns(hashes.length, least);
    const kept = columnOf
      .map((_, feature) => feature)
      .filter((feature) => (columnOf[feature] as number) >= 0);
    return {
      rows: { ...this.#rows(columnOf, firsts), squares: this.#squares(columnOf, firsts.length) },
      hashes: kept.map((feature) => hashes[feature] as number),
      columnOf: kept.map((feature) => columnOf[feature] as number),
    };
  }

  /** The smallest number of messages a feature must be in for `MAX_FEATURES` to be left at most. */
  #leastMessages(features: number): number {
    const frequencies = this.#notes.messages.slice(0, features).sort();
    return (frequencies[features - MAX_FEATURES] ?? 1) + 1;
  }

  /** The column of each feature, -1 for those too rare, and the first feature of each column. */
  #columns(features: number, least: number): { columnOf: Int32Array; firsts: number[] } {
    const { messages, low, high } = this.#notes;
    const bySignature = new Map<number, number>();
    const firsts: number[] = [];
    const columnOf = new Int32Array(features).fill(-1);
    for (let feature = 0; feature < features; feature++) {
      if ((messages[feature] as number) < least) continue;
      // 32 and 21 bits: what a number holds exactly; among 120,000 features a false pair has odds of one in a million.
      const signature = (low[feature] as number) * 0x200000 + ((high[feature] as number) >>> 11);
      let column = bySignature.get(signature);
      if (column === undefined) {
        column = firsts.push(feature) - 1;
        bySignature.set(signature, column);
      }
      columnOf[feature] = column;
    }
    return { columnOf, firsts };
  }

  #squares(columnOf: Int32Array, columns: number): SparseRows['squares'] {
    const { weights, spans } = this.#notes;
    const squares = { words: new Float32Array(columns), ngrams: new Float32Array(columns) };
    columnOf.forEach((column, feature) => {
      if (column < 0) return;
      const kind = spans[feature] === 1 ? squares.words : squares.ngrams;
      kind[column] = (kind[column] as number) + (weights[feature] as number) ** 2;
    });
    return squares;
  }

  /** A column stands in a row once, where its first feature was. Written over the features, which are longer. */
  #rows(columnOf: Int32Array, firsts: readonly number[]): Omit<SparseRows, 'squares'> {
    const count = this.#starts.length - 1;
    const starts = new Int32Array(count + 1);
    const scales = new Float32Array(count);
    let size = 0;
    for (let row = 0; row < count; row++) {
      let square = 0;
      for (let at = this.#starts[row] as number; at < (this.#starts[row + 1] as number); at++) {
        const feature = this.#features.at(at);
        const column = columnOf[feature] as number;
        if (column < 0) continue;
        square += (this.#notes.weights[feature] as number) ** 2;
        if (firsts[column] === feature) this.#features.set(size++, column);
      }
      starts[row + 1] = size;
      scales[row] = square === 0 ? 0 : 1 / Math.sqrt(square);
    }
    return { starts, scales, columns: this.#features.first(size), count };
  }
}

function notesFor(features: number, from?: Notes): Notes {
  const notes: Notes = {
    messages: new Int32Array(features),
    seenIn: new Int32Array(features),
    spans: new Uint8Array(features),
    weights: new Float32Array(features),
    low: new Uint32Array(features),
    high: new Uint32Array(features),
  };
  if (from !== undefined) for (const key of Object.keys(notes) as (keyof Notes)[]) notes[key].set(from[key]);
  return notes;
}

/** A number for a row as if drawn by lot; another factor gives another draw. */
function scatter(row: number, factor: number): number {
  const mixed = Math.imul(row ^ (row >>> 15), factor);
  const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (again ^ (again >>> 16)) >>> 0;
}
