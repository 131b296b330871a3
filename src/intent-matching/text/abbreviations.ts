import type { Vocabulary } from '../types.js';
import { hasMarks, spellingOf, type Spelling } from '../../shared/letters.js';
import { plainText } from './characters.js';
import { scanWords } from './scanner.js';

export interface Meaning {
  written: Spelling;
  words: readonly Spelling[];
  /** Folded neighbours one of which must stand beside it; empty: always. */
  near: ReadonlySet<string>;
}

/** The staff's vocabulary, ready to be asked by folded word. */
export class Abbreviations {
  readonly #byFolded = new Map<string, Meaning[]>();

  constructor(vocabulary: Vocabulary) {
    for (const { written, means, near } of vocabulary.abbreviations) {
      const spelling = spellingOf(plainText(written));
      const words = spelledWords(means);
      const meanings = this.#byFolded.get(spelling.folded) ?? [];
      meanings.push({
        written: spelling,
        words,
        near: new Set(near?.map((word) => spellingOf(word).folded)),
      });
      this.#byFolded.set(spelling.folded, meanings);
    }
  }

  /**
   * What a word may stand for. Without diacritics it may be any abbreviation of the same letters; with them only the one
   * written so: "mô" is "đâu", "mở" is not.
   */
  meaningsOf(word: Spelling): readonly Meaning[] {
    const meanings = this.#byFolded.get(word.folded);
    if (meanings === undefined) return [];
    return hasMarks(word) ? meanings.filter(({ written }) => written.raw === word.raw) : meanings;
  }
}

/** The first meaning that names a neighbour of the word: staff have decided, and no statistics are asked. */
export function namedByNeighbour(
  meanings: readonly Meaning[],
  before: string | undefined,
  after: string | undefined,
): Meaning | undefined {
  return meanings.find(
    ({ near }) => (before !== undefined && near.has(before)) || (after !== undefined && near.has(after)),
  );
}

function spelledWords(text: string): Spelling[] {
  return scanWords(plainText(text)).map(({ source }) => spellingOf(source));
}
