export type PlainDocument = Record<string, unknown>;

export interface DocumentChange {
  oldDoc: PlainDocument;
  newDoc: PlainDocument;
}

/** What is used of one of nedb's indexes (its version is pinned). */
export interface Index {
  fieldName: string;
  unique: boolean;
  insert(document: PlainDocument): void;
  remove(document: PlainDocument): void;
  /** The tree's own list of the documents with this key; of a list of keys, a list put together for the occasion. */
  getMatching(key: unknown): PlainDocument[];
}

/**
 * Puts changed documents in the places of the old ones. nedb takes a document out of every index and sorts it in again,
 * which was a large part of what a change cost; here that is done only where the key has changed.
 * `false`, and nothing done: a key that another document may have already is to change. Refusing that is nedb's matter.
 */
export function replaceInPlace(indexes: readonly Index[], changes: readonly DocumentChange[]): boolean {
  const unique = indexes.filter((index) => index.unique);
  if (changes.some((change) => unique.some((index) => hasMoved(index, change)))) return false;
  for (const change of changes) for (const index of indexes) replace(index, change);
  return true;
}

function replace(index: Index, change: DocumentChange): void {
  const { oldDoc, newDoc } = change;
  if (hasMoved(index, change)) {
    index.remove(oldDoc);
    index.insert(newDoc);
    return;
  }
  const key = keyOf(oldDoc, index.fieldName);
  if (isNoKey(key)) return;
  // Of a list each element is a key.
  for (const one of Array.isArray(key) ? new Set<unknown>(key) : [key]) {
    const documents = index.getMatching(one);
    documents[documents.indexOf(oldDoc)] = newDoc;
  }
}

function hasMoved({ fieldName }: Index, { oldDoc, newDoc }: DocumentChange): boolean {
  return !isSameKey(keyOf(oldDoc, fieldName), keyOf(newDoc, fieldName));
}

/** As nedb reads it: a dot leads into an object, and through an array to the list of its elements' values. */
function keyOf(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((element) => keyOf(element, path));
  if (typeof value !== 'object' || value === null) return undefined;
  const dot = path.indexOf('.');
  if (dot < 0) return (value as PlainDocument)[path];
  return keyOf((value as PlainDocument)[path.slice(0, dot)], path.slice(dot + 1));
}

function isSameKey(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return a === b || (isNoKey(a) && isNoKey(b));
}

/** Such a document is not in the index at all (see `nedbIndexes`: all but those of dates, which are required, are sparse). */
function isNoKey(key: unknown): boolean {
  return key === undefined || (Array.isArray(key) && key.length === 0);
}
