import { Worker } from 'node:worker_threads';

/** What a worker thread says: how far it is, any number of times; then the result, once. */
type WorkerMessage<T> = { done: number; of: number } | { result: T };

export interface WorkerRun {
  /** The worker's module, without its ending: `new URL('./load-worker', import.meta.url)`. */
  module: URL;
  /** The thread's `workerData`; copied, so it holds no functions. */
  workerData: unknown;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Runs a module in a worker thread and resolves with the result that it posts (`WorkerMessage`). Rejects with what the thread
 * threw, when it ends without a result, or with the reason of `signal` when that is aborted. The thread is over afterwards.
 */
export async function runWorker<T>({ module, workerData, signal, onProgress }: WorkerRun): Promise<T> {
  const worker = threadOf(module, workerData);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage<T>) => {
        if ('result' in message) resolve(message.result);
        else onProgress?.(message.done, message.of);
      });
      worker.once('error', reject);
      worker.once('exit', () =>
        reject(
          signal?.aborted === true ? abortReason(signal) : new Error(`the worker ended: ${module.href}`),
        ),
      );
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** Compiled JavaScript in production, TypeScript where tests run through tsx. */
function threadOf(module: URL, workerData: unknown): Worker {
  return import.meta.url.endsWith('.ts')
    ? new Worker(throughTsx(`${module.href}.ts`), { workerData, eval: true })
    : new Worker(new URL(`${module.href}.js`), { workerData });
}

/** Node 20 starts a worker's own file before any loader is in place, so the loader is registered first. */
function throughTsx(file: string): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${file}'); });`;
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
