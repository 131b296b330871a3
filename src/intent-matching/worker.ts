import { parentPort, workerData } from 'node:worker_threads';
import { evaluationReport } from './evaluation-report.js';
import { serialise } from './stored-model.js';
import { trainModel } from './train.js';
import type { WorkerTask } from './worker-task.js';

const task = workerData as WorkerTask;
const { examples, vocabulary } = task;
const onProgress = (done: number, of: number): void => parentPort?.postMessage({ done, of });
const result =
  task.task === 'train'
    ? serialise(trainModel(examples, vocabulary, { version: task.version }))
    : evaluationReport(examples, vocabulary, task.messages, onProgress);
parentPort?.postMessage({ result });
