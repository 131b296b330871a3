import { open, stat, truncate } from 'node:fs/promises';
import nedb from '@seald-io/nedb';
import type { Filter, Update } from './collection.js';
import type { NedbIndex } from './indexes.js';
import { replaceInPlace, type Change, type Index, type Line } from './changed-in-place.js';
import { AppError } from '../../shared/errors.js';
import { Journal } from './journal.js';

interface Cursor<T> {
  sort(order: Record<string, 1 | -1>): this;
  limit(count: number): this;
  execAsync(): Promise<T>;
}

/** What is used of nedb; its own declarations do not resolve under Node's module rules. */
export interface Nedb {
  loadDatabaseAsync(): Promise<void>;
  compactDatafileAsync(): Promise<void>;
  ensureIndexAsync(index: NedbIndex): Promise<void>;
  getAllData(): Line[];
  insertAsync(document: object): Promise<unknown>;
  findAsync(filter: Filter, projection: Record<string, 0 | 1>): Cursor<unknown[]>;
  countAsync(filter: Filter): Cursor<number>;
  updateAsync(filter: Filter, update: Update, options: { multi: boolean }): Promise<{ numAffected: number }>;
  removeAsync(filter: Filter, options: { multi: boolean }): Promise<number>;
}

const Datastore = nedb as unknown as new (options: {
  filename: string;
  modes: { fileMode: number; dirMode: number };
}) => Nedb & Internals;

/**
 * What this file takes over inside nedb (its version is pinned): how changes reach the file, and the moment between
 * computing an update and applying it.
 */
interface Internals {
  persistence: {
    persistNewStateAsync(lines: Line[]): Promise<void>;
    persistCachedDatabaseAsync(): Promise<void>;
  };
  indexes: Record<string, Index>;
  _updateIndexes(changes: Change[]): void;
}

export interface EmbeddedDatastore {
  db: Nedb;
  journal: Journal;
  /** Rewrites the file, one line per living document. */
  compact(): Promise<void>;
}

/**
 * Opens one collection's file. nedb opens, appends to and closes the file once per change and waits for each; here its
 * changes go to a `Journal` instead. nedb's own queue then only orders the work in memory; whether a change reached the
 * file is known from `journal.broken`.
 */
export async function openDatastore(
  path: string,
  check: (document: Line) => void,
): Promise<EmbeddedDatastore> {
  const db = new Datastore({ filename: path, modes: { fileMode: 0o600, dirMode: 0o700 } });
  const journal = new Journal(path);
  const { persistence } = db;
  const rewrite = persistence.persistCachedDatabaseAsync.bind(persistence);
  persistence.persistNewStateAsync = (lines) => {
    journal.append(lines.map((line) => `${serialise(line)}\n`));
    return Promise.resolve();
  };
  persistence.persistCachedDatabaseAsync = async () => {
    journal.release();
    await rewrite();
    journal.rewritten();
  };
  const apply = db._updateIndexes.bind(db);
  db._updateIndexes = (changes) => {
    for (const { newDoc } of changes) check(newDoc);
    if (!replaceInPlace(Object.values(db.indexes), changes)) apply(changes);
  };
  await dropTornLine(path);
  await db.loadDatabaseAsync().catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return { db, journal, compact: () => db.compactDatafileAsync() };
}

function unreadable(path: string, cause: unknown): AppError {
  return new AppError(
    'DATA_FILE_UNREADABLE',
    `Không đọc được tệp dữ liệu ${path}. / The data file ${path} cannot be read.`,
    {
      remedy:
        'Chép lại tệp này từ bản sao lưu, hoặc chuyển nó đi để bắt đầu trống. / Restore this file from a backup, or move it away to begin empty.',
      cause,
    },
  );
}

/** nedb's file format: JSON with dates as `{"$$date": milliseconds}`. A replacer function would take three times as long. */
function serialise(line: Line): string {
  return JSON.stringify(dated(line));
}

function dated(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $$date: value.getTime() };
  if (Array.isArray(value)) return value.map(dated);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[key] = dated((value as Line)[key]);
  return result;
}

/**
 * A process killed while writing can leave an unfinished last line; nothing in it was acknowledged. nedb would count it
 * as corruption, which in a short file exceeds what it tolerates.
 */
async function dropTornLine(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return;
  const file = await open(path, 'r');
  try {
    const chunk = Buffer.alloc(64 * 1024);
    for (let end = size; end > 0; end -= chunk.length) {
      const start = Math.max(0, end - chunk.length);
      const { bytesRead } = await file.read(chunk, 0, end - start, start);
      const newline = chunk.subarray(0, bytesRead).lastIndexOf(10);
      if (newline >= 0) {
        if (start + newline + 1 < size) await truncate(path, start + newline + 1);
        return;
      }
    }
    await truncate(path, 0);
  } finally {
    await file.close();
  }
}
