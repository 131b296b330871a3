import { createHash } from 'node:crypto';
import { LinearMatcher } from './linear-matcher.js';
import { calibrationError, confidences, fitCalibration, type Calibration } from './model/calibration.js';
import { fitThresholds, type ThresholdRow } from './model/decisions.js';
import { scoreHeldOut, type HeldOutRow } from './model/held-out.js';
import { inSteps } from './model/linear-model.js';
import type { LogisticModel } from './model/logistic.js';
import { fitScope, scopeOf } from './model/scope.js';
import { columnCount, squareOf } from './model/sparse-rows.js';
import { trainSvms, type DualVariables } from './model/support-vectors.js';
import { classCount, prepare, svmTask, type TrainingData } from './model/training-data.js';
import type { TrainedModel } from './trained-model.js';
import type { Example, IntentMatcher, Vocabulary } from './types.js';

/** Changes whenever the same examples would give another model: part of the cache's key. */
const ENGINE_VERSION = '16';

export interface TrainOptions {
  /** The content's version; without it a hash of examples and vocabulary. */
  version?: string;
}

/**
 * Trains on this thread (for whole content use `trainInWorker`). Deterministic: the same examples and vocabulary give
 * the same matcher. Time is linear in the number of examples.
 */
export function trainMatcher(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  options: TrainOptions = {},
): IntentMatcher {
  return new LinearMatcher(trainModel(examples, vocabulary, options));
}

export function trainModel(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  { version = contentHash(examples, vocabulary) }: TrainOptions = {},
): TrainedModel {
  const data = prepare(examples, vocabulary);
  const weighed = weigh(data);
  return { version, vocabulary, ...judge(data, weighed.duals), ...weighed.learned };
}

type Learned = Pick<TrainedModel, 'intents' | 'ordinaryWords' | 'words' | 'weights'>;

/** Only the weights, without the cross-validation that sets confidence and thresholds. */
export function trainWeights(examples: readonly Example[], vocabulary: Vocabulary): Learned {
  return weigh(prepare(examples, vocabulary)).learned;
}

function weigh(data: TrainingData): { learned: Learned; duals: DualVariables } {
  const classes = classCount(data);
  const columns = columnCount(data.rows);
  const weights = new Float32Array(columns * classes);
  const biases = new Float32Array(classes);
  const keep = (own: number, classifier: Float64Array): void => {
    for (let column = 0; column < columns; column++)
      weights[column * classes + own] = (classifier[column] as number) / squareOf(data.rows, column);
    biases[own] = classifier[columns] as number;
  };
  const duals = trainSvms(svmTask(data, Int32Array.from(data.labels.keys())), keep);
  const { intents } = data;
  const learned = {
    intents,
    ordinaryWords: [...data.ordinaryWords],
    words: data.words,
    weights: { hashes: data.hashes, columnOf: data.columnOf, classes, biases, ...inSteps(weights, classes) },
  };
  return { learned, duals };
}

type Judgement = Pick<TrainedModel, 'calibration' | 'scope' | 'thresholds' | 'calibrationError'>;

/** Confidence, scope and thresholds, all from rows that the model judging them had not seen. */
function judge(data: TrainingData, duals: DualVariables): Judgement {
  const intents = data.intents.length;
  const heldOut = scoreHeldOut(data, duals);
  const calibration = fitCalibration(heldOut, intents);
  const scope = fitScope(heldOut, intents);
  const candidates = heldOut.map((row) => candidateOf(row, intents, calibration, scope));
  const ours = candidates.filter(({ inScope }) => inScope);
  return {
    calibration,
    scope,
    thresholds: fitThresholds(candidates),
    calibrationError: calibrationError(
      ours.map(({ shares, rightAt }) => ({ confidence: shares[0] ?? 0, correct: rightAt === 0 })),
    ),
  };
}

function candidateOf(
  row: HeldOutRow,
  intents: number,
  calibration: Calibration,
  scope: LogisticModel,
): ThresholdRow {
  const shares = confidences(row, intents, calibration);
  const own = shares[row.label] ?? 0;
  return {
    inScope: row.label < intents,
    scope: scopeOf(row, intents, scope),
    shares: [...shares].sort((a, b) => b - a).slice(0, 5),
    rightAt: row.label < intents ? shares.filter((share) => share > own).length : -1,
  };
}

/** SHA-256 over everything that training reads, and the engine's version. */
export function contentHash(examples: readonly Example[], vocabulary: Vocabulary): string {
  return createHash('sha256')
    .update(JSON.stringify([ENGINE_VERSION, examples, vocabulary]))
    .digest('hex');
}
