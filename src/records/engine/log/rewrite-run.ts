import { performance } from 'node:perf_hooks';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { documentLine, tombstoneLine } from './lines.js';
import { newSegment, SEGMENT_BYTES, type Segment } from './segment.js';
import type { SegmentedLog } from './segmented-log.js';

/** How long the process is kept at it at once, milliseconds. */
const SLICE_MS = 2;
/** How much is handed to the operating system at once, characters. */
const CHUNK = 64 * 1024;

interface Piece {
  segment: Segment;
  written: string[];
}

/**
 * Rewrites neighbouring segments without their outdated lines, a slice at a time. Whatever moment the process is killed
 * at, reading the files in order gives the same documents:
 *
 * 1. the living documents are written beside, and forced to the disk together with all that was appended meanwhile,
 *    since a newer line somewhere else is what makes a line here outdated;
 * 2. pieces that do not fit into one file are put behind the run: they repeat what is in it;
 * 3. the first piece takes the place of the run's first file;
 * 4. the other files go, oldest first, so that a line that says "gone" outlives the lines it speaks of.
 *
 * Rejects when the disk refuses; the old files are then whole.
 */
export async function rewriteRun(log: SegmentedLog, run: readonly Segment[]): Promise<void> {
  const { disk, directory } = log.place;
  const pieces = await writeBeside(log, run);
  try {
    for (const { segment } of pieces) await disk.sync(beside(segment));
    for (const segment of log.segments.filter(({ synced }) => !synced)) {
      const { bytes } = segment;
      await disk.sync(segment.path);
      segment.synced = segment.bytes === bytes;
    }
    for (const { segment } of pieces.slice(1).concat(pieces.slice(0, 1)))
      disk.rename(beside(segment), segment.path);
  } catch (error) {
    for (const { segment } of pieces) disk.unlink(beside(segment));
    // What was put behind the run already would outlive the deletion of what it repeats.
    for (const { segment } of pieces.slice(1)) disk.unlink(segment.path);
    throw error;
  }
  const kept = new Set(pieces.map(({ segment }) => segment.number));
  for (const { number, path } of run) if (!kept.has(number)) disk.unlink(path);
  replace(log, run, pieces);
  await disk.sync(directory);
}

function beside({ path }: Segment): string {
  return `${path}~`;
}

/** Writes the pieces, each beside the place it will take. None at all when nothing of the run is left. */
async function writeBeside(log: SegmentedLog, run: readonly Segment[]): Promise<Piece[]> {
  const tombstones = neededTombstones(log, run);
  const writer = new PieceWriter(log, freeNumbers(log, run));
  try {
    for (const id of tombstones) writer.add(tombstoneLine(id));
    let sliceEnds = performance.now() + SLICE_MS;
    for (const id of livingIn(log, run)) {
      const document = log.current(id);
      if (document !== undefined) writer.add(documentLine(document), id);
      if (performance.now() < sliceEnds) continue;
      await turnOfTheLoop();
      sliceEnds = performance.now() + SLICE_MS;
    }
    writer.end();
  } catch (error) {
    writer.discard();
    throw error;
  }
  const [first] = writer.pieces;
  if (first !== undefined) first.segment.tombstones = new Set(tombstones);
  return writer.pieces;
}

class PieceWriter {
  readonly pieces: Piece[] = [];
  private file: number | undefined;
  private lines: string[] = [];
  private ids: string[] = [];
  private characters = 0;

  /** @param numbers that pieces may take; the last takes all that is left */
  constructor(
    private readonly log: SegmentedLog,
    private readonly numbers: number[],
  ) {}

  add(line: string, id?: string): void {
    this.lines.push(line);
    this.characters += line.length;
    if (id !== undefined) this.ids.push(id);
    if (this.characters >= CHUNK) this.flush();
  }

  end(): void {
    this.flush();
    this.close();
  }

  discard(): void {
    this.close();
    for (const { segment } of this.pieces) this.log.place.disk.unlink(beside(segment));
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    const { disk } = this.log.place;
    const piece = this.piece();
    const text = this.lines.join('');
    this.file ??= disk.openForAppend(beside(piece.segment));
    disk.append(this.file, text);
    piece.segment.bytes += Buffer.byteLength(text);
    for (const id of this.ids) piece.written.push(id);
    this.lines = [];
    this.ids = [];
    this.characters = 0;
    if (piece.segment.bytes >= SEGMENT_BYTES && this.numbers.length > 0) this.close();
  }

  /** The piece being written; a new one when the last is full. */
  private piece(): Piece {
    const last = this.pieces.at(-1);
    if (last !== undefined && this.file !== undefined) return last;
    const { disk, directory, name } = this.log.place;
    const piece = { segment: newSegment(directory, name, this.numbers.shift() ?? 0), written: [] };
    disk.unlink(beside(piece.segment));
    this.pieces.push(piece);
    return piece;
  }

  private close(): void {
    if (this.file !== undefined) this.log.place.disk.close(this.file);
    this.file = undefined;
  }
}

/** The place of the run's first file, then what is free behind the run. */
function freeNumbers({ segments }: SegmentedLog, run: readonly Segment[]): number[] {
  const first = run[0]?.number ?? 0;
  const last = run.at(-1)?.number ?? 0;
  const next = segments.find(({ number }) => number > last)?.number ?? last + 1;
  return [first, ...Array.from({ length: next - last - 1 }, (_, index) => last + 1 + index)];
}

/** A document that changes while others are written has its newest line elsewhere and is passed over. */
function* livingIn(log: SegmentedLog, run: readonly Segment[]): Generator<string> {
  for (const segment of run) for (const id of [...segment.live]) if (log.home.get(id) === segment) yield id;
}

/** "Gone" must be said as long as an older file holds a line of the document. */
function neededTombstones(log: SegmentedLog, run: readonly Segment[]): string[] {
  const first = run[0]?.number ?? 0;
  const older = log.segments.filter(({ number, outdated }) => number < first && outdated.size > 0);
  const gone = run.flatMap(({ tombstones }) => [...tombstones]);
  return gone.filter((id) => !log.home.has(id) && older.some(({ outdated }) => outdated.has(id)));
}

function replace(log: SegmentedLog, run: readonly Segment[], pieces: readonly Piece[]): void {
  const replaced = new Set(run);
  for (const { segment, written } of pieces) {
    segment.settled = true;
    segment.synced = true;
    for (const id of written) {
      const home = log.home.get(id);
      if (home !== undefined && replaced.has(home)) {
        segment.live.add(id);
        log.home.set(id, segment);
      } else segment.outdated.add(id);
    }
  }
  const at = log.segments.findIndex((segment) => replaced.has(segment));
  log.segments.splice(at, run.length, ...pieces.map(({ segment }) => segment));
  for (const { segment } of pieces)
    if (segment.outdated.size + segment.tombstones.size > 0) log.markDirty(segment);
}
