import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentPaths } from './content-folders.js';
import type { Loaded } from './load.js';
import { loadInWorker } from './load-in-worker.js';
import type { Problem } from './problem.js';
import type { Content } from './types.js';

export interface WatchOptions {
  /** A change that holds; called once per version. The version that was live before keeps answering until then. */
  onGood: (content: Content) => void | Promise<void>;
  /** What is wrong after each change; empty when all is well again. */
  onProblems: (problems: Problem[]) => void;
  /** The folders could be looked at, whether or not anything changed. */
  onLook?: () => void;
  /** A disk that cannot be read, or a listener that threw. Watching goes on. */
  onError: (error: unknown) => void;
  /** The version that is live already, so that it is not reported again. */
  liveVersion?: string;
  /** The day at each look, YYYY-MM-DD. */
  today: () => string;
  /** Milliseconds between two looks at the folders. */
  intervalMs?: number;
  /** Reads and checks the files; in a worker thread unless told. */
  load?: (root: string, today: string) => Promise<Loaded>;
}

export interface ContentWatcher {
  /** Looks at the folders now; resolves when what changed has been reported. */
  check(): Promise<void>;
  stop(): void;
}

/**
 * Notices changed files by their sizes and times: works on every kind of disk, network shares included, where file
 * system events do not. An editor that saves in several writes is waited for: files count as changed only when two
 * looks in a row see the same.
 */
export function watchContent(root: string, options: WatchOptions): ContentWatcher {
  const { onGood, onProblems, onError, today, intervalMs = 800, load = loadInWorker } = options;
  let loaded: string | undefined;
  let seen: string | undefined;
  let live = options.liveVersion;
  let running: Promise<void> = Promise.resolve();

  const reload = async (state: string): Promise<void> => {
    const { content, problems } = await load(root, today());
    loaded = state;
    onProblems(problems);
    if (content === null || content.version === live) return;
    await onGood(content);
    live = content.version;
  };
  const look = async (settled: boolean): Promise<void> => {
    const state = await stateOf(root);
    options.onLook?.();
    const quiet = settled || state === seen;
    seen = state;
    if (state !== loaded && quiet) await reload(state);
  };
  const queue = (settled: boolean): Promise<void> => {
    running = running.then(() => look(settled)).catch(onError);
    return running;
  };

  const timer = setInterval(() => void queue(false), intervalMs);
  timer.unref();
  return { check: () => queue(true), stop: () => clearInterval(timer) };
}

async function stateOf(root: string): Promise<string> {
  const paths = await contentPaths(root);
  const states = await Promise.all(
    paths.map(async ({ path, onDisk }) => {
      // A file that went away in between makes the next look differ from this one.
      const found = await stat(join(root, onDisk), { bigint: true }).catch(() => undefined);
      return `${path} ${found?.size ?? ''} ${found?.mtimeNs ?? ''} ${found?.ino ?? ''}`;
    }),
  );
  return states.join('\n');
}
