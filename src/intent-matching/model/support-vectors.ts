import { seededRandom, shuffle } from '../random.js';
import { logCounts } from './log-counts.js';
import { columnCount, marginOf, sumOfRow, type SparseRows } from './sparse-rows.js';
import { featureWeightsOf } from './topicality.js';

/** How hard a wrong training row is punished; see docs/decisions/0010 for what was measured. */
const COST = 1;
/** Extra cost of a class's own rows, so that ten are heard among hundreds: (others / own) to this power. */
const BALANCE = 0.5;
/** How much the classifier of a label's part says beside the label's own. */
const PART_WEIGHT = 0.5;
const SEED = 20_261_124;
/** A row with a zero dual variable this far outside its margin is skipped in the passes that follow (shrinking). */
const SHRINKING_MARGIN = 0.1;

/** How many passes over the rows; from which one on rows may be skipped, and before which all are taken up again. */
interface Passes {
  count: number;
  shrinkFrom: number;
  unshrinkAt: number;
}

/** As near to the solution as ten passes over all rows, at half the work. */
const PASSES: Passes = { count: 10, shrinkFrom: 1, unshrinkAt: 6 };
/** Enough for a warm start from classifiers that saw nearly the same rows: dual variables that were zero there are mostly zero here. */
const PASSES_WARM: Passes = { count: 5, shrinkFrom: 0, unshrinkAt: Infinity };

/** What to train, on some rows of the data: one classifier for each of `classes` against the rest, and for each of `parts`. */
export interface SvmTask {
  data: SparseRows;
  rows: Int32Array;
  /** The class of every row of the data. */
  labels: Int32Array;
  classes: number;
  /** What several classes have in common: the classes of each part. */
  parts?: readonly (readonly number[])[];
}

/** The dual solution, [class, then part][row of the data]: one variable (alpha) for each row and classifier, to start others from. */
export type DualVariables = Float32Array;

/**
 * Linear support vector machines, one against the rest: squared hinge loss, L2-regularised feature by feature
 * (`topicality`), trained by dual coordinate descent (Hsieh et al. 2008) with shrinking. Time is linear in the rows.
 * To the weights of a class those of its parts and the counts of its features (`logCounts`) are added, so that they cost
 * nothing when a message is scored.
 * `visit` is given each class and what each column adds to the margin of a message of length 1 that has all its
 * features, the bias last; the array is used again for the next class.
 * `start`: the dual variables of classifiers that saw more rows (a warm start); the solution is the same, only sooner found.
 */
export function trainSvms(
  task: SvmTask,
  visit: (own: number, weights: Float64Array) => void,
  start?: DualVariables,
): DualVariables {
  const { data, rows, labels, classes, parts = [] } = task;
  const duals = new Float32Array(data.count * (classes + parts.length));
  const featureWeights = featureWeightsOf(data, rows, labels, classes);
  const train = trainerFor(task, { featureWeights, duals, start });
  const addCounts = logCounts({ data, rows, labels, classes, featureWeights });
  // A part of one class alone would have that class's own classifier.
  const ofParts = parts.map((part, at) => (part.length > 1 ? train(classes + at, part).slice() : undefined));
  for (let own = 0; own < classes; own++) {
    const weights = train(own, [own]);
    for (const [at, part] of parts.entries())
      if (part.includes(own)) addPart(weights, ofParts[at] ?? weights);
    addCounts(own, weights);
    visit(own, weights);
  }
  return duals;
}

function addPart(weights: Float64Array, part: Float64Array): void {
  for (let at = 0; at < weights.length; at++)
    weights[at] = (weights[at] as number) + PART_WEIGHT * (part[at] as number);
}

interface Prepared {
  /** How strongly each column may be weighted. */
  featureWeights: Float64Array;
  duals: DualVariables;
  start: DualVariables | undefined;
}

/** Trains the classifier at a place of the dual variables: the rows of some classes against all others. */
function trainerFor(
  { data, rows, labels }: SvmTask,
  { featureWeights, duals, start }: Prepared,
): (place: number, owners: readonly number[]) => Float64Array {
  const lengths = squaredLengths(data, rows, featureWeights);
  const weights = new Float64Array(columnCount(data) + 1);
  const signs = new Int8Array(data.count);
  const passes = start === undefined ? PASSES : PASSES_WARM;
  return (place, owners) => {
    const alphas = duals.subarray(place * data.count, (place + 1) * data.count);
    if (start !== undefined) for (const row of rows) alphas[row] = start[place * data.count + row] as number;
    for (const row of rows) signs[row] = owners.includes(labels[row] as number) ? 1 : -1;
    descend({ data, featureWeights, lengths, signs, alphas, weights, order: rows.slice() }, place, passes);
    return weights;
  };
}

/** One classifier in training. */
interface Descent {
  data: SparseRows;
  /** How strongly each column may be weighted: its own regularisation. */
  featureWeights: Float64Array;
  lengths: Float64Array;
  signs: Int8Array;
  alphas: Float32Array;
  /** Of each column, the bias last. */
  weights: Float64Array;
  /** The rows; those that are not skipped stand first. */
  order: Int32Array;
}

interface Costs {
  own: number;
  other: number;
}

function descend(state: Descent, own: number, passes: Passes): void {
  const { order, signs, weights } = state;
  begin(state);
  let owned = 0;
  for (const row of order) if (signs[row] === 1) owned += 1;
  if (owned === 0) {
    weights[weights.length - 1] = -1;
    return;
  }
  const costs = { own: COST * Math.max(1, (order.length - owned) / owned) ** BALANCE, other: COST };
  const random = seededRandom(SEED + own);
  let active = order.length;
  for (let done = 0; done < passes.count; done++) {
    if (done === passes.unshrinkAt) active = order.length;
    shuffle(order.subarray(0, active), random);
    active = pass(state, active, costs, done < passes.shrinkFrom ? Infinity : SHRINKING_MARGIN);
  }
}

/** The weights that follow from the dual variables so far. */
function begin(state: Descent): void {
  const { order, alphas, signs, weights } = state;
  weights.fill(0);
  for (const row of order) {
    const alpha = alphas[row] as number;
    if (alpha !== 0) addTo(state, row, alpha * (signs[row] as number));
  }
}

/**
 * One coordinate step for each row that is not skipped. A row with a zero dual variable whose gradient is above `limit` is
 * skipped from now on. Returns how many are left.
 */
function pass(state: Descent, active: number, costs: Costs, limit: number): number {
  const { data, weights, signs, alphas, order, lengths } = state;
  let left = active;
  for (let at = 0; at < left; at++) {
    const row = order[at] as number;
    const sign = signs[row] as number;
    const softness = 0.5 / (sign > 0 ? costs.own : costs.other);
    const alpha = alphas[row] as number;
    const gradient = sign * marginOf(data, row, weights) - 1 + softness * alpha;
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
  { data: { columns, scales, starts }, weights, featureWeights }: Descent,
  row: number,
  step: number,
): void {
  const end = starts[row + 1] as number;
  const change = step * (scales[row] as number);
  for (let at = starts[row] as number; at < end; at++) {
    const column = columns[at] as number;
    weights[column] = (weights[column] as number) + change * (featureWeights[column] as number);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + step;
}

/** The squared length of each row under the weights of the features: the diagonal of the kernel matrix. */
function squaredLengths(data: SparseRows, rows: Int32Array, featureWeights: Float64Array): Float64Array {
  const lengths = new Float64Array(data.count);
  for (const row of rows)
    lengths[row] = 1 + sumOfRow(data, row, featureWeights) * (data.scales[row] as number) ** 2;
  return lengths;
}
