import type { MatchDecision } from '../types.js';

/** From what certainty on the bot answers, and from what scope score on it takes a message for its own. */
export interface Thresholds {
  answer: number;
  scope: number;
  /** An option is offered only if its confidence is at least this share of the best's. */
  options: number;
}

/** A held-out row as the thresholds see it. */
export interface ThresholdRow {
  inScope: boolean;
  scope: number;
  /** Confidences of the intents, best first, and which of them is right (-1: none). */
  shares: readonly number[];
  rightAt: number;
}

/** What a citizen loses, beside a right answer at once: a question more, and a wrong answer or a needless refusal. */
const ASKED_BACK = 0.15;
const WRONG = 1;
const BELIEVED_ROWS = 100;
/** The share of our own messages, of those rightly understood, that may be refused at most. */
const MAX_REFUSED = 0.03;
/** The share of the right intents among the first four that the options offered must keep. */
const MAX_KEPT = 0.99;
const NEARLY = 1.01;
const SHARES_TRIED = Array.from({ length: 100 }, (_, at) => (100 - at) * 0.005);
const MAX_CAUTIOUS = 0.01;
const MAX_OPTIONS = 4;
const MIN_OPTIONS = 2;

export function decideMatch(
  scope: number,
  best: number,
  { answer, scope: least }: Thresholds,
): MatchDecision {
  if (scope < least) return 'decline';
  return certainty(scope, best) >= answer ? 'answer' : 'ask_back';
}

/** That the message asks for something of ours, and for the best intent: an out-of-scope message is not answered by a clear margin alone. */
function certainty(scope: number, best: number): number {
  return scope * best;
}

/** How many of the intents to offer: 2 to 4. */
export function optionCount(shares: readonly number[], { options }: Pick<Thresholds, 'options'>): number {
  const least = options * (shares[0] ?? 0);
  return Math.max(MIN_OPTIONS, shares.slice(0, MAX_OPTIONS).filter((share) => share >= least).length);
}

/** The thresholds under which the held-out rows would have lost least. */
export function fitThresholds(candidates: readonly ThresholdRow[]): Thresholds {
  const ours = candidates.filter(({ inScope }) => inScope);
  const answer = bestOf(
    Array.from({ length: 90 }, (_, at) => 0.05 + at * 0.01),
    (threshold) => candidates.reduce((sum, row) => sum + lossOf(row, threshold), believedLoss(threshold)),
  );
  const scope = fitScopeThreshold(candidates);
  const asked = ours.filter((row) => row.scope >= scope && certainty(row.scope, row.shares[0] ?? 0) < answer);
  return { answer, options: fitOptions(asked), scope };
}

/** So that a few rows, all of them right, let nobody answer at random: as many rows whose confidence is to be believed. */
function believedLoss(answer: number): number {
  return BELIEVED_ROWS * ((WRONG * (1 - answer) ** 2) / 2 + ASKED_BACK * answer);
}

function lossOf({ inScope, scope, shares, rightAt }: ThresholdRow, answer: number): number {
  if (certainty(scope, shares[0] ?? 0) >= answer) return rightAt === 0 ? 0 : WRONG;
  if (!inScope) return ASKED_BACK;
  return rightAt >= 0 && rightAt < MAX_OPTIONS ? ASKED_BACK : WRONG;
}

/** As few options as keep nearly all of the right intents that four would have offered: the others only distract. */
function fitOptions(askedBack: readonly ThresholdRow[]): number {
  const asked = askedBack.filter(({ rightAt }) => rightAt >= 0 && rightAt < MAX_OPTIONS);
  const kept = (options: number): number =>
    asked.filter(({ shares, rightAt }) => rightAt < optionCount(shares, { options })).length;
  const fewest = SHARES_TRIED.find((options) => kept(options) >= asked.length * MAX_KEPT);
  return asked.length === 0 ? MAX_CAUTIOUS : (fewest ?? MAX_CAUTIOUS);
}

/**
 * As many out-of-scope messages refused as possible while hardly any of our own are. A message that would be misunderstood is not
 * lost by a refusal: only those count whose best intent is right.
 */
function fitScopeThreshold(candidates: readonly ThresholdRow[]): number {
  const ours = candidates.filter(({ rightAt }) => rightAt === 0).map(({ scope }) => scope);
  const others = candidates.filter(({ inScope }) => !inScope).map(({ scope }) => scope);
  const sorted = [...ours].sort((a, b) => a - b);
  const highest = sorted[Math.floor(sorted.length * MAX_REFUSED)] ?? 0;
  if (others.length === 0) return highest;
  const tried = Array.from({ length: 101 }, (_, at) => (highest * at) / 100);
  return bestOf(tried, (threshold) => {
    const refused = ours.filter((scope) => scope < threshold).length / Math.max(1, ours.length);
    const let_in = others.filter((scope) => scope >= threshold).length / Math.max(1, others.length);
    return refused + let_in;
  });
}

/** The loss is flat around its minimum: of the thresholds that lose nearly the least the lowest, which asks back and refuses least. */
function bestOf(thresholds: readonly number[], loss: (threshold: number) => number): number {
  const losses = thresholds.map(loss);
  const least = Math.min(...losses);
  return thresholds[losses.findIndex((lost) => lost <= least * NEARLY)] ?? 0;
}
