import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { isFoldedSyllable } from '../../shared/syllable.js';

const SHORTEST_REPAIRED = 4;
const LONGEST_REPAIRED = 16;

/** The words of the training examples, folded, with how often they occur; and the nearest of them to a slip. */
export class Lexicon {
  readonly #count: ReadonlyMap<string, number>;
  readonly #byDeletion = new Map<string, string[]>();

  constructor(counts: ReadonlyMap<string, number>) {
    this.#count = counts;
    for (const word of counts.keys()) {
      if (!isRepairable(word)) continue;
      for (const shorter of deletions(word)) {
        const words = this.#byDeletion.get(shorter);
        if (words === undefined) this.#byDeletion.set(shorter, [word]);
        else words.push(word);
      }
    }
  }

  has(folded: string): boolean {
    return this.#count.has(folded);
  }

  /**
   * The known word one slip away (a letter too many, missing, wrong, or two swapped); the most frequent, then the first
   * in the alphabet. `null` for a word that is known or is a Vietnamese syllable: it may well be meant.
   */
  nearest(folded: string): string | null {
    if (!isRepairable(folded) || this.has(folded) || isFoldedSyllable(folded)) return null;
    const near = new Set<string>();
    for (const shorter of deletions(folded))
      for (const word of this.#byDeletion.get(shorter) ?? []) near.add(word);
    const slips = [...near].filter((word) => isOneSlip(folded, word));
    slips.sort((a, b) => (this.#count.get(b) ?? 0) - (this.#count.get(a) ?? 0) || (a < b ? -1 : 1));
    return slips[0] ?? null;
  }

  /** "masothue" → "ma", "so", "thue": two to five known words of at least two letters, as few as possible. */
  split(folded: string): string[] | null {
    if (folded.length < 4 || folded.length > 24 || this.has(folded)) return null;
    const best: (string[] | undefined)[] = [[]];
    for (let end = 2; end <= folded.length; end++) {
      for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
        const head = best[start];
        const part = folded.slice(start, end);
        const better = head !== undefined && head.length + 1 < (best[end]?.length ?? 6);
        if (better && this.has(part) && isFoldedSyllable(part)) best[end] = [...head, part];
      }
    }
    const parts = best[folded.length];
    return parts !== undefined && parts.length >= 2 ? parts : null;
  }
}

function isRepairable(word: string): boolean {
  return word.length >= SHORTEST_REPAIRED && word.length <= LONGEST_REPAIRED && /^[a-z]+$/.test(word);
}

/** The word itself and what is left when one letter is taken out: two words one slip apart share one of these. */
function deletions(word: string): Set<string> {
  const shorter = new Set([word]);
  for (let at = 0; at < word.length; at++) shorter.add(word.slice(0, at) + word.slice(at + 1));
  return shorter;
}

function isOneSlip(written: string, word: string): boolean {
  return DamerauLevenshteinDistance(written, word, { restricted: true }) === 1;
}
