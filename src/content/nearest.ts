import { editDistance } from '../intent-matching/text/edit-distance.js';
import { fold } from '../shared/fold.js';

/** The candidate that was most likely meant, or `undefined` when none is close. Marks, case, `_` and `-` do not count. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const target = plain(written);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(target.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = plain(candidate);
    if (Math.abs(other.length - target.length) >= bestDistance) continue;
    const distance = editDistance(target, other);
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
