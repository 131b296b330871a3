import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { Stored } from '../engine/collection.js';

const { EJSON } = mongoose.mongo.BSON;

export const MANIFEST = 'manifest.json';
export const CONTENT = 'content';
export const CITIZEN_KEY = 'citizen-key';

/** Of sessions nothing is worth keeping: who is signed in signs in again. */
export const LEFT_OUT: readonly string[] = ['staffSessions', 'signInAttempts'];

/** What a backup holds, written last: a folder without it is none. */
export interface Manifest {
  format: 1;
  at: string;
  engine: 'mongodb' | 'embedded';
  /** Everything as it stood at one moment. */
  oneMoment: boolean;
  contentVersion: string;
  /** Names of the settings that were given; never what they are. */
  settings: readonly string[];
  collections: Readonly<Record<string, { documents: number; sha256: string }>>;
}

export const dataFile = (collection: string) => `${collection}.jsonl`;

/** One document on a line, in MongoDB's extended JSON, which keeps dates apart from texts. */
export const lineOf = (document: Stored): string => `${EJSON.stringify(document, { relaxed: true })}\n`;

export const documentOf = (line: string): Stored => EJSON.parse(line, { relaxed: true }) as Stored;

export const newHash = () => createHash('sha256');
