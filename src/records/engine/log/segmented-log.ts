import { performance } from 'node:perf_hooks';
import type { PlainDocument } from '../changed-in-place.js';
import type { Disk } from './disk.js';
import { tombstoneLine } from './lines.js';
import { newSegment, SEGMENT_BYTES, type Segment } from './segment.js';

/** A document's new line, or `null`: it is gone. */
export interface Appended {
  id: string;
  line: string | null;
}

export interface LogPlace {
  directory: string;
  /** The collection's name. */
  name: string;
  disk: Disk;
}

/**
 * The files of one collection: what is written is appended to the last of them, and lines that are outdated are gone a
 * little later, when the file that holds them has been rewritten (`LogCleaner`).
 *
 * A line is durable against the end of the process once `append` returns, since the operating system has it; files are
 * forced to the disk when older lines are dropped for what they hold.
 */
export class SegmentedLog {
  /** Ascending; the last is written to. */
  readonly segments: Segment[];
  /** In which file each document's newest line is. */
  readonly home = new Map<string, Segment>();
  private file: number | undefined;

  /** @param loaded the segments that were read, ascending; `home` is filled from them */
  constructor(
    readonly place: LogPlace,
    /** The document as it is now. */
    readonly current: (id: string) => PlainDocument | undefined,
    /** Called when a line has become outdated. */
    private readonly dirty: () => void,
    loaded: readonly Segment[] = [],
  ) {
    for (const segment of loaded) for (const id of segment.live) this.home.set(id, segment);
    this.segments = [...loaded, newSegment(place.directory, place.name, freeNumber(loaded))];
  }

  get tail(): Segment {
    const tail = this.segments.at(-1);
    if (tail === undefined) throw new RangeError('a log has a last segment');
    return tail;
  }

  /** All of it is in the file when this returns, or none when it throws. */
  append(entries: readonly Appended[]): void {
    if (entries.length === 0) return;
    if (this.tail.bytes >= SEGMENT_BYTES) this.rotate();
    const { disk } = this.place;
    const { tail } = this;
    const text = entries.map(({ id, line }) => line ?? tombstoneLine(id)).join('');
    try {
      this.file ??= disk.openForAppend(tail.path);
      disk.append(this.file, text);
    } catch (error) {
      this.takeBack();
      throw error;
    }
    tail.bytes += Buffer.byteLength(text);
    tail.synced = false;
    for (const entry of entries) this.note(entry, tail);
  }

  /** Goes on in a new file. */
  rotate(): void {
    this.close();
    this.segments.push(newSegment(this.place.directory, this.place.name, this.tail.number + 1));
  }

  close(): void {
    if (this.file !== undefined) this.place.disk.close(this.file);
    this.file = undefined;
  }

  markDirty(segment: Segment): void {
    if (segment.dirtySince !== undefined) return;
    segment.dirtySince = performance.now();
    this.dirty();
  }

  private note({ id, line }: Appended, tail: Segment): void {
    const before = this.home.get(id);
    if (before !== undefined) {
      before.live.delete(id);
      before.outdated.add(id);
      this.markDirty(before);
    }
    if (line === null) {
      this.home.delete(id);
      tail.tombstones.add(id);
      this.markDirty(tail);
    } else {
      this.home.set(id, tail);
      tail.live.add(id);
    }
  }

  /** A part of the lines may be in the file: nothing of them may stay, and where it can't be cut off nothing follows it. */
  private takeBack(): void {
    if (this.file === undefined) return;
    try {
      this.place.disk.truncate(this.file, this.tail.bytes);
    } catch {
      this.tail.rewrite = true;
      this.markDirty(this.tail);
      this.rotate();
    }
  }
}

/** Behind a file that is larger than it should be, numbers are left for the pieces it will be rewritten into. */
function freeNumber(loaded: readonly Segment[]): number {
  const last = loaded.at(-1);
  return last === undefined ? 0 : last.number + 1 + Math.ceil(last.bytes / SEGMENT_BYTES);
}
