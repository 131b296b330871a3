import { createReadStream } from 'node:fs';
import type { PlainDocument } from '../changed-in-place.js';

/** What one line of a data file says: a document as it is now, or that the document with this key is gone. */
export type LogEntry = { id: string; document: PlainDocument } | { id: string; document: null };

/** One document as a line of a data file, in nedb's format: JSON with dates as `{"$$date": milliseconds}`. */
export function documentLine(document: PlainDocument): string {
  return `${JSON.stringify(dated(document))}\n`;
}

export function tombstoneLine(id: string): string {
  return `${JSON.stringify({ $$deleted: true, _id: id })}\n`;
}

/** A replacer function would take three times as long. */
function dated(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $$date: value.getTime() };
  if (Array.isArray(value)) return value.map(dated);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[key] = dated((value as PlainDocument)[key]);
  return result;
}

/**
 * Reads a line. `undefined`: there is nothing in it (an empty line, or one that declared an index for nedb); indexes
 * come from the schemas. Throws when the line is damaged.
 */
function readLine(line: string): LogEntry | undefined {
  if (line === '') return undefined;
  const found = revived(JSON.parse(line)) as PlainDocument | null;
  if (typeof found !== 'object' || found === null) throw new TypeError('a line holds no document');
  const { _id: id } = found;
  if (typeof id === 'string' && id !== '')
    return { id, document: found['$$deleted'] === true ? null : found };
  if ('$$indexCreated' in found || '$$indexRemoved' in found) return undefined;
  throw new TypeError('a line holds a document without a key');
}

function revived(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = revived(value[index]);
    return value;
  }
  const object = value as PlainDocument;
  const moment = object['$$date'];
  if (typeof moment === 'number') return new Date(moment);
  for (const key of Object.keys(object)) object[key] = revived(object[key]);
  return object;
}

export interface FileRead {
  /** Bytes up to and with the last whole line. */
  wholeBytes: number;
  lines: number;
  /** Lines that could not be read. */
  damaged: number;
  /** The last line has no end and can't be read: a killed process was writing it, and it was confirmed to nobody. */
  torn: boolean;
}

/** Reads a data file line by line, never the whole of it at once; `each` gets every entry in the order of the file. */
export async function readEntries(path: string, each: (entry: LogEntry) => void): Promise<FileRead> {
  const read: FileRead = { wholeBytes: 0, lines: 0, damaged: 0, torn: false };
  const take = (line: string): boolean => {
    try {
      const entry = readLine(line);
      if (entry !== undefined) each(entry);
      if (line !== '') read.lines += 1;
      return true;
    } catch {
      return false;
    }
  };
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      from = end + 1;
      read.wholeBytes += line.length + 1;
      if (take(line.toString('utf8'))) continue;
      read.lines += 1;
      read.damaged += 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
  }
  const last = Buffer.concat(rest).toString('utf8');
  if (last !== '') read.torn = !take(last);
  return read;
}
