import { copyFile, link, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AppError } from '../../../shared/errors.js';
import type { Logger } from '../../../shared/logger.js';
import type { PlainDocument } from '../changed-in-place.js';
import { readEntries, type LogEntry } from './lines.js';
import { newSegment, SEGMENT_BYTES, segmentNumbers, type Segment } from './segment.js';
import type { LogPlace } from './segmented-log.js';

export interface LoadedLog {
  segments: Segment[];
  documents: Map<string, PlainDocument>;
}

/** A file of which more than this share can't be read is no data file, or of another program. */
const MAX_DAMAGED = 0.5;
/** More small files than this are joined. */
const MAX_SMALL = 16;

/**
 * Reads a collection's files in order, one line at a time: what is in memory at once is the documents and one line.
 * Of a file with damaged lines a copy is kept beside it, and how many there are is logged. Rejects with
 * `DATA_FILE_UNREADABLE` when most of a file is damaged.
 */
export async function loadLog(place: LogPlace, logger: Logger): Promise<LoadedLog> {
  const names = await tidied(place);
  const loaded: LoadedLog = { segments: [], documents: new Map() };
  const home = new Map<string, Segment>();
  for (const number of segmentNumbers(names, place.name)) {
    const segment = newSegment(place.directory, place.name, number);
    loaded.segments.push(segment);
    await loadSegment(segment, logger, (entry) => note(entry, segment, home, loaded.documents));
  }
  markWhatShouldGo(loaded.segments);
  return loaded;
}

/** What a killed process had not finished writing goes; the names that are left. */
async function tidied({ directory, name, disk }: LogPlace): Promise<string[]> {
  const names = await readdir(directory);
  const numbers = segmentNumbers(names, name);
  const unfinished = names.filter((file) => file.startsWith(`${name}.`) && file.endsWith('.db~'));
  for (const file of unfinished) {
    // Earlier versions could leave a collection's only file under this name.
    if (numbers.length === 0 && file === `${name}.db~`) {
      await rename(join(directory, file), join(directory, `${name}.db`));
      return [`${name}.db`];
    }
    disk.unlink(join(directory, file));
  }
  return names;
}

async function loadSegment(segment: Segment, logger: Logger, each: (entry: LogEntry) => void): Promise<void> {
  const { path } = segment;
  try {
    segment.bytes = (await stat(path)).size;
    const { lines, damaged, torn } = await readEntries(path, each);
    segment.rewrite = torn || damaged > 0;
    if (torn)
      logger.warn({ file: path }, 'the last line of a data file was cut short when the process ended');
    if (damaged === 0) return;
    if (damaged > lines * MAX_DAMAGED) throw new Error(`${damaged} of ${lines} lines cannot be read`);
    const copy = await keptAside(path);
    logger.error(
      { file: path, damagedLines: damaged, lines, copy },
      `${damaged} of ${lines} lines of a data file cannot be read; the file as it was is kept as ${copy}`,
    );
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The file as it was, under another name: as a second name where the file system has such, otherwise as a copy. */
async function keptAside(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const aside = `${path}.damaged-${number}`;
    try {
      await link(path, aside).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
        return copyFile(path, aside);
      });
      return aside;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function note(
  { id, document }: LogEntry,
  segment: Segment,
  home: Map<string, Segment>,
  documents: Map<string, PlainDocument>,
): void {
  const before = home.get(id);
  if (before !== undefined) {
    before.live.delete(id);
    before.outdated.add(id);
  }
  if (document === null) {
    home.delete(id);
    documents.delete(id);
    segment.tombstones.add(id);
  } else {
    home.set(id, segment);
    documents.set(id, document);
    segment.live.add(id);
  }
}

function markWhatShouldGo(segments: readonly Segment[]): void {
  const small = segments.filter(({ bytes }) => bytes < SEGMENT_BYTES / 4);
  if (small.length > MAX_SMALL) for (const segment of small) segment.rewrite = true;
  for (const segment of segments) {
    const { outdated, tombstones, rewrite } = segment;
    if (rewrite || outdated.size + tombstones.size > 0) segment.dirtySince = performance.now();
  }
}

function unreadable(path: string, cause: unknown): AppError {
  return new AppError(
    'DATA_FILE_UNREADABLE',
    `Không đọc được tệp dữ liệu ${path}. / The data file ${path} cannot be read.`,
    {
      remedy:
        'Khôi phục tệp này từ bản sao lưu, hoặc chuyển nó đi để bắt đầu trống. / Restore this file from a backup, or move it away to begin empty.',
      cause,
    },
  );
}
