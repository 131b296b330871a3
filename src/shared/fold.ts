import { foldLetters, spellingOf } from './letters.js';
import { plainCharacters } from './plain-characters.js';

/**
 * Vietnamese text brought to what all ways of typing it have in common: plain characters, lower case, no tone or vowel
 * marks, đ → d. "Đăng Ký" and "dang ky" fold to the same letters (and so do "thuế" and "thuê": a fold alone never
 * proves equality). What `plainCharacters` gives keeps its length.
 */
export function fold(text: string): string {
  return foldLetters(plainCharacters(text).text);
}

/** Folded words, without punctuation; a number keeps its inner dots and commas ("1,5"). */
export function foldedWords(text: string): string[] {
  return fold(text).match(/\d+(?:[.,]\d+)*|[\p{L}\d]+/gu) ?? [];
}

/**
 * Letters first, the tone after each word, in lower case: "Hoà" and "Hòa" are the same, "Dơn" and "Don" are not. Signs
 * and spaces only part words.
 */
export function withTonesLast(text: string): string {
  return plainCharacters(text)
    .text.split(/[\s'.,-]+/)
    .map((word) => spellingOf(word).raw)
    .join('');
}
