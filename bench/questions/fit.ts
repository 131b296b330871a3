import { chancesFrom, type Weights } from '../../src/conversation/reading/questions/chances.js';
import type { Evidence } from '../../src/conversation/reading/questions/evidence.js';

export interface Case {
  entry: string;
  evidence: Evidence;
  /** Place of the pair that is asked; `null`: none. */
  asked: number | null;
}

/** A message that asks none of the pairs counts half: those here, with the pair gone, are the hardest there are. */
const NONE_COUNTS = 0.5;
const STEPS = 500;
const RATE = 0.3;
const DECAY = 1e-4;

const PAIR = ['nearest', 'near', 'inWordings', 'inAnswer', 'ownWords'] as const;
const NONE = ['bias', 'strange', 'inEntry', 'length', 'substance'] as const;

/** Maximum likelihood with a slight pull towards 0, by Adam over all cases at once: the same cases, the same weights. */
export function fitWeights(cases: readonly Case[]): Weights {
  const values = new Float64Array(PAIR.length + NONE.length);
  const mean = new Float64Array(values.length);
  const spread = new Float64Array(values.length);
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeAt(weightsOf(values), cases);
    values.forEach((value, at) => {
      const own = (slope[at] ?? 0) + 2 * DECAY * value;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * own;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * own * own;
      const first = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const second = (spread[at] ?? 0) / (1 - 0.999 ** step);
      values[at] = value - (RATE * first) / (Math.sqrt(second) + 1e-8);
    });
  }
  return weightsOf(values.map((value) => Math.round(value * 100) / 100));
}

function slopeAt(weights: Weights, cases: readonly Case[]): Float64Array {
  const slope = new Float64Array(PAIR.length + NONE.length);
  const all = cases.reduce((sum, { asked }) => sum + (asked === null ? NONE_COUNTS : 1), 0);
  for (const { evidence, asked } of cases) {
    const counts = (asked === null ? NONE_COUNTS : 1) / all;
    const chances = chancesFrom(evidence, weights);
    evidence.pairs.forEach((pair, index) => {
      const off = ((chances.pairs[index] ?? 0) - Number(asked === index)) * counts;
      PAIR.forEach((kind, at) => (slope[at] = (slope[at] ?? 0) + off * pair[kind]));
    });
    const off = (chances.none - Number(asked === null)) * counts;
    const none = { bias: 1, ...evidence.none };
    NONE.forEach((kind, at) => (slope[PAIR.length + at] = (slope[PAIR.length + at] ?? 0) + off * none[kind]));
  }
  return slope;
}

function weightsOf(values: Float64Array): Weights {
  const [nearest = 0, near = 0, inWordings = 0, inAnswer = 0, ownWords = 0, ...rest] = values;
  const [bias = 0, strange = 0, inEntry = 0, length = 0, substance = 0] = rest;
  return {
    pair: { nearest, near, inWordings, inAnswer, ownWords },
    none: { bias, strange, inEntry, length, substance },
  };
}
