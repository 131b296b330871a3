import { seededRandom, shuffle } from '../random.js';
import type { SparseRows } from './sparse-rows.js';

/** How hard a wrong training row is punished; see docs/decisions/0010 for what was measured. */
export interface SvmOptions {
  cost: number;
  /** Extra cost of a class's own rows, so that ten rows are heard among hundreds of others: (others / own) ** power. */
  balance: number;
}

export const SVM: SvmOptions = { cost: 2, balance: 0.25 };

const SEED = 20_261_124;
const MOST_ROUNDS = 30;
const TOLERANCE = 0.1;

/** Trained machines, and what lets machines for some of the same rows be trained faster. */
export interface Machines {
  /** Laid out [feature][class]; in the last block of classes the biases. */
  weights: Float32Array;
  /** How hard each row pushes each machine, [class][row]: the dual solution. */
  pushes: Float32Array;
}

/**
 * One linear support vector machine for each class against the rest: squared hinge loss, L2-regularised, trained by
 * dual coordinate descent (Hsieh et al. 2008) with shrinking. Time is linear in the number of rows.
 * `rows`: which rows to train on. `labels`: the class of every row. `start`: the pushes of machines that saw more or
 * other rows; the solution is the same, only sooner found.
 */
export function trainSvms(
  data: SparseRows,
  rows: Int32Array,
  labels: Int32Array,
  classes: number,
  features: number,
  { options = SVM, start }: { options?: SvmOptions; start?: Float32Array } = {},
): Machines {
  const weights = new Float32Array((features + 1) * classes);
  const pushes = new Float32Array(data.count * classes);
  const machine = new Float64Array(features + 1);
  for (let own = 0; own < classes; own++) {
    const place = own * data.count;
    const alphas = start?.slice(place, place + data.count) ?? new Float32Array(data.count);
    descend(data, rows, labels, own, machine, alphas, options);
    pushes.set(alphas, place);
    for (let feature = 0; feature <= features; feature++)
      weights[feature * classes + own] = machine[feature] as number;
  }
  return { weights, pushes };
}

/** One machine in the making: the rows still in play are the first `active` of `order`. */
interface Descent {
  data: SparseRows;
  signs: Int8Array;
  alphas: Float32Array;
  order: Int32Array;
  active: number;
  /** A row without weight whose gradient is above this is set aside. */
  limit: number;
  machine: Float64Array;
  ownCost: number;
  cost: number;
}

function descend(
  data: SparseRows,
  rows: Int32Array,
  labels: Int32Array,
  own: number,
  machine: Float64Array,
  alphas: Float32Array,
  { cost, balance }: SvmOptions,
): void {
  const signs = new Int8Array(data.count).map((_, row) => (labels[row] === own ? 1 : -1));
  const owned = rows.reduce((sum, row) => sum + (signs[row] === 1 ? 1 : 0), 0);
  if (owned === 0) {
    machine.fill(0);
    alphas.fill(0);
    machine[machine.length - 1] = -1;
    return;
  }
  const ownCost = cost * Math.max(1, (rows.length - owned) / owned) ** balance;
  const order = Int32Array.from(rows);
  begin(data, rows, signs, alphas, machine);
  const state = { data, signs, alphas, order, active: order.length, limit: Infinity, machine, ownCost, cost };
  const random = seededRandom(SEED + own);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    shuffle(order.subarray(0, state.active), random);
    const worst = pass(state);
    state.limit = worst;
    if (worst >= TOLERANCE) continue;
    if (state.active === order.length) return;
    state.active = order.length;
    state.limit = Infinity;
  }
}

/** The machine that the pushes of these rows make; rows that are not trained on push nothing. */
function begin(
  data: SparseRows,
  rows: Int32Array,
  signs: Int8Array,
  alphas: Float32Array,
  machine: Float64Array,
): void {
  machine.fill(0);
  const kept = new Float32Array(alphas.length);
  for (const row of rows) {
    const alpha = alphas[row] as number;
    if (alpha === 0) continue;
    kept[row] = alpha;
    addTo(data, row, machine, alpha * (signs[row] as number));
  }
  alphas.set(kept);
}

/** One step for each row in play; returns the largest slope met, 0 at the solution. */
function pass(state: Descent): number {
  const { data, signs, alphas, order, limit, machine, ownCost, cost } = state;
  let worst = 0;
  for (let at = 0; at < state.active; at++) {
    const row = order[at] as number;
    const sign = signs[row] as number;
    const softness = 0.5 / (sign > 0 ? ownCost : cost);
    const alpha = alphas[row] as number;
    const gradient = sign * product(data, row, machine) - 1 + softness * alpha;
    if (alpha === 0 && gradient >= 0) {
      if (gradient > limit) {
        state.active -= 1;
        order[at] = order[state.active] as number;
        order[state.active] = row;
        at -= 1;
      }
      continue;
    }
    worst = Math.max(worst, Math.abs(gradient));
    const next = Math.fround(Math.max(0, alpha - gradient / (2 + softness)));
    alphas[row] = next;
    addTo(data, row, machine, (next - alpha) * sign);
  }
  return worst;
}

/** Rows have length 1 and the bias is one more feature of value 1: hence the 2 in the step above. */
function product(data: SparseRows, row: number, machine: Float64Array): number {
  const { features, values, starts } = data;
  const end = starts[row + 1] as number;
  let sum = machine[machine.length - 1] as number;
  for (let at = starts[row] as number; at < end; at++)
    sum += (values[at] as number) * (machine[features[at] as number] as number);
  return sum;
}

function addTo(data: SparseRows, row: number, machine: Float64Array, step: number): void {
  const { features, values, starts } = data;
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at++) {
    const feature = features[at] as number;
    machine[feature] = (machine[feature] as number) + step * (values[at] as number);
  }
  machine[machine.length - 1] = (machine[machine.length - 1] as number) + step;
}
