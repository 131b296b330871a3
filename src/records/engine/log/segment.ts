import { join } from 'node:path';

/**
 * One file of a collection. Together, in the order of their numbers, a collection's segments are its log: of several
 * lines with one key the last holds.
 */
export interface Segment {
  number: number;
  path: string;
  bytes: number;
  /** Keys whose newest line is in this file. */
  live: Set<string>;
  /** Keys with an outdated line in this file: an older state, or a document that is gone. Rewriting drops these lines. */
  outdated: Set<string>;
  /** Keys of which this file says that the document is gone. */
  tombstones: Set<string>;
  /** It is to be rewritten whatever is in it: lines that cannot be read, or one of too many small files. */
  rewrite: boolean;
  /** It is not fresh: what is in it has been left alone for a while, so the next change can wait for others. */
  settled: boolean;
  /** When the first line that should go came in; milliseconds of a monotonic clock. */
  dirtySince: number | undefined;
  /** Everything in it was forced to the disk. */
  synced: boolean;
}

export function newSegment(directory: string, name: string, number: number): Segment {
  const file = number === 0 ? `${name}.db` : `${name}.${String(number).padStart(6, '0')}.db`;
  return {
    number,
    path: join(directory, file),
    bytes: 0,
    live: new Set(),
    outdated: new Set(),
    tombstones: new Set(),
    rewrite: false,
    settled: false,
    dirtySince: undefined,
    synced: false,
  };
}

/** The numbers of a collection's files among these names, ascending. The file of a first version, `NAME.db`, is number 0. */
export function segmentNumbers(names: readonly string[], name: string): number[] {
  return names
    .flatMap((file) => {
      if (file === `${name}.db`) return [0];
      if (!file.startsWith(`${name}.`)) return [];
      const number = /^(\d{6,})\.db$/.exec(file.slice(name.length + 1))?.[1];
      return number === undefined ? [] : [Number(number)];
    })
    .sort((a, b) => a - b);
}

/** How large a file becomes before the next one is begun, bytes. Rewriting one takes a few hundredths of a second. */
export const SEGMENT_BYTES = 1024 * 1024;

/** A neighbour is rewritten along while it is at most this many times as large, so that small files join and large ones rest. */
const NEIGHBOUR = 4;

/** Which neighbouring segments (all but the last, which is being written to) are to be rewritten into one, oldest first. */
export function runsToRewrite(
  segments: readonly Segment[],
  isDue: (segment: Segment) => boolean,
): Segment[][] {
  const closed = segments.slice(0, -1);
  const runs: Segment[][] = [];
  for (let last = closed.length - 1; last >= 0; last -= 1) {
    const segment = closed[last];
    if (segment === undefined || !isDue(segment)) continue;
    const run = [segment];
    let bytes = liveBytes(segment);
    for (let before = closed[last - 1]; before !== undefined; before = closed[last - 1]) {
      const added = liveBytes(before);
      if (added > NEIGHBOUR * bytes || bytes + added > SEGMENT_BYTES) break;
      run.unshift(before);
      bytes += added;
      last -= 1;
    }
    runs.push(run);
  }
  return runs;
}

function liveBytes({ bytes, live, outdated, tombstones }: Segment): number {
  const lines = live.size + outdated.size + tombstones.size;
  return lines === 0 ? 0 : Math.ceil((bytes * live.size) / lines);
}
