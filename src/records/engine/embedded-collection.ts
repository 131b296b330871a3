import { aggregate, Query } from 'mingo';
import type { Model } from 'mongoose';
import {
  projectionOf,
  type Collection,
  type Filter,
  type FindOptions,
  type Stored,
  type Update,
} from './collection.js';
import { check, checked } from './documents-check.js';
import { openDatastore, type EmbeddedDatastore, type EmbeddedDependencies } from './embedded-datastore.js';
import { nedbIndexes } from './indexes.js';
import type { LogPlace } from './log/segmented-log.js';
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
    return this.store.db.getAllData() as unknown as D[];
  }

  async insertOne(document: D): Promise<boolean> {
    return (await this.insertMany([document])) === 1;
  }

  async insertMany(documents: D[]): Promise<number> {
    const inserts = documents.map((document) =>
      this.store.db.insertAsync(checked(this.model, document)).then(
        () => 1,
        (error: unknown) => {
          if (isDuplicate(error)) return 0;
          throw error;
        },
      ),
    );
    const counts = await Promise.all(inserts);
    return counts.reduce<number>((sum, count) => sum + count, 0);
  }

  async findOne(filter: Filter): Promise<D | null> {
    const found = await this.find(filter, { limit: 1 });
    return found[0] ?? null;
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<D[]> {
    const { sort, limit } = options;
    const cursor = this.store.db.findAsync(filter, projectionOf(options));
    if (sort) cursor.sort(sort);
    if (limit !== undefined) cursor.limit(limit);
    return (await cursor.execAsync()) as D[];
  }

  async updateOne(filter: Filter, update: Update): Promise<number> {
    return this.update(filter, update, false);
  }

  async updateMany(filter: Filter, update: Update): Promise<number> {
    return this.update(filter, update, true);
  }

  async deleteMany(filter: Filter): Promise<number> {
    return this.store.db.removeAsync(filter, { multi: true });
  }

  async countDocuments(filter: Filter): Promise<number> {
    return this.store.db.countAsync(filter).execAsync();
  }

  /** Only what the first `$match` leaves is copied: mingo may change what it is given. */
  aggregate<R>(pipeline: Record<string, unknown>[]): Promise<R[]> {
    const [first, ...rest] = pipeline;
    const all = this.store.db.getAllData();
    const condition = first?.['$match'];
    if (condition === undefined) return Promise.resolve(aggregate(withoutUndefined(all), pipeline) as R[]);
    const query = new Query(condition as Filter);
    const matching = all.filter((document) => query.test(document));
    return Promise.resolve(aggregate(withoutUndefined(matching), rest) as R[]);
  }

  close(): void {
    this.store.log.close();
  }

  private async update(filter: Filter, update: Update, multi: boolean): Promise<number> {
    const { numAffected } = await this.store.db.updateAsync(filter, withoutUndefined(update), { multi });
    return numAffected;
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (error as { errorType?: unknown }).errorType === 'uniqueViolated';
}
