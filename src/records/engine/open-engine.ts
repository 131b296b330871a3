import { join } from 'node:path';
import mongoose, { type Connection, type Model, type Schema } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import type { Collection, Stored } from './collection.js';
import { lockDirectory } from './directory-lock.js';
import { EmbeddedCollection } from './embedded-collection.js';
import { MongoCollection } from './mongo-collection.js';

const PLAIN = { bufferCommands: false, autoIndex: false, autoCreate: false } as const;
/** A database that starts together with the bot gets this long. */
const START_PATIENCE_MS = 10_000;

type Schemas = Readonly<Record<string, Schema>>;

/** One open storage engine with a collection for each schema. */
export interface Engine {
  name: 'mongodb' | 'embedded';
  collections: Record<string, Collection<Stored>>;
  /** Rejects with `STORE_UNAVAILABLE` when nothing can be stored now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the embedded engine in a directory that is this process's alone. */
export async function openEmbedded(directory: string, schemas: Schemas): Promise<Engine> {
  const unlock = await lockDirectory(directory);
  const opened = new Map<string, EmbeddedCollection<Stored>>();
  try {
    for (const [name, schema] of Object.entries(schemas)) {
      const model = modelOf(name, schema);
      opened.set(name, await EmbeddedCollection.open(model, join(directory, `${name}.db`)));
    }
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    name: 'embedded',
    collections: Object.fromEntries(opened),
    ping: () => Promise.resolve(),
    async close() {
      try {
        for (const collection of opened.values()) await collection.close();
      } finally {
        await unlock();
      }
    },
  };
}

/**
 * Connects to MongoDB. Waits are short, so that a webhook is answered (with a 5xx) before Facebook gives up after five
 * seconds; a write counts once the majority of the replica set has it.
 */
export async function openMongo(uri: string, schemas: Schemas): Promise<Engine> {
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
  const collections: Record<string, Collection<Stored>> = {};
  try {
    await connection.asPromise();
    for (const [name, schema] of Object.entries(schemas))
      collections[name] = new MongoCollection(modelOf(name, schema, connection));
  } catch (error) {
    await connection.close();
    throw unreachable(error);
  }
  return {
    name: 'mongodb',
    collections,
    async ping() {
      await connection.db
        ?.admin()
        .ping()
        .catch((error: unknown) => {
          throw unreachable(error);
        });
    },
    close: () => connection.close(),
  };
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

/** Without a connection a model only checks documents, which is all that the embedded engine asks of it. */
function modelOf(name: string, schema: Schema, connection?: Connection): Model<Stored> {
  if (connection) return connection.model<Stored>(name, schema as Schema<Stored>, name);
  const unconnected = new mongoose.Mongoose({ autoIndex: false, autoCreate: false });
  return unconnected.model<Stored>(name, schema as Schema<Stored>, name);
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
