import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runWorker, type WorkerRun } from '../shared/run-worker.js';
import { LinearMatcher } from './linear-matcher.js';
import { deserialise } from './stored-model.js';
import { contentHash } from './train.js';
import type { EvaluationReport } from './evaluation-report.js';
import type { CrossValidated } from './cross-validated.js';
import type { TrainedModel } from './trained-model.js';
import type { Example, IntentMatcher, LabelledMessage, Vocabulary } from './types.js';
import type { WorkerTask } from './worker-task.js';

export interface WorkerTrainingOptions {
  /** The content's version, told back as the matcher's. */
  version: string;
  /** Where trained models are kept by content hash, so that a start does not train again. Without it: nowhere. */
  cacheDir?: string;
  signal?: AbortSignal;
}

/**
 * Trains in a worker thread, so that webhooks are acknowledged meanwhile. A cached model is used only if it is whole
 * and was trained by this engine on the same examples and vocabulary. Rejects when `signal` is aborted.
 */
export async function trainInWorker(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  { version, cacheDir, signal }: WorkerTrainingOptions,
): Promise<IntentMatcher> {
  signal?.throwIfAborted();
  const hash = contentHash(examples, vocabulary);
  const file = cacheDir === undefined ? null : join(cacheDir, `intents-${hash.slice(0, 32)}.model`);
  const cached = file === null ? null : await readCached(file);
  if (cached !== null) return new LinearMatcher({ ...cached, version });
  const bytes = await inWorker<Uint8Array>({ task: 'train', examples, vocabulary, version }, { signal });
  if (file !== null) await store(file, bytes);
  const model = deserialise(bytes);
  if (model === null) throw new Error('the training worker returned no model');
  return new LinearMatcher(model);
}

/** Cross-validates and measures in a worker thread; `messages` are only reported on. */
export async function evaluateInWorker(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  messages: readonly LabelledMessage[],
  options: { signal?: AbortSignal; onProgress?: (done: number, of: number) => void } = {},
): Promise<EvaluationReport> {
  const task: WorkerTask = { task: 'evaluate', examples, vocabulary, messages };
  return inWorker<EvaluationReport>(task, options);
}

/** The figures of the examples alone, without noisy copies: what an example more or less changes. `tests` are only answered. */
export async function crossValidateInWorker(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  options: {
    tests?: readonly Example[];
    signal?: AbortSignal;
    onProgress?: (done: number, of: number) => void;
  } = {},
): Promise<CrossValidated> {
  const { tests = [], signal, onProgress } = options;
  return inWorker<CrossValidated>(
    { task: 'cross-validate', examples, vocabulary, tests },
    { signal, onProgress },
  );
}

function inWorker<T>(workerData: WorkerTask, options: Pick<WorkerRun, 'signal' | 'onProgress'>): Promise<T> {
  return runWorker<T>({ module: new URL('./worker', import.meta.url), workerData, ...options });
}

/** The file ends with the SHA-256 of the rest, so that half a file or a changed one is never used. */
const DIGEST = 32;

async function readCached(file: string): Promise<TrainedModel | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null || bytes.length < DIGEST) return null;
  const model = bytes.subarray(0, bytes.length - DIGEST);
  return digest(model).equals(bytes.subarray(bytes.length - DIGEST)) ? deserialise(model) : null;
}

/** Written beside, then renamed: readers see the old file or the new one. A full disk costs only the next start. */
async function store(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.${Date.now()}`;
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(beside, Buffer.concat([bytes, digest(bytes)]));
    await rename(beside, file);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
