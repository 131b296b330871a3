import type { CrossValidated } from '../../intent-matching/cross-validated.js';
import type { Evaluation, EvaluationFigures } from '../ports.js';
import { isMoreThanChance } from './chance.js';

/** A smaller change of the share recognised says nothing. */
const NOTICEABLE = 0.02;
const MAX_MOVED = 6;

/** The figures that staff are shown; `own`: with those of one intent (`null`: out of scope). */
export function figuresShown(
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

/** Other intents that are recognised more or less often than chance explains, worst first. */
export function movedIntents(
  earlier: CrossValidated,
  now: CrossValidated,
  own: string | null,
): Evaluation['moved'] {
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
    .slice(0, MAX_MOVED);
}
