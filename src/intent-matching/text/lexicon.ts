import { isFoldedSyllable } from '../../shared/syllable.js';
import { hashOf } from '../hash.js';
import { slipOf, type Slip } from './slips.js';
import { WordPairs, type PairCounts } from './word-pairs.js';

/** A word and how often the training examples have it. */
export interface CountedWord {
  folded: string;
  hash: number;
  count: number;
}

export interface NearWord {
  word: CountedWord;
  slip: Slip;
}

/** So that a few examples do not make their words likely everywhere. */
const UNSEEN_WORDS = 2000;
const MIN_REPAIRED = 2;
/** One of the two, the slip or the word, has as many letters: "o" and "a" are near anything. */
const MIN_LONGER = 3;
const MAX_REPAIRED = 16;
const NO_PAIRS: PairCounts = { hashes: new Int32Array(), counts: new Uint16Array() };
/** Stands before the first and after the last word of a message. */
export const EDGE = '';

const LETTERS = /^[a-z]+$/;

/** The words of the training examples, folded: how often they occur, what stands beside them, which are near a slip. */
export class Lexicon {
  readonly #words = new Map<string, CountedWord>();
  readonly #byDeletion = new Map<string, CountedWord[]>();
  readonly #pairs: WordPairs;
  readonly #size: number;

  constructor(counts: ReadonlyMap<string, number>, pairs: PairCounts = NO_PAIRS) {
    this.#pairs = new WordPairs(pairs);
    let size = 0;
    for (const [folded, count] of counts) {
      const word = { folded, hash: hashOf(folded), count };
      this.#words.set(folded, word);
      size += count;
      if (isRepairable(folded)) this.#index(word);
    }
    this.#size = size + UNSEEN_WORDS;
  }

  #index(word: CountedWord): void {
    for (const shorter of deletions(word.folded)) {
      const words = this.#byDeletion.get(shorter);
      if (words === undefined) this.#byDeletion.set(shorter, [word]);
      else words.push(word);
    }
  }

  has(folded: string): boolean {
    return this.#words.has(folded);
  }

  /** How likely any word of a message is this one; 0 for one that the examples do not have. */
  shareOf({ count }: CountedWord): number {
    return count / this.#size;
  }

  /** With a count of 0 when the examples do not have it. */
  word(folded: string): CountedWord {
    return this.#words.get(folded) ?? { folded, hash: hashOf(folded), count: 0 };
  }

  pairCount(left: CountedWord, right: CountedWord): number {
    return this.#pairs.count(left.hash, right.hash);
  }

  /** Every known word that is one slip away. */
  near(folded: string): NearWord[] {
    if (!isRepairable(folded)) return [];
    const near: NearWord[] = [];
    const met = new Set<string>();
    for (const shorter of deletions(folded))
      for (const word of this.#byDeletion.get(shorter) ?? []) {
        if (met.has(word.folded)) continue;
        met.add(word.folded);
        const slip = slipOf(folded, word.folded);
        if (slip !== null) near.push({ word, slip });
      }
    return near;
  }

  /** "masothue" → "ma", "so", "thue": two to five known words of at least two letters, as few as possible. */
  split(folded: string): string[] | null {
    if (folded.length < 4 || folded.length > 24 || this.has(folded)) return null;
    const best: (string[] | undefined)[] = [[]];
    for (let end = 2; end <= folded.length; end++) {
      for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
        const head = best[start];
        const part = folded.slice(start, end);
        const better = head !== undefined && head.length + 1 < (best[end]?.length ?? 6);
        if (better && this.has(part) && isFoldedSyllable(part)) best[end] = [...head, part];
      }
    }
    const parts = best[folded.length];
    return parts !== undefined && parts.length >= 2 ? parts : null;
  }
}

function isRepairable(word: string): boolean {
  return word.length >= MIN_REPAIRED && word.length <= MAX_REPAIRED && LETTERS.test(word);
}

/** The word itself and what is left when one letter is taken out: two words one slip apart share one of these. */
function deletions(word: string): string[] {
  const shorter = [word];
  if (word.length < MIN_LONGER) return shorter;
  for (let at = 0; at < word.length; at++)
    if (word[at] !== word[at + 1]) shorter.push(word.slice(0, at) + word.slice(at + 1));
  return shorter;
}
