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
   * written so: "mô" is "đâu", "mở" is not. `isWord`: the same letters are an ordinary word of the training examples;
   * then only the neighbours can tell ("chi" in "làm chi" and in "chi cục").
   */
  meaningsOf(word: Spelling, isWord: boolean): readonly Meaning[] {
    const meanings = this.#byFolded.get(word.folded);
    if (meanings === undefined) return [];
    const marked = hasMarks(word);
    return meanings.filter(({ written, near }) => {
      if (marked) return written.raw === word.raw;
      return near.size > 0 || !isWord;
    });
  }
}

/** The first meaning whose neighbours fit. */
export function chooseMeaning(
  meanings: readonly Meaning[],
  before: string | undefined,
  after: string | undefined,
): Meaning | undefined {
  return meanings.find(
    ({ near }) =>
      near.size === 0 ||
      (before !== undefined && near.has(before)) ||
      (after !== undefined && near.has(after)),
  );
}

function spelledWords(text: string): Spelling[] {
  return scanWords(plainText(text)).map(({ source }) => spellingOf(source));
}
