import { plainCharacters } from '../../shared/plain-characters.js';
import { foldedWords, withTonesLast } from '../../shared/vietnamese-text.js';

/** Two wordings whose letter triples overlap by this much (Jaccard) teach the engine nothing new. */
const NEAR = 0.8;
/** Shorter ones overlap by chance. */
const SHORTEST = 10;
const GRAM = 3;

export interface Wording {
  text: string;
  /** Folded words with single spaces: what two copies have in common however they are typed. */
  key: string;
}

export function wording(text: string): Wording {
  return { text, key: foldedWords(text).join(' ') };
}

/** The same wording. Marks count only when both have them: "thuế đất" is not "thuê đất", but "thue dat" may be either. */
export function isCopy(a: Wording, b: Wording): boolean {
  if (a.key !== b.key) return false;
  const [left, right] = [words(a.text), words(b.text)];
  return left === right || left === a.key || right === b.key;
}

function words(text: string): string {
  const { text: plain } = plainCharacters(text);
  return (plain.match(/[\p{L}\d]+(?:[.,]\d+)*/gu) ?? []).map(withTonesLast).join(' ');
}

/**
 * Pairs of positions whose wordings are nearly the same, without comparing all with all: two sets can only overlap
 * enough when they are of nearly one size and share one of their rarest grams, so only those are indexed (prefix
 * filtering).
 */
export function nearPairs(wordings: readonly Wording[]): [number, number][] {
  const sets = rarestFirst(wordings.map(({ key }) => (key.length < SHORTEST ? [] : gramsOf(key))));
  const byRarest = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  sets.forEach((grams, position) => {
    const prefix = grams.subarray(0, grams.length - Math.ceil(NEAR * grams.length) + 1);
    const candidates = new Set<number>();
    for (const gram of prefix) {
      const sharing = byRarest.get(gram);
      for (const other of sharing ?? []) candidates.add(other);
      if (sharing === undefined) byRarest.set(gram, [position]);
      else sharing.push(position);
    }
    for (const other of candidates)
      if (areNear(grams, sets[other] ?? new Int32Array())) pairs.push([other, position]);
  });
  return pairs;
}

/**
 * The same pairs, but only those with one of the wordings that are looked at (`isOwn`, by position) in them: each of all is
 * compared with these few by the grams that they share. By the second position, then the first.
 */
export function nearPairsOf(
  wordings: readonly Wording[],
  isOwn: (position: number) => boolean,
): [number, number][] {
  const sizes = new Map<number, number>();
  const owners = new Map<string, number[]>();
  wordings.forEach(({ key }, position) => {
    if (!isOwn(position) || key.length < SHORTEST) return;
    const grams = gramsOf(key);
    sizes.set(position, grams.length);
    for (const gram of grams) owners.set(gram, [...(owners.get(gram) ?? []), position]);
  });
  // No wording has more different grams than letters.
  const fewest = NEAR * Math.min(...sizes.values());
  const pairs = wordings.flatMap(({ key }, position): [number, number][] => {
    if (key.length < Math.max(SHORTEST, fewest)) return [];
    const grams = gramsOf(key);
    return [...sharedGrams(grams, owners)].flatMap(([own, shared]): [number, number][] => {
      // Of two that are looked at, the pair is the second's.
      if (own === position || (own > position && isOwn(position))) return [];
      const isNear = shared >= sharedByNear(grams.length, sizes.get(own) ?? 0);
      return isNear ? [[Math.min(own, position), Math.max(own, position)]] : [];
    });
  });
  return pairs.sort(([a, b], [c, d]) => b - d || a - c);
}

/** By position, how many of the grams each owner has. */
function sharedGrams(
  grams: readonly string[],
  owners: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const gram of grams)
    for (const owner of owners.get(gram) ?? []) shared.set(owner, (shared.get(owner) ?? 0) + 1);
  return shared;
}

/** How many grams two sets of these sizes share when their overlap is `NEAR`. */
function sharedByNear(one: number, other: number): number {
  return Math.ceil((NEAR / (1 + NEAR)) * (one + other) - 1e-9);
}

function gramsOf(key: string): string[] {
  const padded = ` ${key} `;
  const grams = new Set<string>();
  for (let start = 0; start + GRAM <= padded.length; start++) grams.add(padded.slice(start, start + GRAM));
  return [...grams];
}

/** Each gram by its rank, 0 the rarest of all; each set in that order. */
function rarestFirst(sets: readonly string[][]): Int32Array[] {
  const frequency = new Map<string, number>();
  for (const gram of sets.flat()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const order = [...frequency].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const rank = new Map(order.map(([gram], index) => [gram, index]));
  return sets.map((grams) => Int32Array.from(grams, (gram) => rank.get(gram) ?? 0).sort());
}

/** Whether they share so many that the overlap is `NEAR`; given up as soon as it can't be any more. */
function areNear(one: Int32Array, other: Int32Array): boolean {
  const needed = sharedByNear(one.length, other.length);
  let [shared, i, j] = [0, 0, 0];
  while (shared + Math.min(one.length - i, other.length - j) >= needed) {
    const [left, right] = [one[i], other[j]];
    if (left === undefined || right === undefined) break;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared >= needed;
}
