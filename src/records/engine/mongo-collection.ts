import type { Model, PipelineStage, QueryFilter, UpdateQuery } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import { withTimeout } from '../../shared/with-timeout.js';
import {
  projectionOf,
  type Collection,
  type Filter,
  type FindOptions,
  type Stored,
  type Update,
} from './collection.js';
import { checked, documentError } from './documents-check.js';
import { withoutUndefined } from './plain.js';
import type { Writability } from './writability.js';

const DUPLICATE_KEY = 11000;

/** What the server may spend on one operation, and how long its caller waits at most, retries included; milliseconds. */
const MAX_TIME_MS = 2000;
const DEADLINE_MS = 2500;
/** Reports read much and nobody's webhook waits for them. */
const REPORT_MS = 30_000;
const READ = { maxTimeMS: MAX_TIME_MS, lean: true } as const;

/** One collection of a MongoDB database, through Mongoose. */
export class MongoCollection<D extends Stored> implements Collection<D> {
  constructor(
    private readonly model: Model<D>,
    private readonly writability: Writability,
  ) {}

  async insertOne(document: D): Promise<boolean> {
    return (await this.insertMany([document])) === 1;
  }

  async insertMany(documents: D[]): Promise<number> {
    if (documents.length === 0) return 0;
    const plain = documents.map((document) => checked(this.model, document));
    return this.written(async () => {
      try {
        const result = await this.model.collection.insertMany(plain as never[], { ordered: false });
        return result.insertedCount;
      } catch (error) {
        return plain.length - duplicates(error);
      }
    });
  }

  findOne(filter: Filter): Promise<D | null> {
    return this.guarded(() => this.model.findOne(where<D>(filter), null, READ).exec() as Promise<D | null>);
  }

  find(filter: Filter, options: FindOptions = {}): Promise<D[]> {
    const { sort, limit } = options;
    return this.guarded(() => {
      const query = this.model.find(where<D>(filter), projectionOf(options), READ);
      if (sort) void query.sort(sort);
      if (limit !== undefined) void query.limit(limit);
      return query.exec() as Promise<D[]>;
    });
  }

  /**
   * As `findOneAndUpdate`: MongoDB does both atomically, but a compatible server was seen to apply two simultaneous
   * `updateOne` whose conditions exclude each other.
   */
  updateOne(filter: Filter, update: Update): Promise<number> {
    return this.written(async () => {
      const options = { ...CHECKED, ...READ, projection: { _id: 1 } };
      const found = await this.model.findOneAndUpdate(where<D>(filter), change<D>(update), options).exec();
      return found === null ? 0 : 1;
    });
  }

  updateMany(filter: Filter, update: Update): Promise<number> {
    return this.written(async () => {
      const result = await this.model.updateMany(where<D>(filter), change<D>(update), CHECKED);
      return result.matchedCount;
    });
  }

  deleteMany(filter: Filter): Promise<number> {
    return this.written(async () => (await this.model.deleteMany(where<D>(filter))).deletedCount);
  }

  countDocuments(filter: Filter): Promise<number> {
    return this.guarded(() => this.model.countDocuments(where<D>(filter), { maxTimeMS: MAX_TIME_MS }).exec());
  }

  aggregate<R>(pipeline: Record<string, unknown>[]): Promise<R[]> {
    const stages = pipeline as unknown as PipelineStage[];
    return this.guarded(() => this.model.aggregate<R>(stages, { maxTimeMS: REPORT_MS }).exec(), REPORT_MS);
  }

  /** A document that does not fit, or an event that is there already, says nothing about the database. */
  private async written<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await this.guarded(work);
      this.writability.wrote();
      return result;
    } catch (error) {
      if (error instanceof AppError && error.code === 'STORE_UNAVAILABLE')
        this.writability.failed(error.cause);
      throw error;
    }
  }

  /**
   * Driver errors name hosts and sometimes values: they are kept as the cause and never shown. What is given up may
   * still be done by the database; every write here can be repeated.
   */
  private async guarded<T>(work: () => Promise<T>, deadlineMs = DEADLINE_MS): Promise<T> {
    try {
      return await withTimeout(deadlineMs, work(), `no answer within ${deadlineMs} ms`);
    } catch (error) {
      const shown = documentError(this.model.modelName, error);
      if (shown instanceof AppError) throw shown;
      throw new AppError('STORE_UNAVAILABLE', `${this.model.modelName}: the database did not do it`, {
        status: 503,
        cause: error,
      });
    }
  }
}

const CHECKED = { runValidators: true } as const;

function where<D>(filter: Filter): QueryFilter<D> {
  return filter;
}

function change<D>(update: Update): UpdateQuery<D> {
  return withoutUndefined(update);
}

/** How many of a bulk insert were there already; another reason to fail is thrown on. */
function duplicates(error: unknown): number {
  const { writeErrors, code } = error as {
    writeErrors?: { code: number } | { code: number }[];
    code?: number;
  };
  const problems = writeErrors === undefined ? [{ code }] : [writeErrors].flat();
  if (problems.length > 0 && problems.every((problem) => problem.code === DUPLICATE_KEY))
    return problems.length;
  throw error;
}
