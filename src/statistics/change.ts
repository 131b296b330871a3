/** How a number stands against the period before. */
export interface Change {
  before: number;
  by: number;
  /** `by` as a share of `before`; `null` where there was nothing before. */
  share: number | null;
}

/** `null` where either number can't be told. */
export function changeOf(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  return { before, by: now - before, share: before === 0 ? null : (now - before) / before };
}
