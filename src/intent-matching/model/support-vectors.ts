import { seededRandom, shuffle } from '../random.js';
import { columnCount, marginOf, sumOfRow, type SparseRows } from './sparse-rows.js';
import { leansOf } from './topicality.js';

/** How hard a wrong training row is punished; see docs/decisions/0010 for what was measured. */
const COST = 1;
/** Extra cost of a class's own rows, so that ten are heard among hundreds: (others / own) to this power. */
const BALANCE = 0.5;
const SEED = 20_261_124;
/** How far beyond its margin a row that does not push leaves the game. */
const OUT_OF_REACH = 0.1;

/** How often the rows are gone through; from which round on they may leave the game, and when all are called back. */
interface Rounds {
  count: number;
  mayLeave: number;
  allAgain: number;
}

/** As near to the solution as ten rounds with all rows, at half the work. */
const ROUNDS: Rounds = { count: 10, mayLeave: 1, allAgain: 6 };
/** Enough when starting from machines that saw nearly the same rows: what did not push there hardly does here. */
const ROUNDS_WARM: Rounds = { count: 5, mayLeave: 0, allAgain: Infinity };

/** What to train: one machine for each of `classes` against the rest, on some rows of the data. */
export interface SvmTask {
  data: SparseRows;
  rows: Int32Array;
  /** The class of every row of the data. */
  labels: Int32Array;
  classes: number;
}

/** How hard each row of the data pushes each machine, [class][row]: the dual solution, from which to start others. */
export type Pushes = Float32Array;

/**
 * Linear support vector machines, one against the rest: squared hinge loss, L2-regularised feature by feature
 * (`topicality`), trained by dual coordinate descent (Hsieh et al. 2008) with shrinking. Time is linear in the rows.
 * `visit` is given each class and what each column adds to the margin of a message of length 1 that has all its
 * features, the bias last; the array is used again for the next class.
 * `start`: the pushes of machines that saw more rows; the solution is the same, only sooner found.
 */
export function trainSvms(
  task: SvmTask,
  visit: (own: number, machine: Float64Array) => void,
  start?: Pushes,
): Pushes {
  const { data, rows, labels, classes } = task;
  const leans = leansOf(data, rows, labels, classes);
  const lengths = squaredLengths(data, rows, leans);
  const pushes = new Float32Array(data.count * classes);
  const machine = new Float64Array(columnCount(data) + 1);
  const signs = new Int8Array(data.count);
  for (let own = 0; own < classes; own++) {
    const alphas = pushes.subarray(own * data.count, (own + 1) * data.count);
    if (start !== undefined) for (const row of rows) alphas[row] = start[own * data.count + row] as number;
    for (const row of rows) signs[row] = labels[row] === own ? 1 : -1;
    const order = rows.slice();
    const rounds = start === undefined ? ROUNDS : ROUNDS_WARM;
    descend({ data, leans, lengths, signs, alphas, machine, order }, own, rounds);
    visit(own, machine);
  }
  return pushes;
}

/** One machine in the making. */
interface Descent {
  data: SparseRows;
  /** How far one push moves each column. */
  leans: Float64Array;
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

function descend(state: Descent, own: number, rounds: Rounds): void {
  const { order, signs, machine } = state;
  begin(state);
  let owned = 0;
  for (const row of order) if (signs[row] === 1) owned += 1;
  if (owned === 0) {
    machine[machine.length - 1] = -1;
    return;
  }
  const costs = { own: COST * Math.max(1, (order.length - owned) / owned) ** BALANCE, other: COST };
  const random = seededRandom(SEED + own);
  let active = order.length;
  for (let round = 0; round < rounds.count; round++) {
    if (round === rounds.allAgain) active = order.length;
    shuffle(order.subarray(0, active), random);
    active = pass(state, active, costs, round < rounds.mayLeave ? Infinity : OUT_OF_REACH);
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

/** One step for each row in play. A row that does not push and is `limit` beyond its margin leaves; how many are left. */
function pass(state: Descent, active: number, costs: Costs, limit: number): number {
  const { data, machine, signs, alphas, order, lengths } = state;
  let left = active;
  for (let at = 0; at < left; at++) {
    const row = order[at] as number;
    const sign = signs[row] as number;
    const softness = 0.5 / (sign > 0 ? costs.own : costs.other);
    const alpha = alphas[row] as number;
    const gradient = sign * marginOf(data, row, machine) - 1 + softness * alpha;
    if (alpha === 0 && gradient >= 0) {
      if (gradient <= limit) continue;
      left -= 1;
      order[at] = order[left] as number;
      order[left] = row;
      at -= 1;
      continue;
    }
    const next = Math.fround(Math.max(0, alpha - gradient / ((lengths[row] as number) + softness)));
    alphas[row] = next;
    addTo(state, row, (next - alpha) * sign);
  }
  return left;
}

function addTo(
  { data: { columns, scales, starts }, machine, leans }: Descent,
  row: number,
  step: number,
): void {
  const end = starts[row + 1] as number;
  const push = step * (scales[row] as number);
  for (let at = starts[row] as number; at < end; at++) {
    const column = columns[at] as number;
    machine[column] = (machine[column] as number) + push * (leans[column] as number);
  }
  machine[machine.length - 1] = (machine[machine.length - 1] as number) + step;
}

/** How far one push of a row moves its own margin. */
function squaredLengths(data: SparseRows, rows: Int32Array, leans: Float64Array): Float64Array {
  const lengths = new Float64Array(data.count);
  for (const row of rows) lengths[row] = 1 + sumOfRow(data, row, leans) * (data.scales[row] as number) ** 2;
  return lengths;
}
