import { parentPort, workerData } from 'node:worker_threads';
import { loadContent } from './load.js';

/** Runs in a worker thread: reads and checks the folder that it was given, and sends back what came of it. */
parentPort?.postMessage(await loadContent(String(workerData)));
