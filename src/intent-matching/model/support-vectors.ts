import { seededRandom, shuffle } from '../random.js';
import type { SparseRows } from './sparse-rows.js';
import { topicality } from './topicality.js';

/** How hard a wrong training row is punished; see docs/decisions/0010 for what was measured. */
const COST = 2;
/** Extra cost of a class's own rows, so that ten are heard among hundreds: (others / own) to this power. */
const BALANCE = 0.5;
const SEED = 20_261_124;
const MOST_ROUNDS = 10;
/** Enough when starting from machines that saw nearly the same rows. */
const MOST_ROUNDS_WARM = 5;
const TOLERANCE = 0.2;

/** What to train: one machine for each of `classes` against the rest, on some rows of the data. */
export interface SvmTask {
  data: SparseRows;
  rows: Int32Array;
  /** The class of every row of the data. */
  labels: Int32Array;
  classes: number;
  /** How many features the data has. */
  features: number;
}

/** How hard each row of the data pushes each machine, [class][row]: the dual solution, from which to start others. */
export type Pushes = Float32Array;

/**
 * Linear support vector machines, one against the rest: squared hinge loss, L2-regularised feature by feature
 * (`topicality`), trained by dual coordinate descent (Hsieh et al. 2008) with shrinking. Time is linear in the rows.
 * `visit` is given each class and its weights, the bias last; the array is used again for the next class.
 * `start`: the pushes of machines that saw more rows; the solution is the same, only sooner found.
 */
export function trainSvms(
  task: SvmTask,
  visit: (own: number, machine: Float64Array) => void,
  start?: Pushes,
): Pushes {
  const { data, rows, labels, classes, features } = task;
  const scales = topicality(data, rows, labels, classes, features);
  const lengths = squaredLengths(data, rows, scales);
  const pushes = new Float32Array(data.count * classes);
  const machine = new Float64Array(features + 1);
  for (let own = 0; own < classes; own++) {
    const alphas = pushes.subarray(own * data.count, (own + 1) * data.count);
    if (start !== undefined) for (const row of rows) alphas[row] = start[own * data.count + row] as number;
    const signs = new Int8Array(data.count).map((_, row) => (labels[row] === own ? 1 : -1));
    const order = Int32Array.from(rows);
    const rounds = start === undefined ? MOST_ROUNDS : MOST_ROUNDS_WARM;
    descend({ data, scales, lengths, signs, alphas, machine, order }, own, rounds);
    visit(own, machine);
  }
  return pushes;
}

/** One machine in the making. */
interface Descent {
  data: SparseRows;
  scales: Float64Array;
  lengths: Float64Array;
  signs: Int8Array;
  alphas: Float32Array;
  machine: Float64Array;
  /** The rows; those still in play stand first. */
  order: Int32Array;
}

interface Costs {
  own: number;
  other: number;
}

function descend(state: Descent, own: number, rounds: number): void {
  const { order, signs, machine } = state;
  begin(state);
  const owned = order.reduce((sum, row) => sum + (signs[row] === 1 ? 1 : 0), 0);
  if (owned === 0) {
    machine[machine.length - 1] = -1;
    return;
  }
  const costs = { own: COST * Math.max(1, (order.length - owned) / owned) ** BALANCE, other: COST };
  const random = seededRandom(SEED + own);
  let active = order.length;
  let limit = Infinity;
  for (let round = 0; round < rounds; round++) {
    shuffle(order.subarray(0, active), random);
    const { worst, left } = pass(state, active, limit, costs);
    if (worst >= TOLERANCE) [active, limit] = [left, worst];
    else if (left === order.length) return;
    else [active, limit] = [order.length, Infinity];
  }
}

/** The machine that the pushes so far make. */
function begin(state: Descent): void {
  const { order, alphas, signs, machine } = state;
  machine.fill(0);
  for (const row of order) {
    const alpha = alphas[row] as number;
    if (alpha !== 0) addTo(state, row, alpha * (signs[row] as number));
  }
}

/**
 * One step for each row in play. A row that does not push and whose gradient is above the limit leaves the game.
 * `worst`: the largest slope met, 0 at the solution; `left`: how many rows are still in play.
 */
function pass(state: Descent, active: number, limit: number, costs: Costs): { worst: number; left: number } {
  const { signs, alphas, order, lengths } = state;
  let worst = 0;
  let left = active;
  for (let at = 0; at < left; at++) {
    const row = order[at] as number;
    const sign = signs[row] as number;
    const softness = 0.5 / (sign > 0 ? costs.own : costs.other);
    const alpha = alphas[row] as number;
    const gradient = sign * product(state, row) - 1 + softness * alpha;
    if (alpha === 0 && gradient >= 0) {
      if (gradient <= limit) continue;
      left -= 1;
      order[at] = order[left] as number;
      order[left] = row;
      at -= 1;
      continue;
    }
    worst = Math.max(worst, Math.abs(gradient));
    const next = Math.fround(Math.max(0, alpha - gradient / ((lengths[row] as number) + softness)));
    alphas[row] = next;
    addTo(state, row, (next - alpha) * sign);
  }
  return { worst, left };
}

/** The bias is one more feature of value 1. */
function product({ data, machine }: Descent, row: number): number {
  const { features, values, starts } = data;
  const end = starts[row + 1] as number;
  let sum = machine[machine.length - 1] as number;
  for (let at = starts[row] as number; at < end; at++)
    sum += (values[at] as number) * (machine[features[at] as number] as number);
  return sum;
}

function addTo({ data, machine, scales }: Descent, row: number, step: number): void {
  const { features, values, starts } = data;
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at++) {
    const feature = features[at] as number;
    const change = step * (values[at] as number) * (scales[feature] as number);
    machine[feature] = (machine[feature] as number) + change;
  }
  machine[machine.length - 1] = (machine[machine.length - 1] as number) + step;
}

/** How far one push of a row moves its own margin. */
function squaredLengths(data: SparseRows, rows: Int32Array, scales: Float64Array): Float64Array {
  const { features, values, starts } = data;
  const lengths = new Float64Array(data.count);
  for (const row of rows) {
    let length = 1;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      length += (values[at] as number) ** 2 * (scales[features[at] as number] as number);
    lengths[row] = length;
  }
  return lengths;
}
