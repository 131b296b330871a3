import { isFoldedSyllable } from '../../shared/syllable.js';
import type { GlossaryPhrase } from '../types.js';

/** Words that join others and mean nothing of a matter; they also tell that a message is English. */
const FUNCTION_WORDS = new Set(
  (
    'a about after all already also am an and any are as ask asked at back be because been before being but by can cannot ' +
    'could did do does doing don done else ever for from get gets getting give go going good got had has have having hello ' +
    'help her here hi him his how i if in into is it its just know last let like long make many me mean more much must my ' +
    'myself need needed never new next no not now of off on one only or our out own per please really same shall she should ' +
    'so some someone soon still such tell than thank thanks that the their them then there these they thing this those time ' +
    'to today too under until up us use used using very via want wants was we were what when where which while who whom why ' +
    'will with without would year years yes yet you your d m s t ve ll re won doesn didn isn aren wasn ' +
    'he take takes taken living since stay staying pls plz wanna gonna im count sir madam'
  ).split(' '),
);
const MARKED = /\p{M}|[À-ỹđĐ]/u;
const WORD = /[a-z]+|\d[\d.,%/]*(?:tr|k|m)?/g;
const MAX_PHRASE = 5;
/** The share of a message's words that must be English, and how many of them must be no Vietnamese syllable. */
const MIN_SHARE = 0.6;
const MIN_SURE = 2;
/** Of "can I pay by phone" hardly a word is no Vietnamese syllable: one will do where every word is English and one of these. */
const TELLING = new Set('i you we they she what how who which why is are does'.split(' '));

/**
 * Reads English through a glossary: phrases become Vietnamese, the longest first; words that only join others are left
 * out, and unknown ones stay, so that what is no matter of ours looks strange.
 */
export class EnglishReader {
  readonly #phrases: ReadonlyMap<string, string>;
  readonly #words: ReadonlySet<string>;

  constructor(phrases: readonly GlossaryPhrase[]) {
    this.#phrases = new Map(phrases.map(({ written, means }) => [written.toLowerCase(), means]));
    this.#words = new Set([...this.#phrases.keys()].flatMap((phrase) => phrase.split(' ')));
  }

  /**
   * What an English message says in Vietnamese, as far as the glossary goes. `null` when it is not English: there are
   * letters with marks, or too few English words.
   */
  read(text: string): string | null {
    if (MARKED.test(text)) return null;
    const words = text.toLowerCase().match(WORD) ?? [];
    const letters = words.filter((word) => !/^\d/.test(word));
    const english = letters.filter((word) => FUNCTION_WORDS.has(word) || this.#knows(word));
    const sure = english.filter((word) => !isFoldedSyllable(word)).length;
    const isAllEnglish = english.length === letters.length && letters.some((word) => TELLING.has(word));
    const least = isAllEnglish ? 1 : Math.min(MIN_SURE, letters.length);
    if (letters.length === 0 || sure < least || english.length < letters.length * MIN_SHARE) return null;
    return this.#translated(words);
  }

  #knows(word: string): boolean {
    return formsOf(word).some((form) => this.#words.has(form));
  }

  #translated(words: readonly string[]): string {
    const parts: string[] = [];
    for (let at = 0; at < words.length;) {
      const found = this.#longestAt(words, at);
      if (found !== null) parts.push(found.means);
      else if (!FUNCTION_WORDS.has(words[at] ?? '')) parts.push(words[at] ?? '');
      at += found?.length ?? 1;
    }
    return parts.join(' ');
  }

  #longestAt(words: readonly string[], at: number): { means: string; length: number } | null {
    for (let length = Math.min(MAX_PHRASE, words.length - at); length > 0; length--) {
      const before = words.slice(at, at + length - 1);
      for (const last of formsOf(words[at + length - 1] ?? '')) {
        const means = this.#phrases.get([...before, last].join(' '));
        if (means !== undefined) return { means, length };
      }
    }
    return null;
  }
}

/** The word, and what it may be one of: "codes" → "code", "companies" → "company", "finalise" → "finalize". */
function formsOf(word: string): string[] {
  const american = word.replace(/is(e|ed|es|ing|ation)$/, 'iz$1');
  const forms = [
    word,
    american,
    american.replace(/ies$/, 'y'),
    american.replace(/e?s$/, ''),
    american.replace(/s$/, ''),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}
