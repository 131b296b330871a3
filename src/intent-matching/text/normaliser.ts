import type { Vocabulary } from '../types.js';
import { namedByNeighbour, type Meaning } from './abbreviations.js';
import { classInContext, isUnitAfter, numberClass } from './amounts.js';
import { CandidateFinder } from './candidates.js';
import { plainText } from './characters.js';
import { hasMarks, spellingOf, type Spelling } from '../../shared/letters.js';
import { likeliest, type SpellingCandidate } from './context.js';
import { EDGE, type Lexicon } from './lexicon.js';
import { scanWords, type Word } from './scanner.js';

/** A word as the model reads it. Several may come from one written word ("mst"), then they share its place. */
export interface Token extends Spelling {
  /** As the citizen wrote it. */
  source: string;
  /** Where it stands among the written words, from 0. */
  place: number;
  /** Taken for a slip and mended: likely, but not what was typed. */
  isRepaired: boolean;
  /** A sign that ends or divides a sentence stands before it: a comma, a full stop, a question mark, a new line. */
  isAfterBreak: boolean;
}

/** A written word by itself, before its neighbours are looked at. */
interface Reading {
  spelling: Spelling;
  number: string | null;
  meanings: readonly Meaning[];
  /** The word as it was written. */
  literal: SpellingCandidate;
  /** All that it may stand for, the likeliest by itself first; found when first asked for, which is seldom. */
  candidates: readonly SpellingCandidate[] | null;
}

const MAX_READINGS = 20_000;

/**
 * Brings a message to the words it means. Without a lexicon (while the training examples themselves are read) nothing
 * is known, so that nothing is taken for a slip, and of several meanings the first is taken.
 */
export class Normaliser {
  readonly #candidates: CandidateFinder;
  readonly #lexicon: Lexicon | null;
  readonly #readings = new Map<string, Reading>();

  /** `ordinaryWords`: folded forms of words that examples write with diacritics; see `CandidateFinder`. */
  constructor(vocabulary: Vocabulary, ordinaryWords: ReadonlySet<string>, lexicon: Lexicon | null = null) {
    this.#candidates = new CandidateFinder(vocabulary, ordinaryWords, lexicon);
    this.#lexicon = lexicon;
  }

  tokens(text: string): Token[] {
    const plain = plainText(text);
    const words = scanWords(plain);
    const readings = words.map((word) => this.#read(word.source));
    const places = words.map((word, place) => {
      const reading = readings[place] as Reading;
      if (isFormNumber(plain, word, words[place + 1])) return [this.#candidates.literal(reading.spelling)];
      return this.#inContext(reading, readings[place - 1], readings[place + 1]);
    });
    return this.#choose(places).flatMap(({ spellings, isRepaired }, place) =>
      spellings.map(({ folded, raw }) => ({
        source: (words[place] as Word).source,
        place,
        folded,
        raw,
        isRepaired,
        isAfterBreak: isAfterBreak(plain, words, place),
      })),
    );
  }

  /** What the neighbours leave of the candidates: one where they decide, and they nearly always do. */
  #inContext(reading: Reading, before?: Reading, after?: Reading): readonly SpellingCandidate[] {
    const { spelling, number, meanings, literal } = reading;
    if (number !== null) {
      const name = classInContext(number, before?.spelling.folded, after?.spelling.folded);
      return [this.#candidates.literal({ folded: name, raw: spelling.folded })];
    }
    if (meanings.length === 0 && this.#isSupported(literal, before, after)) return [literal];
    if (before?.number != null && isUnitAfter(numberName(before, spelling), spelling.folded))
      return [literal];
    const named = namedByNeighbour(meanings, before?.spelling.folded, after?.spelling.folded);
    if (named !== undefined) return [this.#candidates.meaning(named)];
    reading.candidates ??= this.#candidates.candidatesOf(spelling, literal, meanings);
    return reading.candidates;
  }

  /** A known word beside one that training saw it beside, or where messages begin or end with it, is no slip. */
  #isSupported({ first }: SpellingCandidate, before?: Reading, after?: Reading): boolean {
    const lexicon = this.#lexicon;
    if (lexicon === null || first.count === 0) return false;
    const edge = lexicon.word(EDGE);
    return (
      lexicon.pairCount(before?.literal.last ?? edge, first) > 0 ||
      lexicon.pairCount(first, after?.literal.first ?? edge) > 0
    );
  }

  #choose(places: readonly (readonly SpellingCandidate[])[]): readonly SpellingCandidate[] {
    if (this.#lexicon === null || places.every((candidates) => candidates.length === 1))
      return places.flatMap((candidates) => candidates.slice(0, 1));
    return likeliest(places, this.#lexicon);
  }

  #read(source: string): Reading {
    const known = this.#readings.get(source);
    if (known !== undefined) return known;
    if (this.#readings.size >= MAX_READINGS) this.#readings.clear();
    const reading = this.#interpret(source);
    this.#readings.set(source, reading);
    return reading;
  }

  #interpret(source: string): Reading {
    const spelling = spellingOf(source);
    const number = numberClass(spelling.folded);
    const literal = this.#candidates.literal(number === null ? spelling : { ...spelling, folded: number });
    const meanings = number === null ? this.#candidates.meaningsOf(spelling) : [];
    return { spelling, number, meanings, literal, candidates: null };
  }
}

const BREAK = /[,;.?!\n+&]/;

function isAfterBreak(text: string, words: readonly Word[], place: number): boolean {
  const [before, word] = [words[place - 1], words[place]];
  if (before === undefined || word === undefined) return false;
  const end = before.start + before.source.length;
  return word.start - end > 1 && BREAK.test(text.slice(end, word.start));
}

/** The number of an official form or notice, "05" in "05-ĐKT" and "01/ĐNXLNT": it names, and is no amount. */
function isFormNumber(text: string, { source, start }: Word, next: Word | undefined): boolean {
  const end = start + source.length;
  const joined = next?.start === end + 1 && (text[end] === '-' || text[end] === '/');
  return joined && /^\d{1,3}$/.test(source) && /^\p{L}/u.test(next.source);
}

function numberName(reading: Reading, after: Spelling): string {
  return classInContext(reading.number ?? '', undefined, after.folded);
}

/** Folded forms of the words that the texts write with diacritics. */
export function wordsWithMarks(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const { source } of scanWords(plainText(text))) {
      const spelling = spellingOf(source);
      if (hasMarks(spelling)) words.add(spelling.folded);
    }
  return words;
}
