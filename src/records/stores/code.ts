import { randomInt } from 'node:crypto';

/** No letter or digit that is taken for another when read aloud or copied by hand (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V). */
const LETTERS = 'ACDEFGHJKMNPQRTWXY34679';

/** A code such as `YC-7K3M9`; whether it is free is for the unique key to say. */
export function newCode(prefix: string): string {
  const letters = Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${prefix}-${letters.join('')}`;
}

/** As citizens type it: small letters, spaces, without the dash. */
export function normalCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${letters.slice(0, 2)}-${letters.slice(2)}`;
}
