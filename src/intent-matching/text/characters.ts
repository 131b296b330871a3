import { plainCharacters } from '../../shared/plain-characters.js';

/**
 * What everything after it may rely on: plain characters, and no letter three times in a row ("ơiiii" → "ơi"). Case is
 * kept: explanations quote it.
 */
export function plainText(text: string): string {
  const { text: plain } = plainCharacters(text);
  return STRETCHED.test(plain) ? plain.replace(STRETCHES, '$1') : plain;
}

const STRETCHED = /(\p{L})\1\1/iu;
const STRETCHES = /(\p{L})\1{2,}/giu;
