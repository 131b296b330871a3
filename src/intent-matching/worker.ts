import { parentPort, workerData } from 'node:worker_threads';
import { serialise } from './stored-model.js';
import { trainModel } from './train.js';
import type { Example, Vocabulary } from './types.js';

/** What a worker thread is asked for. */
export interface TrainingTask {
  task: 'train';
  examples: readonly Example[];
  vocabulary: Vocabulary;
  version: string;
}

const { examples, vocabulary, version } = workerData as TrainingTask;
parentPort?.postMessage(serialise(trainModel(examples, vocabulary, { version })));
