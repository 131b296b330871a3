import { parentPort, workerData } from 'node:worker_threads';
import type { LoadedDraft, LoadOrder } from './load-in-worker.js';
import { nearCopies } from './checks/near-copies.js';
import { loadContent, type Loaded } from './load.js';

/** Runs in a worker thread: reads and checks the folder that it was given, and sends back what came of it. */
const { root, today, changes, nearCopiesOf } = workerData as LoadOrder;
const loaded = await loadContent(root, today, changes);
const result: Loaded | LoadedDraft =
  nearCopiesOf === undefined
    ? loaded
    : { ...loaded, nearCopies: loaded.content === null ? [] : nearCopies(loaded.content, nearCopiesOf) };
parentPort?.postMessage({ result });
