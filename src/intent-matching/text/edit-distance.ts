import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Insertions, deletions, changes and swaps of neighbours between two words, each letter edited once at most. */
export function editDistance(left: string, right: string): number {
  return DamerauLevenshteinDistance(left, right, { restricted: true });
}
