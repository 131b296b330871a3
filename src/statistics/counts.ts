import type { Counts } from '../records/documents/day.js';

export type { Counts };

/** Adds one count; the key must be fit for a field name of MongoDB. */
export type Add = (key: string, by?: number) => void;

export function addTo(counts: Counts): Add {
  return (key, by = 1) => {
    counts[key] = (counts[key] ?? 0) + by;
  };
}

export function sumOfCounts(all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) {
    for (const key of Object.keys(counts)) sum[key] = (sum[key] ?? 0) + (counts[key] ?? 0);
  }
  return sum;
}

/** What must be added to `before` to get `after`; what stays the same is left out. */
export function difference(after: Counts, before: Counts): Counts {
  const change: Counts = {};
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const by = (after[key] ?? 0) - (before[key] ?? 0);
    if (by !== 0) change[key] = by;
  }
  return change;
}

/** A part of a key that came from outside: no dot, no dollar sign. */
export function keyPart(name: string): string {
  return name.replace(/[^\p{L}\p{N}_=-]/gu, '_').slice(0, 60);
}

/** The counts whose key begins with `prefix`, by the rest of the key; zeros are left out. */
export function under(counts: Counts, prefix: string): [name: string, count: number][] {
  return Object.entries(counts)
    .filter(([key, count]) => key.startsWith(prefix) && count !== 0)
    .map(([key, count]) => [key.slice(prefix.length), count]);
}

/** The share, 0 to 1; `null` where there is nothing to take a share of. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
