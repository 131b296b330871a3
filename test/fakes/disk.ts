import { realDisk, type Disk } from '../../src/records/engine/log/disk.js';

/** The file system, until it is told to refuse what would take room, or to do nothing more at all. */
export class FailingDisk implements Disk {
  /** Refuses to take anything more, as a full disk does. */
  full = false;
  /** What a full disk still takes of a text before it refuses, characters. */
  takesAPart = 0;
  /** After so many more changes everything fails, as for a process that was killed. */
  endsIn = Number.POSITIVE_INFINITY;
  /** Changes so far. */
  changes = 0;
  free = 1e12;

  openForAppend(path: string): number {
    this.change();
    return realDisk.openForAppend(path);
  }

  append(file: number, text: string): void {
    if (this.full) {
      if (this.takesAPart > 0) realDisk.append(file, text.slice(0, this.takesAPart));
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    }
    if (this.changes + 1 >= this.endsIn) realDisk.append(file, text.slice(0, text.length / 2));
    this.change();
    realDisk.append(file, text);
  }

  truncate(file: number, bytes: number): void {
    this.change();
    realDisk.truncate(file, bytes);
  }

  close(file: number): void {
    realDisk.close(file);
  }

  rename(from: string, to: string): void {
    this.change();
    realDisk.rename(from, to);
  }

  unlink(path: string): void {
    this.change();
    realDisk.unlink(path);
  }

  async sync(path: string): Promise<void> {
    if (this.full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    await realDisk.sync(path);
  }

  space(): { free: number; size: number } {
    return { free: this.full ? 0 : this.free, size: 1e12 };
  }

  private change(): void {
    this.changes += 1;
    if (this.changes >= this.endsIn)
      throw Object.assign(new Error('the process is gone'), { code: 'KILLED' });
  }
}
