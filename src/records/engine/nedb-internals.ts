import nedb from '@seald-io/nedb';
import { createRequire } from 'node:module';
import { projectionOf, type Filter, type FindOptions, type Update } from './collection.js';
import { replaceInPlace, type DocumentChange, type Index, type PlainDocument } from './changed-in-place.js';
import type { NedbIndex } from './indexes.js';

/*
 * Everything that is taken over inside nedb 4.1.2 stands in this file. Its version is pinned; the contract tests notice
 * a change. Of nedb are used: its indexes and which of them answers a query (`Datastore`), and what its queries, updates
 * and orders mean (`model`). Its own way to a document is passed by: a queue of promises, the whole document copied two
 * or three times a change, and no storage that may refuse a change before anyone sees it.
 */

/** What is used of nedb's store; its own declarations do not resolve under Node's module rules. */
interface Datastore {
  indexes: Record<string, Index>;
  ensureIndexAsync(index: NedbIndex): Promise<void>;
  getAllData(): PlainDocument[];
  _getRawCandidates(filter: Filter): PlainDocument[];
  _insertInCache(document: PlainDocument): void;
  _updateIndexes(changes: DocumentChange[]): void;
  _removeFromIndexes(document: PlainDocument): void;
  _resetIndexes(documents: PlainDocument[]): void;
}

interface Model {
  /** Throws where a name begins with `$` or holds a dot. */
  checkObject(document: PlainDocument): void;
  compareThings(a: unknown, b: unknown): number;
  deepCopy(document: PlainDocument): PlainDocument;
  getDotValue(document: PlainDocument, path: string): unknown;
  match(document: PlainDocument, filter: Filter): boolean;
  /** A changed copy. */
  modify(document: PlainDocument, update: Update): PlainDocument;
}

const Datastore = nedb as unknown as new (options: { inMemoryOnly: true }) => Datastore;
const model = createRequire(import.meta.url)('@seald-io/nedb/lib/model.js') as Model;

export interface Hooks {
  /** Throws when the document may not be kept. */
  check: (document: PlainDocument) => void;
  /** Keeps what was changed; throws when it could not, and then nothing has changed. `document` `null`: it is gone. */
  keep: (changes: readonly { id: string; document: PlainDocument | null }[]) => void;
}

/**
 * A store in memory: queries, updates, indexes. Each change is kept before anyone sees it, or it is taken back: what
 * cannot be written has not happened. Nothing in it waits, so that no two calls can come between one another.
 */
export class MemoryStore {
  private readonly db = new Datastore({ inMemoryOnly: true });

  constructor(private readonly hooks: Hooks) {}

  ensureIndex(index: NedbIndex): Promise<void> {
    return this.db.ensureIndexAsync(index);
  }

  /** Once, before anything else is done. Takes the documents as they are, without copies. */
  fill(documents: PlainDocument[]): void {
    this.db._resetIndexes(documents);
  }

  /** The documents themselves, which are replaced, never changed. */
  all(): PlainDocument[] {
    return this.db.getAllData();
  }

  /** The document itself, not a copy: not to be changed. */
  current(id: string): PlainDocument | undefined {
    return this.db.indexes['_id']?.getMatching(id)[0];
  }

  /** Copies. */
  find(filter: Filter, options: FindOptions = {}): PlainDocument[] {
    const { sort, limit = 0 } = options;
    // 0: all, as MongoDB takes it.
    const most = limit === 0 ? Infinity : limit;
    const found = this.matching(filter, sort === undefined ? most : Infinity);
    if (sort !== undefined) found.sort((a, b) => compared(a, b, sort));
    const fields = projectionOf(options);
    return found.slice(0, most).map((document) => model.deepCopy(projected(document, fields)));
  }

  count(filter: Filter): number {
    return this.matching(filter).length;
  }

