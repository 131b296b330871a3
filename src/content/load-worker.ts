import { parentPort, workerData } from 'node:worker_threads';
import type { LoadOrder } from './load-in-worker.js';
import { loadContent } from './load.js';

/** Runs in a worker thread: reads and checks the folder that it was given, and sends back what came of it. */
const { root, today, changes } = workerData as LoadOrder;
parentPort?.postMessage(await loadContent(root, today, changes));
