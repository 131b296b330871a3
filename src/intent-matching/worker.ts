import { parentPort, workerData } from 'node:worker_threads';
import { crossValidated } from './cross-validated.js';
import { evaluationReport } from './evaluation-report.js';
import { serialise } from './stored-model.js';
import { trainModel } from './train.js';
import type { WorkerTask } from './worker-task.js';

const onProgress = (done: number, of: number): void => parentPort?.postMessage({ done, of });
parentPort?.postMessage({ result: resultOf(workerData as WorkerTask) });

function resultOf(task: WorkerTask): unknown {
  const { examples, vocabulary } = task;
  switch (task.task) {
    case 'train':
      return serialise(trainModel(examples, vocabulary, { version: task.version }));
    case 'evaluate':
      return evaluationReport(examples, vocabulary, task.messages, onProgress);
    case 'cross-validate':
      return crossValidated(examples, vocabulary, { tests: task.tests, onProgress });
  }
}
