/** Who asks for a piece of work: somebody we know, or anybody. */
export type Lane = 'known' | 'stranger';

/**
 * Pieces of work one after the other, at most `limit` waiting in each lane; those of people we know come first, however
 * many strangers wait. `refuse` makes the error for whoever comes too late.
 */
export function createTurns(limit: number, refuse: () => Error) {
  const waiting: Record<Lane, (() => Promise<void>)[]> = { known: [], stranger: [] };
  let working = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (;;) {
      const next = waiting.known.shift() ?? waiting.stranger.shift();
      if (next === undefined) break;
      await next();
    }
    working = false;
  };
  return <T>(lane: Lane, piece: () => Promise<T>): Promise<T> => {
    if (waiting[lane].length >= limit) return Promise.reject(refuse());
    const done = new Promise<T>((resolve, reject) => {
      waiting[lane].push(() => piece().then(resolve, reject));
    });
    void work();
    return done;
  };
}
