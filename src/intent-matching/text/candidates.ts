import type { Vocabulary } from '../types.js';
import { Abbreviations, type Meaning } from './abbreviations.js';
import type { SpellingCandidate } from './context.js';
import { composeKeystrokes, lettersOfKeystrokes } from '../../shared/keystrokes.js';
import { hasMarks, spellingOf, type Spelling } from '../../shared/letters.js';
import type { Lexicon, NearWord } from './lexicon.js';
import type { Slip } from './slips.js';
import { isFoldedSyllable } from '../../shared/syllable.js';

/**
 * How likely someone who means a word writes it so; chosen by cross-validation on clean and noisy copies of our examples,
 * see docs/decisions/0010.
 */
const WRITTEN = {
  keystrokes: 0.3,
  barrenKeystrokes: 0.1,
  glued: 0.05,
  shortened: 0.5,
  /** A meaning that staff give only beside certain words, without one of them; or of letters that are a word as well. */
  rareMeaning: 0.02,
};
const SLIPPED: Readonly<Record<Slip, number>> = { likely: 0.004, unlikely: 0.0008 };
/** A slip seldom makes another word, and hardly ever one with all its marks in place. */
const SLIPPED_TO_WORD = 0.2;
const SLIPPED_TO_MARKED_WORD = 0.02;
/** How often a word that training never met is meant: names and matters of others are syllables, slips seldom are. */
const UNKNOWN_SYLLABLE = 1e-4;
const UNKNOWN_LETTERS = 1e-7;
const MAX_NEAR = 24;

/** What a written word may stand for by itself. */
export class CandidateFinder {
  readonly #abbreviations: Abbreviations;
  readonly #ordinaryWords: ReadonlySet<string>;
  readonly #lexicon: Lexicon | null;

  /**
   * `ordinaryWords`: folded forms of words that examples write with diacritics. An abbreviation of the same letters stands
   * for its meaning only where the neighbours say so ("chi" in "làm chi" and in "chi cục").
   */
  constructor(vocabulary: Vocabulary, ordinaryWords: ReadonlySet<string>, lexicon: Lexicon | null) {
    this.#abbreviations = new Abbreviations(vocabulary);
    this.#ordinaryWords = ordinaryWords;
    this.#lexicon = lexicon;
  }

  meaningsOf(spelling: Spelling): readonly Meaning[] {
    return this.#abbreviations.meaningsOf(spelling);
  }

  /** Never empty. Without a lexicon one candidate, beside those that neighbours may name. */
  candidatesOf(
    spelling: Spelling,
    literal: SpellingCandidate,
    meanings: readonly Meaning[],
  ): SpellingCandidate[] {
    return meanings.length > 0 ? this.#meant(spelling, literal, meanings) : this.#repaired(spelling, literal);
  }

  literal(spelling: Spelling): SpellingCandidate {
    return this.#candidate([spelling], 1);
  }

  meaning({ words }: Meaning): SpellingCandidate {
    return this.#candidate(words, WRITTEN.shortened);
  }

  /** Meanings that need no neighbour come first; the word itself, where the letters are a word or nothing else fits. */
  #meant(spelling: Spelling, literal: SpellingCandidate, meanings: readonly Meaning[]): SpellingCandidate[] {
    const isWord = !hasMarks(spelling) && this.#ordinaryWords.has(spelling.folded);
    const free = isWord ? [] : meanings.filter(({ near }) => near.size === 0);
    const rare = meanings.filter((meaning) => !free.includes(meaning));
    return [
      ...free.map((meaning) => this.meaning(meaning)),
      ...(free.length === 0 ? [literal] : []),
      ...rare.map(({ words }) => this.#candidate(words, WRITTEN.rareMeaning)),
    ];
  }

  #repaired(spelling: Spelling, literal: SpellingCandidate): SpellingCandidate[] {
    const { folded } = spelling;
    const isWord = this.#lexicon?.has(folded) === true || isFoldedSyllable(folded);
    const certain = isWord ? null : this.#withoutSlip(spelling);
    const near = this.#lexicon?.near(folded).sort(byLikelihood).slice(0, MAX_NEAR) ?? [];
    const toWord = hasMarks(spelling) ? SLIPPED_TO_MARKED_WORD : SLIPPED_TO_WORD;
    const slips = near.map((word) => this.#slip(word, isWord ? toWord : 1));
    if (certain === null) return [literal, ...slips];
    return [certain, ...slips];
  }

  /** Keystrokes that no input method composed, and words run together. */
  #withoutSlip(spelling: Spelling): SpellingCandidate | null {
    const { folded } = spelling;
    const composed = hasMarks(spelling) ? null : composeKeystrokes(folded);
    if (composed !== null) return this.#candidate([spellingOf(composed)], WRITTEN.keystrokes);
    const letters = lettersOfKeystrokes(folded);
    if (letters !== null && this.#lexicon?.has(letters) === true)
      return this.#candidate([bare(letters)], WRITTEN.barrenKeystrokes);
    const parts = this.#lexicon?.split(folded) ?? null;
    return parts === null ? null : this.#candidate(parts.map(bare), WRITTEN.glued);
  }

  #slip({ word, slip }: NearWord, toSuch: number): SpellingCandidate {
    return {
      spellings: [bare(word.folded)],
      first: word,
      last: word,
      written: SLIPPED[slip] * toSuch,
      prior: this.#lexicon?.shareOf(word) ?? 0,
      isRepaired: true,
    };
  }

  #candidate(spellings: readonly Spelling[], written: number): SpellingCandidate {
    const first = this.#counted(spellings[0]?.folded ?? '');
    const last = this.#counted(spellings.at(-1)?.folded ?? '');
    const unknown = isFoldedSyllable(first.folded) ? UNKNOWN_SYLLABLE : UNKNOWN_LETTERS;
    const prior = first.count === 0 ? unknown : (this.#lexicon?.shareOf(first) ?? unknown);
    return { spellings, first, last, written, prior, isRepaired: false };
  }

  #counted(folded: string): SpellingCandidate['first'] {
    return this.#lexicon?.word(folded) ?? { folded, hash: 0, count: 0 };
  }
}

function byLikelihood(a: NearWord, b: NearWord): number {
  const likely = Number(b.slip === 'likely') - Number(a.slip === 'likely');
  return likely || b.word.count - a.word.count || (a.word.folded < b.word.folded ? -1 : 1);
}

function bare(word: string): Spelling {
  return { folded: word, raw: word };
}
