import type { Calibration } from './model/calibration.js';
import type { ModelWeights } from './model/linear-model.js';
import type { LogisticModel } from './model/logistic.js';
import type { Thresholds } from './model/decisions.js';
import type { WordStatistics } from './model/training-data.js';
import type { Vocabulary } from './types.js';

/** Everything a matcher needs, as plain data: what is cached and sent between threads. */
export interface TrainedModel {
  version: string;
  intents: string[];
  vocabulary: Vocabulary;
  ordinaryWords: string[];
  words: WordStatistics;
  weights: ModelWeights;
  calibration: Calibration;
  scope: LogisticModel;
  thresholds: Thresholds;
  /** From the cross-validation that set the thresholds. */
  calibrationError: number;
}
