import { randomInt } from 'node:crypto';

/** No letter or digit that is taken for another when copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** About 99 bits, in groups that can be read out. */
export function generatedPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
