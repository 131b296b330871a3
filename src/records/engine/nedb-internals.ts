import nedb from '@seald-io/nedb';
import type { Filter, Update } from './collection.js';
import { replaceInPlace, type DocumentChange, type Index, type PlainDocument } from './changed-in-place.js';
import type { NedbIndex } from './indexes.js';

/*
 * Everything that is taken over inside nedb 4.1.2 stands in this file. Its version is pinned; the contract tests notice
 * a change. When it may go:
 *
 * - `_insertInCache`, `_updateIndexes`, `_removeFromIndexes`: once nedb offers a storage of one's own that is asked
 *   before a change is applied and may refuse it synchronously (its `storage` module can only be swapped for browsers).
 * - the check of an update before it is applied: once nedb takes a hook for that.
 * - `_resetIndexes` for filling: once `insertAsync` of many documents neither copies nor answers with them.
 */

interface Cursor<T> {
  sort(order: Record<string, 1 | -1>): this;
  limit(count: number): this;
  execAsync(): Promise<T>;
}

/** What is used of nedb as it is offered; its own declarations do not resolve under Node's module rules. */
export interface Nedb {
  ensureIndexAsync(index: NedbIndex): Promise<void>;
  getAllData(): PlainDocument[];
  insertAsync(document: object): Promise<unknown>;
  findAsync(filter: Filter, projection: Record<string, 0 | 1>): Cursor<unknown[]>;
  countAsync(filter: Filter): Cursor<number>;
  updateAsync(filter: Filter, update: Update, options: { multi: boolean }): Promise<{ numAffected: number }>;
  removeAsync(filter: Filter, options: { multi: boolean }): Promise<number>;
}

interface Internals {
  indexes: Record<string, Index>;
  _insertInCache(document: PlainDocument): void;
  _updateIndexes(changes: DocumentChange[]): void;
  _removeFromIndexes(document: PlainDocument): void;
  _resetIndexes(documents: PlainDocument[]): void;
}

const Datastore = nedb as unknown as new (options: { inMemoryOnly: true }) => Nedb & Internals;

export interface Hooks {
  /** Throws when the document may not be kept. */
  check: (document: PlainDocument) => void;
  /** Keeps what was changed; throws when it could not, and then nothing has changed. `document` `null`: it is gone. */
  keep: (changes: readonly { id: string; document: PlainDocument | null }[]) => void;
}

export interface MemoryStore {
  db: Nedb;
  /** The document itself, not a copy: not to be changed. */
  current: (id: string) => PlainDocument | undefined;
  /** Once, before anything else is done. Takes the documents as they are, without copies. */
  fill(documents: PlainDocument[]): void;
}

/**
 * nedb as a store in memory: queries, updates, indexes. Each change is kept before anyone sees it, or it is taken back:
 * what cannot be written has not happened.
 */
export function memoryStore({ check, keep }: Hooks): MemoryStore {
  const db = new Datastore({ inMemoryOnly: true });
  const insert = db._insertInCache.bind(db);
  const update = db._updateIndexes.bind(db);
  const remove = db._removeFromIndexes.bind(db);
  const replace = (changes: DocumentChange[]): void => {
    if (!replaceInPlace(Object.values(db.indexes), changes)) update(changes);
  };
  db._insertInCache = (document) => {
    insert(document);
    keepOr(() => remove(document), [{ id: keyOf(document), document }]);
  };
  db._updateIndexes = (changes) => {
    for (const { newDoc } of changes) check(newDoc);
    replace(changes);
    keepOr(
      () => replace(changes.map(({ oldDoc, newDoc }) => ({ oldDoc: newDoc, newDoc: oldDoc }))),
      changes.map(({ newDoc }) => ({ id: keyOf(newDoc), document: newDoc })),
    );
  };
  db._removeFromIndexes = (document) => {
    keep([{ id: keyOf(document), document: null }]);
    remove(document);
  };
  function keepOr(takeBack: () => void, changes: { id: string; document: PlainDocument }[]): void {
    try {
      keep(changes);
    } catch (error) {
      takeBack();
      throw error;
    }
  }
  return {
    db,
    current: (id) => db.indexes['_id']?.getMatching(id)[0],
    fill: (documents) => db._resetIndexes(documents),
  };
}

function keyOf(document: PlainDocument): string {
  return String(document['_id']);
}
