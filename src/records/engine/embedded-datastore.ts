import type { Logger } from '../../shared/logger.js';
import type { PlainDocument } from './changed-in-place.js';
import type { NedbIndex } from './indexes.js';
import { documentLine } from './log/lines.js';
import type { LogCleaner } from './log/log-cleaner.js';
import { loadLog } from './log/open-log.js';
import { SegmentedLog, type LogPlace } from './log/segmented-log.js';
import { MemoryStore } from './nedb-internals.js';
import type { Writability } from './writability.js';

/** What the collections of one data directory share. */
export interface EmbeddedDependencies {
  cleaner: LogCleaner;
  writability: Writability;
  logger: Logger;
}

export interface EmbeddedDatastore {
  memory: MemoryStore;
  log: SegmentedLog;
}

/**
 * One collection: the memory holds the documents and answers queries, the log keeps them on the disk. A change is in the log
 * before the memory shows it to anyone; one that the disk refuses has not happened, and rejects with `STORE_UNWRITABLE`.
 */
export async function openDatastore(
  place: LogPlace,
  indexes: readonly NedbIndex[],
  check: (document: PlainDocument) => void,
  { cleaner, writability, logger }: EmbeddedDependencies,
): Promise<EmbeddedDatastore> {
  const { segments, documents } = await loadLog(place, logger);
  const memory = new MemoryStore({
    check,
    keep(changes) {
      if (changes.length === 0) return;
      const lines = changes.map(({ id, document }) => ({
        id,
        line: document === null ? null : documentLine(document),
      }));
      try {
        log.append(lines);
      } catch (error) {
        throw writability.failed(error);
      }
      writability.wrote();
    },
  });
  const dirty = (): void => cleaner.dirty(log);
  const log = new SegmentedLog(place, (id) => memory.current(id), dirty, segments);
  for (const index of indexes) await memory.ensureIndex(index);
  memory.fill([...documents.values()]);
  if (segments.some(({ dirtySince }) => dirtySince !== undefined)) dirty();
  return { memory, log };
}
