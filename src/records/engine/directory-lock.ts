import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors.js';

interface Holder {
  token: string;
  pid: number;
  /** When that process began, as the operating system counts it: a pid is given out again, the pair is not. */
  started: string;
  host: string;
}

/**
 * A holder on another machine or container can't be asked; it shows that it lives by writing the file again. Only times
 * that the file system gave are compared: the clocks of two machines may be minutes apart.
 */
const TOUCH_MS = 10_000;
const SILENT_MS = 60_000;

/**
 * Takes a data directory for this process alone; resolves to the function that gives it back.
 * A lock left by a process that is gone (killed, power cut) is taken over. Rejects with `DATA_DIR_IN_USE` otherwise,
 * and with `DATA_DIR_UNWRITABLE` where nothing can be written.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'lock');
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw unwritable(directory, error);
  });
  const self: Holder = {
    token: randomUUID(),
    pid: process.pid,
    started: await startOf(process.pid),
    host: hostname(),
  };
  let made = await create(path, self);
  for (let attempt = 0; made.lock === undefined; attempt += 1) {
    const holder = await readHolder(path);
    if (attempt > 4 || (holder !== undefined && (await lives(holder, path, made.at))))
      throw inUse(directory, holder);
    await setAside(path, holder?.token);
    made = await create(path, self);
  }
  const { lock } = made;
  const touch = setInterval(() => void writeAgain(lock, self), TOUCH_MS);
  touch.unref();
  return async () => {
    clearInterval(touch);
    await lock.close();
    if ((await readHolder(path))?.token === self.token) await unlink(path);
  };
}

/**
 * A complete lock appears at once or not at all: it is written beside and linked into place. Without `lock` where
 * another stands already; `at` is the file system's own time, in milliseconds.
 */
async function create(path: string, self: Holder): Promise<{ lock?: FileHandle; at: number }> {
  const draft = `${path}.${self.token}`;
  const file = await open(draft, 'w', 0o600).catch((error: unknown) => {
    throw unwritable(dirname(path), error);
  });
  let kept = false;
  try {
    await file.writeFile(JSON.stringify(self));
    const { mtimeMs: at } = await file.stat();
    kept = await linked(draft, path);
    return kept ? { lock: file, at } : { at };
  } catch (error) {
    throw unwritable(dirname(path), error);
  } finally {
    if (!kept) await file.close();
    await unlink(draft);
  }
}

/** Whether the draft is the lock now; `false` where another stands. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The same words in the same place, through the file that was opened: never into another holder's lock. */
async function writeAgain(lock: FileHandle, self: Holder): Promise<void> {
  const now = new Date();
  // On a full disk some file systems take no writing in place either; the machine's own time is better than silence.
  await lock.write(JSON.stringify(self), 0).catch(() => lock.utimes(now, now).catch(() => undefined));
}

/** Of several processes that find the same stale lock, one moves it; another's fresh lock is put back. */
async function setAside(path: string, staleToken: string | undefined): Promise<void> {
  const aside = `${path}.stale.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readHolder(aside))?.token !== staleToken) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** `at`: the file system's time now, in milliseconds. */
async function lives(holder: Holder, path: string, at: number): Promise<boolean> {
  if (holder.host !== hostname()) {
    const touched = await stat(path)
      .then((found) => found.mtimeMs)
      .catch(() => 0);
    return at - touched < SILENT_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return (await startOf(holder.pid)) === holder.started;
}

/** The 22nd field of /proc/PID/stat, counted after the name in brackets; empty where there is no /proc. `ended`: nobody waited for it yet. */
async function startOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

function inUse(directory: string, holder: Holder | undefined): AppError {
  const place = resolve(directory);
  const who = holder === undefined ? '' : ` (pid ${holder.pid}, ${holder.host})`;
  return new AppError(
    'DATA_DIR_IN_USE',
    `Thư mục dữ liệu ${place} đang được một tiến trình khác dùng${who}. / The data directory ${place} is in use by another process${who}.`,
    {
      remedy:
        'Dừng tiến trình kia, hoặc đặt DATA_DIR sang thư mục khác, hoặc đặt MONGODB_URI để nhiều tiến trình dùng chung. / Stop that process, or set DATA_DIR to another directory, or set MONGODB_URI so that several processes can share the data.',
    },
  );
}

/** @param cause full, read-only, not ours … */
export function unwritable(directory: string, cause: unknown): AppError {
  const place = resolve(directory);
  return new AppError(
    'DATA_DIR_UNWRITABLE',
    `Không ghi được vào thư mục dữ liệu ${place}. / The data directory ${place} cannot be written to.`,
    {
      remedy:
        'Kiểm tra quyền ghi và chỗ trống, hoặc đặt DATA_DIR sang thư mục khác. / Check permissions and free space, or set DATA_DIR to another directory.',
      cause,
    },
  );
}
