import { isCopy, nearPairs, wording, type Wording } from '../../content/checks/example-likeness.js';
import { withoutMasks } from '../../privacy/mask-text.js';
import { REVIEW_CAUSES, type ReviewCause, type ReviewItem } from '../ports.js';

/** Messages that say nearly the same, looked at and decided about together. */
export interface ReviewGroup {
  /** Of the oldest message, so that it stays the same while more come in. */
  id: string;
  /** Newest first. */
  items: ReviewItem[];
  /** The newest wording, masked; absent for ratings without a message. */
  text?: string;
  citizens: number;
  causes: ReviewCause[];
  /** What their writers chose when asked which was meant, most frequent first: procedures, and by how many messages. */
  chosen: { procedure: string; times: number }[];
  lastAt: Date;
}

/** Groups messages by likeness (as the content check likens examples), ratings without a message by what was rated. */
export function groupAlike(items: readonly ReviewItem[]): ReviewGroup[] {
  const wordings = items.map(({ text, procedure }) =>
    text === undefined ? { text: '', key: `rated ${procedure ?? ''}` } : wording(withoutMasks(text)),
  );
  const parents = items.map((_, place) => place);
  const rootOf = (place: number): number => {
    const parent = parents[place] ?? place;
    return parent === place ? place : rootOf(parent);
  };
  const join = (a: number, b: number) => void (parents[rootOf(a)] = rootOf(b));
  joinSame(wordings, join);
  for (const [a, b] of nearPairs(wordings)) {
    const [left, right] = [wordings[a], wordings[b]];
    // Alike by letters but another word: "thuê đất" is not "thuế đất".
    if (left !== undefined && right !== undefined && (left.key !== right.key || isCopy(left, right)))
      join(a, b);
  }
  const groups = new Map<number, ReviewItem[]>();
  for (const [place, item] of items.entries()) {
    const root = rootOf(place);
    groups.set(root, [...(groups.get(root) ?? []), item]);
  }
  return [...groups.values()].map(asGroup);
}

function joinSame(wordings: readonly Wording[], join: (a: number, b: number) => void): void {
  const byKey = new Map<string, number[]>();
  for (const [place, one] of wordings.entries()) {
    const known = byKey.get(one.key) ?? [];
    const same = known.find((other) => isCopy(wordings[other] ?? one, one));
    if (same !== undefined) join(place, same);
    byKey.set(one.key, [...known, place]);
  }
}

function asGroup(found: ReviewItem[]): ReviewGroup {
  const items = found.sort((a, b) => b.at.getTime() - a.at.getTime());
  const [newest, oldest] = [items[0], items.at(-1)];
  const text = newest?.text;
  const causes = new Set(items.map(({ cause }) => cause));
  return {
    id: oldest?.id ?? '',
    items,
    ...(text === undefined ? {} : { text }),
    citizens: new Set(items.map(({ conversationId }) => conversationId)).size,
    causes: REVIEW_CAUSES.filter((cause) => causes.has(cause)),
    chosen: chosenIn(items),
    lastAt: newest?.at ?? new Date(0),
  };
}

function chosenIn(items: readonly ReviewItem[]): ReviewGroup['chosen'] {
  const times = new Map<string, number>();
  for (const { chosen } of items) if (chosen !== undefined) times.set(chosen, (times.get(chosen) ?? 0) + 1);
  return [...times]
    .map(([procedure, count]) => ({ procedure, times: count }))
    .sort((a, b) => b.times - a.times);
}
