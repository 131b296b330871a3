import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  openSync,
  renameSync,
  statfsSync,
  unlinkSync,
} from 'node:fs';
import { open } from 'node:fs/promises';

/** What the log asks of the file system; tests put one that fails in its place. */
export interface Disk {
  openForAppend(path: string): number;
  /** All of the text, or an error and possibly a part of it. */
  append(file: number, text: string): void;
  truncate(file: number, bytes: number): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  /** A file that is gone already is no error. */
  unlink(path: string): void;
  /** Forces a file or folder to the disk, on a thread. A file that is gone is no error. */
  sync(path: string): Promise<void>;
  /** Bytes that may still be written in the folder, and the size of its disk. */
  space(directory: string): { free: number; size: number };
}

export const realDisk: Disk = {
  openForAppend: (path) => openSync(path, 'a', 0o600),
  /**
   * Not through a thread: handing a few lines to the operating system takes microseconds, a fraction of what waking a
   * thread and coming back from it costs.
   */
  append: (file, text) => appendFileSync(file, text),
  truncate: ftruncateSync,
  close: closeSync,
  rename: renameSync,
  unlink(path) {
    try {
      unlinkSync(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  async sync(path) {
    try {
      const file = await open(path, 'r');
      await file.sync().finally(() => file.close());
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  space(directory) {
    const { bavail, blocks, bsize } = statfsSync(directory);
    return { free: bavail * bsize, size: blocks * bsize };
  },
};

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
