import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { silentLogger } from '../../../src/shared/logger.js';
import { createStores, type Stores } from '../../../src/records/stores.js';

/** A place for one test's data, which several processes' stores may be opened on. */
export interface Place {
  open(): Promise<Stores>;
  clear(): Promise<void>;
}

export const NOW = new Date('2026-11-24T02:00:00Z');

export async function embeddedPlace(): Promise<Place & { directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'records-'));
  return {
    directory,
    open: () => createStores({ dataDir: directory, logger: silentLogger, clock: { now: () => NOW } }),
    clear: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A database of its own on the server that MONGODB_URI names. */
export function mongoPlace(uri: string): Place {
  const url = new URL(uri);
  url.pathname = `/records-${randomUUID()}`;
  return {
    open: () =>
      createStores({
        mongodbUri: url.href,
        dataDir: '',
        logger: silentLogger,
        clock: { now: () => NOW },
      }),
    clear: () => Promise.resolve(),
  };
}
