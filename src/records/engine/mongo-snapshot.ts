import type { Connection } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import type { Stored } from './collection.js';
import type { Snapshot } from './engine.js';

/** Documents that the server sends together: each answer well within what the connection waits for. */
const BATCH = 500;
/** The server no longer keeps the past that is read: after five minutes unless it is told otherwise. */
const SNAPSHOT_TOO_OLD = 239;

/**
 * All documents of the named collections, in batches as they are asked for. A replica set or shards show the moment of the
 * first of them throughout; a single server shows what each holds when it is read.
 */
export async function mongoSnapshot(
  connection: Connection,
  names: readonly string[],
  fault: (cause: unknown) => AppError,
): Promise<Snapshot> {
  const { db } = connection;
  // `hello` under its old name, which compatible servers know too.
  const hello = await db?.command({ isMaster: 1 }).catch((error: unknown) => Promise.reject(fault(error)));
  if (db === undefined || hello === undefined) throw fault(undefined);
  const oneMoment = hello['setName'] !== undefined || hello['msg'] === 'isdbgrid';
  const session = oneMoment ? connection.getClient().startSession({ snapshot: true }) : undefined;
  const read = (name: string) =>
    db.collection<Stored>(name).find({}, { batchSize: BATCH, ...(session === undefined ? {} : { session }) });
  return {
    oneMoment,
    documents: Object.fromEntries(
      names.map((name) => [name, { [Symbol.asyncIterator]: () => all(read(name), fault) }]),
    ),
    end: async () => session?.endSession(),
  };
}

async function* all(
  documents: AsyncIterable<Stored>,
  fault: (cause: unknown) => AppError,
): AsyncGenerator<Stored, void, undefined> {
  try {
    yield* documents;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === SNAPSHOT_TOO_OLD)) throw fault(error);
    throw new AppError('BACKUP_TOO_SLOW', 'Cơ sở dữ liệu quá lớn để sao lưu trong một lần đọc.', {
      remedy:
        'Tăng minSnapshotHistoryWindowInSeconds của MongoDB, hoặc sao lưu bằng mongodump hay ảnh chụp ổ đĩa.',
      cause: error,
    });
  }
}
