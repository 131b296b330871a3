import { foldedWords } from '../../shared/fold.js';
import { withTonesLast } from '../place-names.js';

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
  return (text.match(/[\p{L}\p{M}\d]+(?:[.,]\d+)*/gu) ?? []).map(withTonesLast).join(' ').normalize('NFC');
}

/**
 * Pairs of positions whose wordings are nearly the same, without comparing all with all: two sets can only overlap
 * enough when they share one of their rarest grams, so only those are indexed (prefix filtering).
 */
export function nearPairs(wordings: readonly Wording[]): [number, number][] {
  const sets = wordings.map(({ key }) => (key.length < SHORTEST ? [] : gramsOf(key)));
  const frequency = new Map<string, number>();
  for (const gram of sets.flat()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const byRarest = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  sets.forEach((grams, position) => {
    grams.sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
    const prefix = grams.slice(0, grams.length - Math.ceil(NEAR * grams.length) + 1);
    const candidates = new Set(prefix.flatMap((gram) => byRarest.get(gram) ?? []));
    const own = new Set(grams);
    for (const other of candidates)
      if (overlap(own, sets[other] ?? []) >= NEAR) pairs.push([other, position]);
    for (const gram of prefix) byRarest.set(gram, [...(byRarest.get(gram) ?? []), position]);
  });
  return pairs;
}

function gramsOf(key: string): string[] {
  const padded = ` ${key} `;
  const grams = new Set<string>();
  for (let start = 0; start + GRAM <= padded.length; start++) grams.add(padded.slice(start, start + GRAM));
  return [...grams];
}

function overlap(own: ReadonlySet<string>, other: readonly string[]): number {
  const shared = other.filter((gram) => own.has(gram)).length;
  return shared / (own.size + other.length - shared);
}
