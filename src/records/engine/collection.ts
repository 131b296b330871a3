/** A condition in MongoDB's query language, kept to what both engines answer alike (see `Collection`). */
export type Filter = Record<string, unknown>;

/** MongoDB's update operators, kept to those both engines apply alike. Replacing a whole document is not offered. */
export interface Update {
  $set?: Record<string, unknown>;
  $unset?: Record<string, true>;
  $inc?: Record<string, number>;
  $push?: Record<string, unknown>;
  $pull?: Record<string, unknown>;
}

export interface FindOptions {
  sort?: Record<string, 1 | -1>;
  limit?: number;
  /** A large field that is not needed. */
  omit?: string;
  /** Nothing but these fields and `_id`; a dot leads into an object. */
  only?: readonly string[];
}

/** Every document's key is its own name in the product: an event key, a conversation's id, a request's code. */
export interface Stored {
  _id: string;
}

/**
 * One kind of document, on either engine. Every write is durable when its promise resolves and is atomic for one document.
 *
 * To be answered alike, filters avoid `$ne` and `$nin` on arrays and `null` for "missing", and updates avoid the
 * positional `$`. Documents are checked against their Mongoose schema before they are written; one that does not fit
 * rejects with code `DOCUMENT_INVALID`.
 */
export interface Collection<D extends Stored> {
  /** `false` when a document with the same unique key is there already; nothing has changed then. */
  insertOne(document: D): Promise<boolean>;
  /** Inserts those whose unique keys are free; how many they were. */
  insertMany(documents: D[]): Promise<number>;
  findOne(filter: Filter): Promise<D | null>;
  find(filter: Filter, options?: FindOptions): Promise<D[]>;
  /** The number of documents that matched: 0 or 1. */
  updateOne(filter: Filter, update: Update): Promise<number>;
  updateMany(filter: Filter, update: Update): Promise<number>;
  deleteMany(filter: Filter): Promise<number>;
  countDocuments(filter: Filter): Promise<number>;
  aggregate<R>(pipeline: Record<string, unknown>[]): Promise<R[]>;
}

/** `omit` and `only` as both engines take them. */
export function projectionOf({ omit, only }: FindOptions): Record<string, 0 | 1> {
  if (only !== undefined) return Object.fromEntries(only.map((field) => [field, 1 as const]));
  return omit === undefined ? {} : { [omit]: 0 };
}
