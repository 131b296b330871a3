/**
 * Vietnamese text brought to what all ways of typing it have in common: lower case, no tone or vowel marks, đ → d.
 * "Đăng Ký" and "dang ky" fold to the same letters (and so do "thuế" and "thuê": a fold alone never proves equality).
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
}

/** Folded words, without punctuation; a number keeps its inner dots and commas ("1,5"). */
export function foldedWords(text: string): string[] {
  return fold(text).match(/\d+(?:[.,]\d+)*|[\p{L}\d]+/gu) ?? [];
}
