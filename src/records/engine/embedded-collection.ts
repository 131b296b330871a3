import { aggregate, Query } from 'mingo';
import type { Model } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import {
  projectionOf,
  type Collection,
  type Filter,
  type FindOptions,
  type Stored,
  type Update,
} from './collection.js';
import { check, checked } from './documents-check.js';
import { openDatastore, type EmbeddedDatastore } from './embedded-datastore.js';
import { nedbIndexes } from './indexes.js';
import { withoutUndefined } from './plain.js';

/** Rewriting the file is worth its pause once it holds this many lines, most of them outdated. */
const COMPACT_LINES = 50_000;

/** One collection in one file, held in memory by nedb. The directory must be this process's alone. */
export class EmbeddedCollection<D extends Stored> implements Collection<D> {
  /** At how many lines it is looked again whether rewriting is worthwhile. */
  private compactAt = COMPACT_LINES;

  private constructor(
    private readonly model: Model<D>,
    private readonly store: EmbeddedDatastore,
  ) {}

  static async open<D extends Stored>(model: Model<D>, path: string): Promise<EmbeddedCollection<D>> {
    const store = await openDatastore(path, (document) => check(model, document as unknown as D));
    for (const index of nedbIndexes(model.schema)) await store.db.ensureIndexAsync(index);
    return new EmbeddedCollection(model, store);
  }

  async insertOne(document: D): Promise<boolean> {
    return (await this.insertMany([document])) === 1;
  }

  async insertMany(documents: D[]): Promise<number> {
    await this.heal();
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
    this.kept();
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
    await this.heal();
    const removed = await this.store.db.removeAsync(filter, { multi: true });
    this.kept();
    return removed;
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

  /** Rewrites the file when most of its lines are outdated: it pauses this collection for a moment. */
  private async compactIfWorthwhile(): Promise<void> {
    const { journal, db } = this.store;
    if (journal.appended < this.compactAt) return;
    const worthwhile = Math.max(COMPACT_LINES, 4 * db.getAllData().length);
    const due = journal.appended >= worthwhile;
    this.compactAt = due ? Number.POSITIVE_INFINITY : worthwhile;
    if (!due) return;
    // The old file stays whole when this fails (a full disk); writes go on there, and it is tried again later.
    await this.store.compact().catch(() => undefined);
    this.compactAt = journal.appended + COMPACT_LINES;
  }

  async close(): Promise<void> {
    await this.store.compact();
  }

  private async update(filter: Filter, update: Update, multi: boolean): Promise<number> {
    await this.heal();
    const { numAffected } = await this.store.db.updateAsync(filter, withoutUndefined(update), { multi });
    this.kept();
    return numAffected;
  }

  /** What was changed is in the file, or the caller is told. */
  private kept(): void {
    const { broken } = this.store.journal;
    if (broken !== undefined) refuse(broken);
    void this.compactIfWorthwhile();
  }

  /** After a failed write (a full disk) the file lacks what memory holds: it is rewritten before anything else is taken. */
  private async heal(): Promise<void> {
    if (this.store.journal.broken === undefined) return;
    await this.store.compact().catch(refuse);
  }
}

function refuse(cause: unknown): never {
  throw new AppError('STORE_UNWRITABLE', 'the data directory cannot be written to', { status: 503, cause });
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (error as { errorType?: unknown }).errorType === 'uniqueViolated';
}
