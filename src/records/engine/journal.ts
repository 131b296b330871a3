import { open, type FileHandle } from 'node:fs/promises';

interface Batch {
  lines: string[];
  written: Promise<void>;
}

/**
 * Appends lines to one file, in order, those that arrive together in one write (group commit): while a write is under
 * way, the next ones gather. A line is durable against the end of the process once its promise resolves, since the
 * operating system has it; the file is not forced to the disk.
 */
export class Journal {
  private next: Batch | undefined;
  private last: Promise<void> = Promise.resolve();
  private file: FileHandle | undefined;
  private failure: Error | undefined;
  private lines = 0;

  constructor(private readonly path: string) {}

  /** Lines appended since the file was last rewritten. */
  get appended(): number {
    return this.lines;
  }

  /** Why lines are missing from the file; only rewriting it from memory (`rewritten`) makes it whole again. */
  get broken(): Error | undefined {
    return this.failure;
  }

  append(lines: string): void {
    this.lines += 1;
    if (this.next === undefined) {
      const batch: Batch = { lines: [], written: Promise.resolve() };
      batch.written = this.last.then(() => this.write(batch));
      // Whoever waits is told by `flushed`; this keeps a failure nobody waits for from ending the process.
      this.last = batch.written.catch(() => undefined);
      this.next = batch;
    }
    this.next.lines.push(lines);
  }

  /** Resolves when all that was appended so far is with the operating system. */
  async flushed(): Promise<void> {
    await (this.next?.written ?? this.last);
    if (this.failure !== undefined) throw this.failure;
  }

  /** Waits for the writes under way and lets go of the file, so that it can be replaced. */
  async release(): Promise<void> {
    while (this.next !== undefined) await this.next.written.catch(() => undefined);
    await this.last;
    await this.file?.close();
    this.file = undefined;
  }

  rewritten(): void {
    this.lines = 0;
    this.failure = undefined;
  }

  private async write(batch: Batch): Promise<void> {
    this.next = undefined;
    if (this.failure !== undefined) throw this.failure;
    try {
      this.file ??= await open(this.path, 'a');
      await this.file.appendFile(batch.lines.join(''));
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      throw this.failure;
    }
  }
}
