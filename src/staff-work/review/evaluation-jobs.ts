import { trainingExamples } from '../../content/training-examples.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { Evaluation, Review, Reviews } from '../ports.js';
import { figuresShown, movedIntents } from './compare-measured.js';
import type { ExampleFiles } from './filing.js';
import { FOLDS, type Measuring } from './measuring.js';

/** `again`: the process ended while it was measured, so it is measured anew. */
type JobState =
  | { state: 'waiting'; again: boolean }
  | { state: 'running'; part: number; of: number; again: boolean }
  | { state: 'failed' };

export interface EvaluationJobs {
  /** Measures the examples without and with the one that was filed, after what is being measured already. */
  start(review: Review): void;
  /** Starts what an earlier run of the process left without figures. Rejects when that can't be read. */
  takeUp(): Promise<void>;
  /** `null` when it is neither waiting nor running, nor failed lately. */
  state(reviewId: string): JobState | null;
  stop(): void;
}

export interface EvaluationDependencies {
  files: Pick<ExampleFiles, 'load'>;
  reviews: Pick<Reviews, 'setEvaluation' | 'unmeasured'>;
  measuring: Measuring;
  clock: Clock;
  logger: Logger;
}

/** What was left without figures for longer, nobody waits for; the page offers to measure it. */
const TAKEN_UP_DAYS = 3;
const MOST_TAKEN_UP = 20;

/**
 * One at a time, in worker threads: each takes seconds of a whole core. The results are what is kept: a review without
 * them is what says that there is still something to measure.
 */
export function createEvaluationJobs(parts: EvaluationDependencies): EvaluationJobs {
  const states = new Map<string, JobState>();
  const { measuring } = parts;
  const run = async (review: Review, again: boolean): Promise<void> => {
    const evaluation = await evaluate(review, parts, (part) =>
      states.set(review.id, { state: 'running', part, of: 2 * FOLDS, again }),
    );
    if (evaluation !== null) await parts.reviews.setEvaluation(review.id, evaluation);
    states.delete(review.id);
  };
  const queue = (review: Review, again: boolean) => {
    states.set(review.id, { state: 'waiting', again });
    void measuring.inTurn(() =>
      run(review, again).catch((error: unknown) => {
        states.set(review.id, { state: 'failed' });
        if (!measuring.signal.aborted) parts.logger.warn({ err: error }, 'an example could not be measured');
      }),
    );
  };
  return {
    start: (review) => queue(review, false),
    async takeUp() {
      const since = new Date(parts.clock.now().getTime() - TAKEN_UP_DAYS * 86_400_000);
      for (const review of await parts.reviews.unmeasured(since, MOST_TAKEN_UP))
        if (!states.has(review.id)) queue(review, true);
    },
    state: (reviewId) => states.get(reviewId) ?? null,
    stop: () => measuring.stop(),
  };
}

/** Every fold of both measurements is a part of the work. */
async function evaluate(
  { intent: filedUnder, text }: Review,
  { files, clock, measuring }: EvaluationDependencies,
  onPart: (part: number) => void,
): Promise<Evaluation | null> {
  const intent = filedUnder ?? null;
  const { content } = await files.load();
  if (content === null || text === undefined) return null;
  const withIt = trainingExamples(content);
  const without = withIt.filter((example) => example.text !== text || example.intent !== intent);
  if (without.length === withIt.length) return null;
  const { vocabulary, tests } = content;
  onPart(0);
  const before = await measuring.of({ examples: without, vocabulary, tests }, onPart);
  onPart(FOLDS);
  const after = await measuring.of({ examples: withIt, vocabulary, tests }, (done) => onPart(FOLDS + done));
  return {
    measuredAt: clock.now(),
    before: figuresShown(before, intent),
    after: figuresShown(after, intent),
    moved: movedIntents(before, after, intent),
  };
}
