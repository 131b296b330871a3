import { join } from 'node:path';
import type { Logger } from '../../shared/logger.js';
import type { Stored } from './collection.js';
import { lockDirectory, unwritable } from './directory-lock.js';
import { EmbeddedCollection } from './embedded-collection.js';
import { modelOf, type Engine, type Schemas, type Snapshot } from './engine.js';
import { realDisk, type Disk } from './log/disk.js';
import { LogCleaner, type CleaningTimes } from './log/log-cleaner.js';
import { Writability } from './writability.js';

export interface EmbeddedOptions {
  directory: string;
  logger: Logger;
  /** The file system unless told; tests put one that is full in its place. */
  disk?: Disk;
  cleaning?: CleaningTimes;
}

/** What is outdated goes before the process ends, but ending takes no longer than this for it. */
const MAX_CLEANING_AT_CLOSE_MS = 2000;
/** A disk that takes this takes what is written next. */
const PROBE = ' '.repeat(4096);

/** Opens the embedded engine in a directory that is this process's alone. */
export async function openEmbedded(options: EmbeddedOptions, schemas: Schemas): Promise<Engine> {
  const { directory, logger, disk = realDisk, cleaning } = options;
  const unlock = await lockDirectory(directory);
  const writability = new Writability(logger);
  const cleaner = new LogCleaner(logger, cleaning);
  const opened = new Map<string, EmbeddedCollection<Stored>>();
  const probe = probeOf(disk, directory, writability);
  try {
    await probe().catch((error: unknown) => {
      throw unwritable(directory, error);
    });
    for (const [name, schema] of Object.entries(schemas)) {
      const place = { directory, name, disk };
      const parts = { cleaner, writability, logger };
      opened.set(name, await EmbeddedCollection.open(modelOf(name, schema), place, parts));
    }
  } catch (error) {
    await cleaner.stop(0);
    await unlock();
    throw error;
  }
  return {
    name: 'embedded',
    collections: Object.fromEntries(opened),
    ping: probe,
    writable: () => (writability.isSure ? Promise.resolve() : probe()),
    sizes: () => Object.fromEntries([...opened].map(([name, { size }]) => [name, size])),
    refusal: () => writability.refusal,
    snapshot: () => Promise.resolve(snapshotOf(opened)),
    clean: () => cleaner.now(),
    async close() {
      try {
        await cleaner.stop(MAX_CLEANING_AT_CLOSE_MS);
        for (const collection of opened.values()) collection.close();
      } finally {
        await unlock();
      }
    },
  };
}

/** A document is replaced, never changed: what is listed here stays as it was. */
function snapshotOf(opened: ReadonlyMap<string, EmbeddedCollection<Stored>>): Snapshot {
  const documents = Object.fromEntries([...opened].map(([name, collection]) => [name, collection.all()]));
  return { documents, oneMoment: true, end: () => Promise.resolve() };
}

function probeOf(disk: Disk, directory: string, writability: Writability): () => Promise<void> {
  return () => {
    try {
      probeDisk(disk, join(directory, 'probe'));
    } catch (error) {
      return Promise.reject(writability.failed(error));
    }
    writability.wrote();
    return Promise.resolve();
  };
}

/** Removing the file at once would give back what was asked for: it is cut to nothing and stays. */
function probeDisk(disk: Disk, path: string): void {
  const file = disk.openForAppend(path);
  try {
    disk.append(file, PROBE);
  } finally {
    disk.truncate(file, 0);
    disk.close(file);
  }
}
