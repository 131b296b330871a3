import mongoose, { type Connection } from 'mongoose';
import type { Logger } from '../../shared/logger.js';
import { AppError } from '../../shared/errors.js';
import type { Collection, Stored } from './collection.js';
import { modelOf, type Engine, type Schemas } from './engine.js';
import { MongoCollection } from './mongo-collection.js';
import { mongoSnapshot } from './mongo-snapshot.js';
import { Writability } from './writability.js';

const PLAIN = { bufferCommands: false, autoIndex: false, autoCreate: false } as const;
/** A database that starts together with the bot gets this long. */
const START_PATIENCE_MS = 10_000;
/** One document of its own, written to see whether the database takes writes. */
const PROBE_COLLECTION = 'probe';

/**
 * Connects to MongoDB. Waits are short, so that a webhook is answered (with a 5xx) before Facebook gives up after five
 * seconds; a write counts once the majority of the replica set has it.
 */
export async function openMongo(uri: string, schemas: Schemas, logger: Logger): Promise<Engine> {
  await createIndexes(uri, schemas);
  const connection = mongoose.createConnection(uri, {
    ...PLAIN,
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 2000,
    connectTimeoutMS: 2000,
    socketTimeoutMS: 2500,
    waitQueueTimeoutMS: 2000,
    writeConcern: { w: 'majority', wtimeoutMS: 2500 },
  });
  connection.on('error', () => undefined);
  const writability = new Writability(logger);
  const collections: Record<string, Collection<Stored>> = {};
  try {
    await connection.asPromise();
    for (const [name, schema] of Object.entries(schemas))
      collections[name] = new MongoCollection(modelOf(name, schema, connection), writability);
  } catch (error) {
    await connection.close();
    throw unreachable(error);
  }
  const ping = () => probe(connection, writability);
  return {
    name: 'mongodb',
    collections,
    ping,
    writable: () => (writability.isSure ? Promise.resolve() : ping()),
    sizes: () => ({}),
    refusal: () => writability.refusal,
    snapshot: () => mongoSnapshot(connection, Object.keys(schemas), unreachable),
    clean: () => Promise.resolve(),
    close: () => connection.close(),
  };
}

/** A database may answer and yet take no writes: full, or without a primary. */
async function probe({ db }: Connection, writability: Writability): Promise<void> {
  try {
    await db
      ?.collection<{ _id: string }>(PROBE_COLLECTION)
      .updateOne({ _id: 'probe' }, { $inc: { count: 1 } }, { upsert: true, maxTimeMS: 2000 });
    writability.wrote();
  } catch (error) {
    writability.failed(error);
    throw unreachable(error);
  }
}

/** Over a connection of its own, which waits: an index over many documents takes longer than a webhook may. */
async function createIndexes(uri: string, schemas: Schemas): Promise<void> {
  const connection = mongoose.createConnection(uri, {
    ...PLAIN,
    serverSelectionTimeoutMS: START_PATIENCE_MS,
  });
  connection.on('error', () => undefined);
  try {
    await connection.asPromise();
    for (const [name, schema] of Object.entries(schemas))
      await modelOf(name, schema, connection).createIndexes();
  } catch (error) {
    throw unreachable(error);
  } finally {
    await connection.close();
  }
}

function unreachable(cause: unknown): AppError {
  return new AppError(
    'STORE_UNAVAILABLE',
    'Không kết nối được cơ sở dữ liệu MongoDB. / MongoDB cannot be reached.',
    {
      status: 503,
      remedy: 'Kiểm tra MONGODB_URI và máy chủ cơ sở dữ liệu. / Check MONGODB_URI and the database server.',
      cause,
    },
  );
}
