import { fold, readText, withTonesLast } from '../shared/vietnamese-text.js';

/** No phrase with all the polite words around it is longer (characters). */
const LONGEST = 200;
/** Polite words around a command: "dạ cho em xem menu với ạ". */
const POLITE = new Set([
  'da',
  'a',
  'ah',
  'nhe',
  'nha',
  'voi',
  'di',
  'em',
  'oi',
  'ad',
  'admin',
  'bot',
  'xin',
  'vui',
  'long',
  'cho',
  'giup',
  'toi',
  'tui',
  'minh',
]);

/**
 * Whether the whole message is this phrase, however it is typed: hidden characters, styled letters, Telex and VNI keys.
 * A word without diacritics matches folded; with them it must agree, so that "đúng" and "dùng" are not "dừng". Where the
 * tone mark stands in a word ("xoá", "xóa") makes no difference.
 */
export function isPhrase(said: string, phrases: readonly string[]): boolean {
  if (said.length > LONGEST) return false;
  const { words, bare } = messageWords(said);
  return phrases.some((phrase) => {
    const wanted = phraseWords(phrase);
    return same(words, wanted) || (bare.length > 0 && same(bare, wanted));
  });
}

/** `bare`: without the polite words. */
interface MessageWords {
  said: string;
  words: readonly string[];
  bare: readonly string[];
}

/** One message is compared with many lists; the newest alone is kept, since it is a citizen's. */
let newest: MessageWords = { said: '', words: [], bare: [] };

function messageWords(said: string): MessageWords {
  if (newest.said === said) return newest;
  const words = wordsOf(said);
  newest = { said, words, bare: words.filter((word) => !POLITE.has(fold(word))) };
  return newest;
}

const MAX_PHRASES = 5_000;
const phrasesRead = new Map<string, readonly string[]>();

/** Phrases are the bot's own words and titles: each is read once. */
function phraseWords(phrase: string): readonly string[] {
  const known = phrasesRead.get(phrase);
  if (known !== undefined) return known;
  if (phrasesRead.size >= MAX_PHRASES) phrasesRead.clear();
  const words = wordsOf(phrase);
  phrasesRead.set(phrase, words);
  return words;
}

function same(said: readonly string[], wanted: readonly string[]): boolean {
  if (said.length !== wanted.length) return false;
  return said.every((word, index) => {
    const other = wanted[index] ?? '';
    return word === fold(word) ? word === fold(other) : withTonesLast(word) === withTonesLast(other);
  });
}

function wordsOf(text: string): string[] {
  return (
    readText(text)
      .text.toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}
