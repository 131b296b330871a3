import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Whoever reads the file sees the old text or the new one, never half of it, also after a power cut. Mode, owner and
 * group stay as they were: staff edit the same files in the name of others. Through a link the file it leads to is
 * written. Where the owner could not be kept otherwise (the bot runs as another user), the file itself is written over:
 * there alone a power cut may leave half of it, with the whole text in a hidden file beside.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const target = await realpath(file).catch(() => file);
  const before = await stat(target).catch(() => undefined);
  // Hidden, so that it is never read as content; beside the file, so that the rename stays on one disk.
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  let whole = false;
  try {
    whole = !(await written(beside, text, before));
    if (!whole) await rename(beside, target);
  } finally {
    if (!whole) await rm(beside, { force: true });
  }
  if (!whole) return;
  await writeOver(target, text);
  await rm(beside, { force: true });
}

/** Resolves to whether the new file belongs to whom the one before did. */
async function written(path: string, text: string, before: Stats | undefined): Promise<boolean> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text, 'utf8');
    const same = before === undefined || (await likeBefore(handle, before));
    await handle.sync();
    return same;
  } finally {
    await handle.close();
  }
}

async function likeBefore(handle: FileHandle, before: Stats): Promise<boolean> {
  const now = await handle.stat();
  try {
    if (now.uid !== before.uid || now.gid !== before.gid) await handle.chown(before.uid, before.gid);
    await handle.chmod(before.mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}

async function writeOver(path: string, text: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.truncate();
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
