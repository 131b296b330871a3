import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../shared/errors.js';

const FILE = 'citizen-key';

/**
 * The secret of the citizens' hashes where the settings name none: made once and kept in the data directory, readable
 * by its owner only. Losing it parts returning citizens from what they left; it reveals nothing by itself.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, FILE);
  try {
    await mkdir(dataDir, { recursive: true });
    return (await secretIn(file)) ?? (await makeSecret(file));
  } catch (error) {
    throw new AppError(
      'DATA_DIR_UNWRITABLE',
      `Không đọc hoặc ghi được tệp ${resolve(file)}. / The file ${resolve(file)} cannot be read or written.`,
      {
        remedy:
          'Kiểm tra quyền ghi và chỗ trống, hoặc đặt DATA_DIR sang thư mục khác. / Check permissions and free space, or set DATA_DIR to another directory.',
        cause: error,
      },
    );
  }
}

async function secretIn(file: string): Promise<string | undefined> {
  const found = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  return found.trim() === '' ? undefined : found.trim();
}

/** It appears whole or not at all, also on a full disk; of two processes that start together both read the same. */
async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
    // An empty one was left by a disk that was full when it was made.
    if (existsSync(file) && (await secretIn(file)) === undefined) await unlink(file);
    await link(draft, file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(draft).catch(() => undefined);
  }
  return (await readFile(file, 'utf8')).trim();
}
