import type { Content } from '../../content/types.js';
import { isCopy, wording } from '../../content/checks/example-likeness.js';
import { withoutMasks } from '../../privacy/mask-text.js';
import type { ReviewCause, ReviewItem, ReviewQueue, Reviews } from '../ports.js';
import { groupAlike, type ReviewGroup } from './groups.js';
import { wordingKey } from './wording-key.js';

/** So many messages are looked at, the newest: the cost of the list has a bound however many there are. */
export const LOOKED_AT = 1000;

export interface ReviewSearch {
  order: 'newest' | 'frequent';
  cause?: ReviewCause;
}

/**
 * What waits, grouped. What staff dismissed before, or what is out of scope by the files already, leaves the queue here
 * when it was written again.
 */
export async function waitingGroups(
  { queue, reviews }: { queue: ReviewQueue; reviews: Reviews },
  content: Content,
): Promise<ReviewGroup[]> {
  const items = await queue.newest(LOOKED_AT);
  const dismissed = await reviews.dismissed([...new Set(items.map(wordingKey))]);
  const outside = knownOutside(content);
  const isSettled = (item: ReviewItem) =>
    (item.text !== undefined && dismissed.has(wordingKey(item))) || outside(item);
  const settled = items.filter(isSettled);
  if (settled.length > 0) await queue.settle(settled.map(({ id }) => id));
  return groupAlike(items.filter((item) => !isSettled(item)));
}

export function ordered(groups: readonly ReviewGroup[], { order, cause }: ReviewSearch): ReviewGroup[] {
  const shown = cause === undefined ? [...groups] : groups.filter(({ causes }) => causes.includes(cause));
  const newest = (a: ReviewGroup, b: ReviewGroup) => b.lastAt.getTime() - a.lastAt.getTime();
  return order === 'newest'
    ? shown.sort(newest)
    : shown.sort((a, b) => b.citizens - a.citizens || b.items.length - a.items.length || newest(a, b));
}

function knownOutside({ outOfScope }: Content): (item: ReviewItem) => boolean {
  const byKey = new Map<string, string[]>();
  for (const text of outOfScope) {
    const { key } = wording(text);
    byKey.set(key, [...(byKey.get(key) ?? []), text]);
  }
  return ({ cause, text }) => {
    if (cause !== 'out_of_scope' || text === undefined) return false;
    const own = wording(withoutMasks(text));
    return (byKey.get(own.key) ?? []).some((known) => isCopy(wording(known), own));
  };
}