  /** Takes the document as it is, without a copy. Throws where its key is another's (see `isDuplicate`). */
  insert(document: PlainDocument): void {
    model.checkObject(document);
    this.db._insertInCache(document);
    this.keepOr(() => this.db._removeFromIndexes(document), [{ id: keyOf(document), document }]);
  }

  /** How many documents it changed. The update must be the caller's to give away: parts of it stay in the documents. */
  update(filter: Filter, update: Update, { multi }: { multi: boolean }): number {
    const found = this.matching(filter, multi ? Infinity : 1);
    const changes = found.map((oldDoc) => ({ oldDoc, newDoc: changed(oldDoc, update) }));
    for (const { newDoc } of changes) this.hooks.check(newDoc);
    this.replace(changes);
    this.keepOr(
      () => this.replace(changes.map(({ oldDoc, newDoc }) => ({ oldDoc: newDoc, newDoc: oldDoc }))),
      changes.map(({ newDoc }) => ({ id: keyOf(newDoc), document: newDoc })),
    );
    return changes.length;
  }

  /** How many documents are gone. */
  remove(filter: Filter): number {
    const found = this.matching(filter);
    this.hooks.keep(found.map((document) => ({ id: keyOf(document), document: null })));
    for (const document of found) this.db._removeFromIndexes(document);
    return found.length;
  }

  /** A list of its own: the indexes' lists change with the documents. */
  private matching(filter: Filter, limit = Infinity): PlainDocument[] {
    const { _id: id } = filter;
    const candidates = typeof id === 'string' ? [this.current(id)] : this.db._getRawCandidates(filter);
    const found: PlainDocument[] = [];
    for (const document of candidates) {
      if (found.length >= limit) break;
      if (document !== undefined && model.match(document, filter)) found.push(document);
    }
    return found;
  }

  private replace(changes: DocumentChange[]): void {
    if (!replaceInPlace(Object.values(this.db.indexes), changes)) this.db._updateIndexes(changes);
  }

  private keepOr(takeBack: () => void, changes: { id: string; document: PlainDocument }[]): void {
    try {
      this.hooks.keep(changes);
    } catch (error) {
      takeBack();
      throw error;
    }
  }
}

/** Whether an insertion failed because a document with its key is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (error as { errorType?: unknown }).errorType === 'uniqueViolated';
}

/**
 * As nedb changes it, but for what is copied: only fields that are changed within, not those that are set anew or that
 * the update leaves alone.
 */
function changed(document: PlainDocument, update: Update): PlainDocument {
  const { $set = {}, $unset = {}, ...within } = update;
  const paths = [...Object.keys($set), ...Object.keys($unset)].filter((path) => path.includes('.'));
  for (const operator of Object.values(within)) paths.push(...Object.keys(operator));
  const copied: PlainDocument = {};
  for (const field of paths.map(fieldOf)) if (field in document) copied[field] = document[field];
  const kept: PlainDocument = {};
  for (const field of Object.keys(document)) if (!Object.hasOwn($unset, field)) kept[field] = document[field];
  return Object.assign(kept, model.modify(copied, update));
}

/** The field of the document that a path leads into. */
function fieldOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

function compared(a: PlainDocument, b: PlainDocument, sort: Record<string, 1 | -1>): number {
  for (const [path, direction] of Object.entries(sort)) {
    const order = direction * model.compareThings(model.getDotValue(a, path), model.getDotValue(b, path));
    if (order !== 0) return order;
  }
  return 0;
}

/** The fields that are asked for, with the key. */
function projected(document: PlainDocument, fields: Record<string, 0 | 1>): PlainDocument {
  const paths = Object.keys(fields);
  if (paths.length === 0) return document;
  if (paths.some((path) => fields[path] === 0))
    return changed(document, { $unset: Object.fromEntries(paths.map((path) => [path, true])) });
  const values = paths.map((path) => [path, model.getDotValue(document, path)] as const);
  const $set = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  return { ...model.modify({}, { $set }), _id: document['_id'] };
}

function keyOf(document: PlainDocument): string {
  return String(document['_id']);
}
