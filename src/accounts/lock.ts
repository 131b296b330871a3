export const MAX_FAILURES = 5;
export const LOCKED_MINUTES = 15;

/** When a name whose last failure was then can be tried again. */
export const lockEnd = (lastAt: Date) => new Date(lastAt.getTime() + LOCKED_MINUTES * 60_000);

/** Until when these tries lock a name; `null` when they do not, or no longer. */
export function lockedNow(tries: { failures: number; lastAt: Date } | null, now: Date): Date | null {
  if (tries === null || tries.failures < MAX_FAILURES) return null;
  const end = lockEnd(tries.lastAt);
  return now < end ? end : null;
}
