import { runWorker } from '../shared/run-worker.js';
import type { NearCopy } from './checks/near-copies.js';
import type { FileChanges, Loaded } from './load.js';

/** What the worker thread is given. */
export interface LoadOrder {
  root: string;
  today: string;
  changes?: FileChanges;
  /** Look for near-copies of the wordings in these files too. */
  nearCopiesOf?: readonly string[];
}

export type LoadedDraft = Loaded & {
  /** Empty while the files have errors. */
  nearCopies: NearCopy[];
};

/** `loadContent` in a worker thread: reading a hundred files takes long enough to be felt by those who wait for a reply. */
export function loadInWorker(root: string, today: string, changes: FileChanges = {}): Promise<Loaded> {
  return inWorker<Loaded>({ root, today, changes });
}

/** The same for files that somebody writes, with what stands nearly so in another place. */
export function loadDraftInWorker(root: string, today: string, changes: FileChanges): Promise<LoadedDraft> {
  return inWorker<LoadedDraft>({ root, today, changes, nearCopiesOf: Object.keys(changes) });
}

function inWorker<T>(workerData: LoadOrder): Promise<T> {
  return runWorker<T>({ module: new URL('./load-worker', import.meta.url), workerData });
}
