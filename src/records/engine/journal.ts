import { appendFileSync, closeSync, openSync } from 'node:fs';

/**
 * Appends lines to one file. They are durable against the end of the process once `append` returns, since the operating
 * system has them; the file is not forced to the disk.
 *
 * It does not go through a thread: handing a few lines to the operating system takes microseconds, a fraction of what
 * waking a thread and coming back from it costs.
 */
export class Journal {
  private file: number | undefined;
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

  append(lines: readonly string[]): void {
    this.lines += lines.length;
    if (this.failure !== undefined || lines.length === 0) return;
    try {
      this.file ??= openSync(this.path, 'a', 0o600);
      appendFileSync(this.file, lines.join(''));
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Lets go of the file, so that it can be replaced. */
  release(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  rewritten(): void {
    this.lines = 0;
    this.failure = undefined;
  }
}
