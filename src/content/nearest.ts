import { fold } from '../shared/fold.js';

/** The candidate that was most likely meant, or `undefined` when none is close. Marks, case, `_` and `-` do not count. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const target = plain(written);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(target.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(target, plain(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best ?? onlyOneAround(target, candidates);
}

/** Half of a name, or a name with something added. */
function onlyOneAround(target: string, candidates: Iterable<string>): string | undefined {
  if (target.length < 6) return undefined;
  const around = [...candidates].filter((candidate) => {
    const name = plain(candidate);
    return name.startsWith(target) || (name.length >= 6 && target.startsWith(name));
  });
  return around.length === 1 ? around[0] : undefined;
}

function plain(text: string): string {
  return fold(text).replace(/[\s_-]+/g, '-');
}

/** Insertions, deletions, changes and swaps of neighbours. Gives up with `limit` once the distance reaches it. */
function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(changed, at(last, column) + 1, at(current, column - 1) + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) >= limit) return limit;
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
