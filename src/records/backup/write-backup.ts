import { chmod, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { AppError } from '../../shared/errors.js';
import type { Stored } from '../engine/collection.js';
import type { Engine } from '../engine/engine.js';
import {
  CITIZEN_KEY,
  CONTENT,
  dataFile,
  LEFT_OUT,
  lineOf,
  MANIFEST,
  newHash,
  type Manifest,
} from './backup-files.js';

export interface BackupSource extends Pick<Engine, 'name' | 'snapshot'> {
  dataDir: string;
  /** The content files as they are now. */
  content: { version: string; files: readonly { path: string; text: string }[] };
  /** Names of the settings that are given. */
  settings: readonly string[];
  at: Date;
}

/** Lines written before others get their turn of the event loop. */
const AT_ONCE = 100;

/**
 * Writes all that is stored, the content and the key of the citizens' hashes into a new folder, readable by its owner
 * only, while the product runs. The folder appears whole or not at all. Rejects with `BACKUP_EXISTS` where there is one.
 */
export async function writeBackup(source: BackupSource, folder: string): Promise<Manifest> {
  // Taken first of all: it is everything as it stands at this moment.
  const snapshot = await source.snapshot();
  const place = resolve(folder);
  const draft = join(dirname(place), `.${basename(place)}.partial`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const collections: Record<string, { documents: number; sha256: string }> = {};
    for (const [name, documents] of Object.entries(snapshot.documents))
      if (!LEFT_OUT.includes(name))
        collections[name] = await writeDocuments(join(draft, dataFile(name)), documents);
    await writeContent(join(draft, CONTENT), source.content.files);
    const key = await readFile(join(source.dataDir, CITIZEN_KEY), 'utf8').catch(() => null);
    if (key !== null) await writeFile(join(draft, CITIZEN_KEY), key, { mode: 0o600 });
    const manifest: Manifest = {
      format: 1,
      at: source.at.toISOString(),
      engine: source.name,
      oneMoment: snapshot.oneMoment,
      contentVersion: source.content.version,
      settings: source.settings,
      collections,
    };
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await chmod(draft, 0o700);
    await moved(draft, place);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await snapshot.end();
  }
}

async function writeDocuments(
  path: string,
  documents: Iterable<Stored> | AsyncIterable<Stored>,
): Promise<{ documents: number; sha256: string }> {
  const file = await open(path, 'wx', 0o600);
  const hash = newHash();
  let [count, waiting] = [0, ''];
  const write = async (): Promise<void> => {
    hash.update(waiting);
    await file.writeFile(waiting);
    waiting = '';
    await turnOfTheLoop();
  };
  try {
    for await (const document of documents) {
      waiting += lineOf(document);
      count += 1;
      if (count % AT_ONCE === 0) await write();
    }
    await write();
    await file.sync();
  } finally {
    await file.close();
  }
  return { documents: count, sha256: hash.digest('hex') };
}

async function writeContent(folder: string, files: readonly { path: string; text: string }[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function moved(from: string, to: string): Promise<void> {
  await rename(from, to).catch((cause: unknown) => {
    throw new AppError('BACKUP_EXISTS', `Đã có ${to}.`, { remedy: 'Chọn tên thư mục khác.', cause });
  });
}
