/** A count below this could tell who is meant; it is hidden in anything meant for publication. */
const MIN_PUBLISHED = 5;

const isSmall = (count: number) => count > 0 && count < MIN_PUBLISHED;

/** `null`: hidden. Nobody can be meant by nothing, so zero is shown. */
export function published(count: number): number | null {
  return isSmall(count) ? null : count;
}

/**
 * The parts of a whole that is published too: where a single part would be hidden it could be worked out from the rest,
 * so the smallest of the others is hidden with it.
 */
export function publishedParts(counts: readonly number[]): (number | null)[] {
  const shown = counts.map(published);
  if (shown.filter((count) => count === null).length !== 1) return shown;
  const next = Math.min(...shown.filter((count) => count !== null && count > 0).map(Number));
  const at = shown.indexOf(next);
  return shown.map((count, index) => (index === at ? null : count));
}
