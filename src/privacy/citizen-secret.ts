import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'citizen-key';

/**
 * The secret of the citizens' hashes where the settings name none: made once and kept in the data directory, readable
 * by its owner only. Losing it parts returning citizens from what they left; it reveals nothing by itself.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  // `wx` writes only if there is none yet, so that of two processes that start together both read the same.
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    },
  );
  return (await readFile(file, 'utf8')).trim();
}
