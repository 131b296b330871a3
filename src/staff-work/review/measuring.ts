import type { CrossValidated } from '../../intent-matching/cross-validated.js';
import { contentHash } from '../../intent-matching/train.js';
import type { Example, Vocabulary } from '../../intent-matching/types.js';

type Measure = (
  examples: readonly Example[],
  vocabulary: Vocabulary,
  options: {
    tests: readonly Example[];
    signal: AbortSignal;
    onProgress: (done: number, of: number) => void;
  },
) => Promise<CrossValidated>;

/** What the examples of a content are worth, one measurement at a time: each takes seconds of a whole core. */
export interface Measuring {
  /** Does the work after all that was ordered before; resolves when it is done or has failed by itself. */
  inTurn(work: () => Promise<void>): Promise<void>;
  /** What is "after" now is often "before" of the next change, so the last few results are kept. */
  of(measured: MeasuringInput, onFold: (done: number) => void): Promise<CrossValidated>;
  /** Aborted by `stop`. */
  signal: AbortSignal;
  stop(): void;
}

export interface MeasuringInput {
  examples: readonly Example[];
  vocabulary: Vocabulary;
  /** Messages that nothing learns from. */
  tests: readonly Example[];
}

/** A measurement has so many parts of about the same length. */
export const FOLDS = 5;
const MAX_KEPT = 4;

export function createMeasuring(measure: Measure): Measuring {
  const stopping = new AbortController();
  const { signal } = stopping;
  const known = new Map<string, CrossValidated>();
  let last: Promise<void> = Promise.resolve();
  return {
    inTurn: (work) => (last = last.then(() => (signal.aborted ? undefined : work()))),
    async of({ examples, vocabulary, tests }, onFold) {
      const key = contentHash(examples, vocabulary) + contentHash(tests, vocabulary);
      const found =
        known.get(key) ?? (await measure(examples, vocabulary, { tests, signal, onProgress: onFold }));
      known.delete(key);
      known.set(key, found);
      for (const oldest of [...known.keys()].slice(0, -MAX_KEPT)) known.delete(oldest);
      return found;
    },
    signal,
    stop: () => stopping.abort(new Error('stopped')),
  };
}
