import { Worker } from 'node:worker_threads';
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

async function inWorker<T>(workerData: LoadOrder): Promise<T> {
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(throughTsx(new URL('./load-worker.ts', import.meta.url)), { workerData, eval: true })
    : new Worker(new URL('./load-worker.js', import.meta.url), { workerData });
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the content worker ended')));
    });
  } finally {
    await worker.terminate();
  }
}

/** Node 20 starts a worker's own file before any loader is in place, so the loader is registered first. */
function throughTsx(file: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}'); });`;
}
