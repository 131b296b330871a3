import { trainingExamples } from '../../content/training-examples.js';
import type { CrossValidated } from '../../intent-matching/cross-validated.js';
import { contentHash } from '../../intent-matching/train.js';
import type { Example, Vocabulary } from '../../intent-matching/types.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { Evaluation, EvaluationFigures, Review, Reviews } from '../ports.js';
import { isMoreThanChance } from './chance.js';
import type { ExampleFiles } from './filing.js';

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

type Measure = (
  examples: readonly Example[],
  vocabulary: Vocabulary,
  options: { signal: AbortSignal; onProgress: (done: number, of: number) => void },
) => Promise<CrossValidated>;

export interface EvaluationParts {
  files: Pick<ExampleFiles, 'load'>;
  reviews: Pick<Reviews, 'setEvaluation' | 'unmeasured'>;
  measure: Measure;
  clock: Clock;
  logger: Logger;
}

/** Every fold of both measurements is a part of the work. */
const FOLDS = 5;
const NOTICEABLE = 0.02;
/** What was left without figures for longer, nobody waits for; the page offers to measure it. */
const TAKEN_UP_DAYS = 3;
const MOST_TAKEN_UP = 20;

/**
 * One at a time, in worker threads: each takes seconds of a whole core. The results are what is kept: a review without
 * them is what says that there is still something to measure.
 */
export function createEvaluationJobs(parts: EvaluationParts): EvaluationJobs {
  const states = new Map<string, JobState>();
  const stopping = new AbortController();
  const measured = rememberingMeasure(parts.measure, stopping.signal);
  let last: Promise<void> = Promise.resolve();
  const run = async (review: Review, again: boolean): Promise<void> => {
    if (stopping.signal.aborted) return;
    const evaluation = await evaluate(review, parts, measured, (part) =>
      states.set(review.id, { state: 'running', part, of: 2 * FOLDS, again }),
    );
    if (evaluation !== null) await parts.reviews.setEvaluation(review.id, evaluation);
    states.delete(review.id);
  };
  const queue = (review: Review, again: boolean) => {
    states.set(review.id, { state: 'waiting', again });
    last = last
      .then(() => run(review, again))
      .catch((error: unknown) => {
        states.set(review.id, { state: 'failed' });
        if (!stopping.signal.aborted) parts.logger.warn({ err: error }, 'an example could not be measured');
      });
  };
  return {
    start: (review) => queue(review, false),
    async takeUp() {
      const since = new Date(parts.clock.now().getTime() - TAKEN_UP_DAYS * 86_400_000);
      for (const review of await parts.reviews.unmeasured(since, MOST_TAKEN_UP))
        if (!states.has(review.id)) queue(review, true);
    },
    state: (reviewId) => states.get(reviewId) ?? null,
    stop: () => stopping.abort(new Error('stopped')),
  };
}

type Measured = (
  examples: readonly Example[],
  vocabulary: Vocabulary,
  onFold: (done: number) => void,
) => Promise<CrossValidated>;

/** What is "after" now is often "before" of the next example. */
function rememberingMeasure(measure: Measure, signal: AbortSignal): Measured {
  const known = new Map<string, CrossValidated>();
  return async (examples, vocabulary, onFold) => {
    const key = contentHash(examples, vocabulary);
    const found = known.get(key) ?? (await measure(examples, vocabulary, { signal, onProgress: onFold }));
    known.delete(key);
    known.set(key, found);
    for (const oldest of [...known.keys()].slice(0, -4)) known.delete(oldest);
    return found;
  };
}

async function evaluate(
  { intent: filedUnder, text }: Review,
  { files, clock }: EvaluationParts,
  measure: Measured,
  onPart: (part: number) => void,
): Promise<Evaluation | null> {
  const intent = filedUnder ?? null;
  const { content } = await files.load();
  if (content === null || text === undefined) return null;
  const withIt = trainingExamples(content);
  const without = withIt.filter((example) => example.text !== text || example.intent !== intent);
  if (without.length === withIt.length) return null;
  onPart(0);
  const before = await measure(without, content.vocabulary, onPart);
  onPart(FOLDS);
  const after = await measure(withIt, content.vocabulary, (done) => onPart(FOLDS + done));
  return {
    measuredAt: clock.now(),
    before: shown(before, intent),
    after: shown(after, intent),
    moved: movedIntents(before, after, intent),
  };
}

function shown(
  { examples, figures, outcomes, byIntent }: CrossValidated,
  own: string | null,
): EvaluationFigures {
  const { answeredRight, answeredWrong, askedBack } = outcomes;
  const score = byIntent.find(({ intent }) => intent === own);
  return {
    ...{ examples, accuracy: figures.accuracy, answeredRight, answeredWrong, askedBack },
    recall: score?.recall ?? null,
    ...(score === undefined ? {} : { ofIntent: score.examples }),
  };
}

function movedIntents(earlier: CrossValidated, now: CrossValidated, own: string | null): Evaluation['moved'] {
  const then = new Map(earlier.byIntent.map(({ intent, recall }) => [intent, recall]));
  return now.byIntent
    .map(({ intent, recall, examples }) => ({
      ...{ intent, examples },
      ...{ before: then.get(intent) ?? recall, after: recall },
    }))
    .filter((one) => one.intent !== own && Math.abs(one.after - one.before) >= NOTICEABLE)
    .filter(({ before, after, examples }) => isMoreThanChance(before, after, examples))
    .sort((a, b) => a.after - a.before - (b.after - b.before))
    .map(({ intent, before, after }) => ({ intent, before, after }))
    .slice(0, 6);
}
