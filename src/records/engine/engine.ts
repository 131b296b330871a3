import mongoose, { type Connection, type Model, type Schema } from 'mongoose';
import type { Collection, Stored } from './collection.js';

export type Schemas = Readonly<Record<string, Schema>>;

/** All documents of each collection, to be read and not changed. */
export interface Snapshot {
  documents: Readonly<Record<string, Iterable<Stored> | AsyncIterable<Stored>>>;
  /** As they stood at one moment; otherwise each as it was when it was read. */
  oneMoment: boolean;
  /** Nothing more is read. */
  end(): Promise<void>;
}

/** One open storage engine with a collection for each schema. */
export interface Engine {
  name: 'mongodb' | 'embedded';
  collections: Record<string, Collection<Stored>>;
  /** Writes something and takes it away again. Rejects when nothing can be stored now. */
  ping(): Promise<void>;
  /** As `ping`, but a write that went through just now is enough. */
  writable(): Promise<void>;
  /** Embedded engine: how many documents of each collection are held; empty otherwise. */
  sizes(): Readonly<Record<string, number>>;
  /** Why the last write was refused. */
  refusal(): string | undefined;
  /** Everything, for a backup. The embedded engine takes it before this returns. */
  snapshot(): Promise<Snapshot>;
  /** Embedded engine: drops everything outdated from the files now. */
  clean(): Promise<void>;
  close(): Promise<void>;
}

/** Without a connection a model only checks documents, which is all that the embedded engine asks of it. */
export function modelOf(name: string, schema: Schema, connection?: Connection): Model<Stored> {
  if (connection) return connection.model<Stored>(name, schema as Schema<Stored>, name);
  const unconnected = new mongoose.Mongoose({ autoIndex: false, autoCreate: false });
  return unconnected.model<Stored>(name, schema as Schema<Stored>, name);
}
