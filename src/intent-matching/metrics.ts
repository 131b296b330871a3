import { calibrationError } from './model/calibration.js';
import type { Match } from './types.js';

/** One message of a labelled set, and what was said of it. */
export interface JudgedMatch {
  intent: string | null;
  match: Match;
  /** The second matter of a message that asks two things. */
  also?: string;
}

export interface Figures {
  /** Share of the in-scope rows whose best intent is right. Rates are fractions of 1. */
  accuracy: number;
  /** Mean over the intents of the set of the harmonic mean of precision and recall. */
  macroF1: number;
  /** Expected calibration error of the best intents' confidences. */
  ece: number;
  /** Area under the ROC curve of `inScope`, in-scope rows against others; `null` without both kinds. */
  oosAuroc: number | null;
}

/** The intent a match stands for, whatever was decided. */
export function predictedIntent(match: Match): string | null {
  return match.alternatives[0]?.intent ?? null;
}

export function figuresOf(judgements: readonly JudgedMatch[]): Figures {
  const ours = judgements.filter(({ intent }) => intent !== null);
  const others = judgements.filter(({ intent }) => intent === null);
  const judged = ours.map(({ intent, match }) => ({
    confidence: match.confidence,
    correct: predictedIntent(match) === intent,
  }));
  return {
    accuracy: share(judged, ({ correct }) => correct),
    macroF1: meanOf(scoresByIntent(ours).map(({ f1 }) => f1)),
    ece: calibrationError(judged),
    oosAuroc: rocArea(
      ours.map(({ match }) => match.inScope),
      others.map(({ match }) => match.inScope),
    ),
  };
}

/** What the citizens of a labelled set would have met; shares of our own messages, or of those of others. */
export interface MatchOutcomes {
  answeredRight: number;
  /** The first matter answered is not the first that was asked. */
  answeredWrong: number;
  /** Of those: none of the matters answered was asked; else one of two is right, or one too many is answered. */
  answeredBeside: number;
  askedBack: number;
  /** The right intent was the best one, or among the four that can be offered. */
  withinOptions: number;
  wronglyDeclined: number;
  /** `null` when the set has no message out of scope. */
  othersDeclined: number | null;
  /** Messages out of scope that were answered at once. */
  othersAnswered: number | null;
  /** Of the messages that ask two things: both are the first two intents. `null` when there is none. */
  bothFound: number | null;
}

const MAX_OPTIONS = 4;

export function outcomesOf(judgements: readonly JudgedMatch[]): MatchOutcomes {
  const ours = judgements.filter(({ intent }) => intent !== null);
  const others = judgements.filter(({ intent }) => intent === null);
  const isRight = ({ intent, match }: JudgedMatch): boolean => predictedIntent(match) === intent;
  const answered = ours.filter(({ match }) => match.decision === 'answer');
  return {
    answeredRight: answered.filter(isRight).length / Math.max(1, ours.length),
    answeredWrong: answered.filter((judgement) => !isRight(judgement)).length / Math.max(1, ours.length),
    answeredBeside: answered.filter(isBeside).length / Math.max(1, ours.length),
    askedBack: share(ours, ({ match }) => match.decision === 'ask_back'),
    withinOptions: share(ours, ({ intent, match }) =>
      match.alternatives.slice(0, MAX_OPTIONS).some((alternative) => alternative.intent === intent),
    ),
    wronglyDeclined: share(ours, ({ match }) => match.decision === 'decline'),
    othersDeclined: shareIfAny(others, ({ match }) => match.decision === 'decline'),
    othersAnswered: shareIfAny(others, ({ match }) => match.decision === 'answer'),
    bothFound: shareIfAny(
      ours.filter(({ also }) => also !== undefined),
      areBothFound,
    ),
  };
}

/** Nothing that is answered was asked; a match with a second matter answers both. */
function isBeside({ intent, also, match }: JudgedMatch): boolean {
  const asked = [intent, also];
  return ![predictedIntent(match), match.second?.intent].some((said) => said != null && asked.includes(said));
}

function areBothFound({ intent, also, match }: JudgedMatch): boolean {
  const firstTwo = match.alternatives.slice(0, 2).map((alternative) => alternative.intent);
  return [intent, also].every((asked) => asked != null && firstTwo.includes(asked));
}

export interface IntentScore {
  intent: string;
  examples: number;
  precision: number;
  recall: number;
  f1: number;
}

/** One line for each intent of the rows, in alphabetical order; rows out of scope are left out before. */
export function scoresByIntent(judgements: readonly JudgedMatch[]): IntentScore[] {
  const counts = new Map<string, { own: number; said: number; right: number }>();
  const countOf = (intent: string): { own: number; said: number; right: number } => {
    const count = counts.get(intent) ?? { own: 0, said: 0, right: 0 };
    counts.set(intent, count);
    return count;
  };
  for (const { intent, match } of judgements) {
    const predicted = predictedIntent(match);
    if (intent !== null) countOf(intent).own += 1;
    if (predicted !== null) countOf(predicted).said += 1;
    if (intent !== null && intent === predicted) countOf(intent).right += 1;
  }
  return [...counts]
    .filter(([, { own }]) => own > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([intent, { own, said, right }]) => ({
      intent,
      examples: own,
      precision: said === 0 ? 0 : right / said,
      recall: right / own,
      f1: right === 0 ? 0 : (2 * right) / (own + said),
    }));
}

/** How often a row of the first kind scores above one of the second; ties count half. */
export function rocArea(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const sorted = [...lower].sort((a, b) => a - b);
  const wins = higher.reduce((sum, score) => {
    const below = countWhile(sorted, (value) => value < score);
    const notAbove = countWhile(sorted, (value) => value <= score);
    return sum + (below + notAbove) / 2;
  }, 0);
  return wins / (higher.length * lower.length);
}

/** How many of the sorted numbers hold, which all stand at the beginning. */
function countWhile(sorted: readonly number[], before: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (before(sorted[middle] ?? 0)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function shareIfAny<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : share(items, holds);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
