import type { Vocabulary } from '../types.js';
import { Abbreviations, chooseMeaning, type Meaning } from './abbreviations.js';
import { classInContext, isUnitAfter, numberClass } from './amounts.js';
import { plainText } from './characters.js';
import { composeKeystrokes, lettersOfKeystrokes } from '../../shared/keystrokes.js';
import { hasMarks, spellingOf, type Spelling } from '../../shared/letters.js';
import type { Lexicon } from './lexicon.js';
import { scanWords, type Word } from './scanner.js';
import { isFoldedSyllable } from '../../shared/syllable.js';

/** A word as the model reads it. Several may come from one written word ("mst"), then they share its place. */
export interface Token extends Spelling {
  /** As the citizen wrote it. */
  source: string;
  /** Where it stands among the written words, from 0. */
  place: number;
}

interface Reading {
  spelling: Spelling;
  number: string | null;
  meanings: readonly Meaning[];
  repaired: readonly Spelling[] | null;
}

const MOST_READINGS = 20_000;

/**
 * Brings a message to the words it means. Without a lexicon (while the training examples themselves are read) nothing
 * is known, so that nothing is taken for a slip.
 */
export class Normaliser {
  readonly #abbreviations: Abbreviations;
  readonly #ordinaryWords: ReadonlySet<string>;
  readonly #lexicon: Lexicon | null;
  readonly #readings = new Map<string, Reading>();

  /** `ordinaryWords`: folded forms of words that examples write with diacritics; see `Abbreviations.meaningsOf`. */
  constructor(vocabulary: Vocabulary, ordinaryWords: ReadonlySet<string>, lexicon: Lexicon | null = null) {
    this.#abbreviations = new Abbreviations(vocabulary);
    this.#ordinaryWords = ordinaryWords;
    this.#lexicon = lexicon;
  }

  tokens(text: string): Token[] {
    const plain = plainText(text);
    const words = scanWords(plain);
    const readings = words.map((word) => this.#read(word.source));
    const tokens: Token[] = [];
    for (const [place, word] of words.entries()) {
      const before = readings[place - 1];
      const after = readings[place + 1];
      const reading = readings[place];
      if (reading === undefined) continue;
      if (isFormNumber(plain, word, words[place + 1]))
        tokens.push({ source: word.source, place, ...reading.spelling });
      else addTokens(tokens, word, place, reading, before, after);
    }
    return tokens;
  }

  #read(source: string): Reading {
    const known = this.#readings.get(source);
    if (known !== undefined) return known;
    if (this.#readings.size >= MOST_READINGS) this.#readings.clear();
    const reading = this.#interpret(source);
    this.#readings.set(source, reading);
    return reading;
  }

  #interpret(source: string): Reading {
    const spelling = spellingOf(source);
    const number = numberClass(spelling.folded);
    if (number !== null) return { spelling, number, meanings: [], repaired: null };
    const meanings = this.#abbreviations.meaningsOf(spelling, this.#ordinaryWords.has(spelling.folded));
    const repaired = meanings.length > 0 ? null : this.#repair(spelling);
    return { spelling, number, meanings, repaired };
  }

  /** Only words never met in training are repaired, and a word is never turned into another that was not typed. */
  #repair(spelling: Spelling): readonly Spelling[] | null {
    const { folded } = spelling;
    if (this.#lexicon?.has(folded) === true || isFoldedSyllable(folded)) return null;
    const composed = hasMarks(spelling) ? null : composeKeystrokes(folded);
    if (composed !== null) return [spellingOf(composed)];
    const letters = lettersOfKeystrokes(folded);
    if (letters !== null && this.#lexicon?.has(letters) === true) return [{ folded: letters, raw: letters }];
    const found = this.#lexicon?.split(folded) ?? this.#lexicon?.nearest(folded) ?? null;
    if (found === null) return null;
    return (typeof found === 'string' ? [found] : found).map((word) => ({ folded: word, raw: word }));
  }
}

/** The number of an official form or notice, "05" in "05-ĐKT" and "01/ĐNXLNT": it names, and is no amount. */
function isFormNumber(text: string, { source, start }: Word, next: Word | undefined): boolean {
  const end = start + source.length;
  const joined = next?.start === end + 1 && (text[end] === '-' || text[end] === '/');
  return joined && /^\d{1,3}$/.test(source) && /^\p{L}/u.test(next.source);
}

function addTokens(
  tokens: Token[],
  { source }: Word,
  place: number,
  reading: Reading,
  before: Reading | undefined,
  after: Reading | undefined,
): void {
  const { spelling, number, meanings, repaired } = reading;
  if (number !== null) {
    const name = classInContext(number, before?.spelling.folded, after?.spelling.folded);
    tokens.push({ source, place, folded: name, raw: spelling.folded });
    return;
  }
  const isUnit = before?.number != null && isUnitAfter(numberName(before, spelling), spelling.folded);
  const meaning = isUnit
    ? undefined
    : chooseMeaning(meanings, before?.spelling.folded, after?.spelling.folded);
  const spellings = meaning?.words ?? repaired ?? [spelling];
  for (const { folded, raw } of spellings) tokens.push({ source, place, folded, raw });
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
