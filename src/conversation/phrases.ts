import { fold } from '../shared/fold.js';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
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
 * Whether the whole message is this phrase. Without diacritics it matches folded; with them it must agree, so that
 * "đúng" and "dùng" are not "dừng". Where the tone mark stands in a word ("xoá", "xóa") makes no difference.
 */
export function isPhrase(said: string, phrases: readonly string[]): boolean {
  const words = wordsOf(said);
  const bare = words.filter((word) => !POLITE.has(fold(word)));
  return phrases.some((phrase) => {
    const wanted = wordsOf(phrase);
    return same(words, wanted) || (bare.length > 0 && same(bare, wanted));
  });
}

function same(said: string[], wanted: string[]): boolean {
  if (said.length !== wanted.length) return false;
  const marked = said.some((word) => word !== fold(word));
  return said.every((word, index) => {
    const other = wanted[index] ?? '';
    return marked ? toneLast(word) === toneLast(other) : word === fold(other);
  });
}

function toneLast(word: string): string {
  const decomposed = word.normalize('NFD');
  return decomposed.replace(TONES, '') + (decomposed.match(TONES) ?? []).join('');
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}
