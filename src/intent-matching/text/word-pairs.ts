import { mix } from '../hash.js';
import { FeatureTable } from '../model/feature-table.js';

/** How often words stand beside each other in the training examples, as plain data. */
export interface PairCounts {
  /** Hashes of the pairs, and how often each was met. */
  hashes: Int32Array;
  counts: Uint16Array;
}

/** Of very large sets pairs met once are left out, so that memory does not grow with every slip. */
const MAX_PAIRS = 200_000;
const MAX_COUNT = 0xffff;

/** Counts pairs of words, each given by its hash (`hashOf`). */
export class PairCounter {
  readonly #table = new FeatureTable(1 << 14);
  readonly #counts: number[] = [];

  add(left: number, right: number): void {
    const pair = this.#table.add(pairHash(left, right));
    this.#counts[pair] = (this.#counts[pair] ?? 0) + 1;
  }

  finish(): PairCounts {
    const hashes = this.#table.hashes();
    const least = hashes.length > MAX_PAIRS ? 2 : 1;
    const kept = [...hashes.keys()].filter((pair) => (this.#counts[pair] ?? 0) >= least);
    return {
      hashes: Int32Array.from(kept, (pair) => hashes[pair] as number),
      counts: Uint16Array.from(kept, (pair) => Math.min(MAX_COUNT, this.#counts[pair] ?? 0)),
    };
  }
}

/** Asked how often two words stood beside each other. */
export class WordPairs {
  readonly #table: FeatureTable;
  readonly #counts: Uint16Array;

  constructor({ hashes, counts }: PairCounts) {
    this.#table = FeatureTable.from(hashes);
    this.#counts = counts;
  }

  count(left: number, right: number): number {
    const pair = this.#table.get(pairHash(left, right));
    return pair < 0 ? 0 : (this.#counts[pair] as number);
  }
}

function pairHash(left: number, right: number): number {
  return mix(left, right) || 1;
}
