import type { Evidence, NoneEvidence, PairEvidence } from './evidence.js';

/** What each kind of evidence is worth; `bias`: how likely it is beforehand that none is asked. */
export interface Weights {
  pair: Record<keyof PairEvidence, number>;
  none: Record<keyof NoneEvidence | 'bias', number>;
}

/**
 * Fitted by `npm run bench:questions -- --fit` on the catalogue itself: each wording left out must lead to its pair, and
 * with its whole pair left out to none.
 */
export const WEIGHTS: Weights = {
  pair: { nearest: 3.65, near: 7.58, inWordings: 1.77, inAnswer: 4, ownWords: 4.84 },
  none: { bias: 5.81, strange: -0.65, inEntry: 3.41, length: 2.03, substance: -5.1 },
};

export interface Chances {
  /** Chance of each pair's being what is asked, in the entry's order. */
  pairs: number[];
  /** Chance that none is. All add up to 1. */
  none: number;
}

/** Multinomial logistic: evidence, weighed and added up, is the logarithm of the odds. */
export function chancesFrom({ pairs, none }: Evidence, weights: Weights = WEIGHTS): Chances {
  const scores = pairs.map((evidence) => weighed(evidence, weights.pair));
  const noneScore = weighed({ bias: 1, ...none }, weights.none);
  const highest = Math.max(noneScore, ...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const noneOdds = Math.exp(noneScore - highest);
  const sum = odds.reduce((total, one) => total + one, noneOdds);
  return { pairs: odds.map((one) => one / sum), none: noneOdds / sum };
}

function weighed<K extends string>(evidence: Record<K, number>, weights: Record<K, number>): number {
  let sum = 0;
  for (const kind in evidence) sum += evidence[kind] * weights[kind];
  return sum;
}
