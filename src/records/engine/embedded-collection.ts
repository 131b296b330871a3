import { aggregate, Query } from 'mingo';
import type { Model } from 'mongoose';
import type { Collection, Filter, FindOptions, Stored, Update } from './collection.js';
import type { PlainDocument } from './changed-in-place.js';
import { check, checked } from './documents-check.js';
import { openDatastore, type EmbeddedDatastore, type EmbeddedDependencies } from './embedded-datastore.js';
import { nedbIndexes } from './indexes.js';
import type { LogPlace } from './log/segmented-log.js';
import { isDuplicate } from './nedb-internals.js';
import { withoutUndefined } from './plain.js';

/** One collection in its files, held in memory by nedb. The directory must be this process's alone. */
export class EmbeddedCollection<D extends Stored> implements Collection<D> {
  private constructor(
    private readonly model: Model<D>,
    private readonly store: EmbeddedDatastore,
  ) {}

  static async open<D extends Stored>(
    model: Model<D>,
    place: LogPlace,
    parts: EmbeddedDependencies,
  ): Promise<EmbeddedCollection<D>> {
    const indexes = nedbIndexes(model.schema);
    const checkUpdate = (document: object): void => check(model, document as D);
    return new EmbeddedCollection(model, await openDatastore(place, indexes, checkUpdate, parts));
  }

  /** How many documents there are. */
  get size(): number {
    return this.store.log.home.size;
  }

  /** The documents themselves, which are replaced, never changed. */
  all(): D[] {
    return this.store.memory.all() as unknown as D[];
  }

  async insertOne(document: D): Promise<boolean> {
    return (await this.insertMany([document])) === 1;
  }

  insertMany(documents: D[]): Promise<number> {
    return promised(() => {
      let count = 0;
      for (const document of documents) if (this.insert(document)) count += 1;
      return count;
    });
  }

  /** `false`: its key is another's. */
  private insert(document: D): boolean {
    try {
      this.store.memory.insert(checked(this.model, document) as object as PlainDocument);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async findOne(filter: Filter): Promise<D | null> {
    const found = await this.find(filter, { limit: 1 });
    return found[0] ?? null;
  }

  find(filter: Filter, options: FindOptions = {}): Promise<D[]> {
    return promised(() => this.store.memory.find(filter, options) as object[] as D[]);
  }

  updateOne(filter: Filter, update: Update): Promise<number> {
    return this.update(filter, update, false);
  }

  updateMany(filter: Filter, update: Update): Promise<number> {
    return this.update(filter, update, true);
  }

  deleteMany(filter: Filter): Promise<number> {
    return promised(() => this.store.memory.remove(filter));
  }

  countDocuments(filter: Filter): Promise<number> {
    return promised(() => this.store.memory.count(filter));
  }

  /** Only what the first `$match` leaves is copied: mingo may change what it is given. */
  aggregate<R>(pipeline: Record<string, unknown>[]): Promise<R[]> {
    const [first, ...rest] = pipeline;
    const all = this.store.memory.all();
    const condition = first?.['$match'];
    if (condition === undefined) return Promise.resolve(aggregate(withoutUndefined(all), pipeline) as R[]);
    const query = new Query(condition as Filter);
    const matching = all.filter((document) => query.test(document));
    return Promise.resolve(aggregate(withoutUndefined(matching), rest) as R[]);
  }

  close(): void {
    this.store.log.close();
  }

  private update(filter: Filter, update: Update, multi: boolean): Promise<number> {
    return promised(() => this.store.memory.update(filter, withoutUndefined(update), { multi }));
  }
}

/** The memory waits for nothing; what it throws is a rejection to whoever asked. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
