import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../../shared/errors.js';
import type { Collections } from '../collections.js';
import type { Collection, Stored } from '../engine/collection.js';
import { migrated } from '../migrations.js';
import { CITIZEN_KEY, dataFile, documentOf, MANIFEST, newHash, type Manifest } from './backup-files.js';

/** Documents inserted together. */
const AT_ONCE = 200;

/** Rejects with `NO_BACKUP` where the folder holds none that this program can read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '{}');
  const manifest = parsed(text);
  if (manifest === null)
    throw new AppError('NO_BACKUP', `${folder} không phải là bản sao lưu mà phiên bản này đọc được.`, {
      remedy: 'Chọn thư mục mà lệnh npm run backup đã tạo.',
    });
  return manifest;
}

function parsed(text: string): Manifest | null {
  try {
    const found = JSON.parse(text) as Partial<Manifest>;
    return found.format === 1 && found.collections !== undefined ? (found as Manifest) : null;
  } catch {
    return null;
  }
}

/**
 * Puts a backup into an empty storage, of whichever engine, and brings it to the shapes of this version. All files are
 * checked before anything is written. Rejects with `BACKUP_DAMAGED` or `STORE_NOT_EMPTY`; nothing has changed then.
 */
export async function restoreBackup(
  folder: string,
  { collections: known, dataDir }: { collections: Collections; dataDir: string },
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const collections = known as unknown as Readonly<Record<string, Collection<Stored>>>;
  for (const [name, { sha256 }] of Object.entries(manifest.collections)) {
    if (collections[name] === undefined) throw damaged(folder, name);
    if ((await hashOf(join(folder, dataFile(name)))) !== sha256) throw damaged(folder, name);
  }
  for (const [name, collection] of Object.entries(collections))
    if ((await collection.findOne({})) !== null) throw notEmpty(name);
  await restoreKey(folder, dataDir);
  for (const [name, { documents }] of Object.entries(manifest.collections)) {
    const collection = collections[name];
    const inserted = collection && (await insertAll(collection, join(folder, dataFile(name))));
    if (inserted !== documents) throw damaged(folder, name);
  }
  await migrated(known);
  return manifest;
}

async function insertAll(collection: Collection<Stored>, path: string): Promise<number> {
  let waiting: Stored[] = [];
  let inserted = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    waiting.push(documentOf(line));
    if (waiting.length < AT_ONCE) continue;
    inserted += await collection.insertMany(waiting);
    waiting = [];
  }
  return inserted + (await collection.insertMany(waiting));
}

async function hashOf(path: string): Promise<string> {
  const hash = newHash();
  if (!existsSync(path)) return '';
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The key of a data directory that holds nothing yet is one that nobody needs. */
async function restoreKey(folder: string, dataDir: string): Promise<void> {
  const key = await readFile(join(folder, CITIZEN_KEY), 'utf8').catch(() => null);
  if (key === null) return;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, CITIZEN_KEY), key, { mode: 0o600 });
}

function damaged(folder: string, name: string): AppError {
  return new AppError(
    'BACKUP_DAMAGED',
    `Bản sao lưu ${folder} hỏng ở ${dataFile(name)}; chưa có gì bị ghi đè.`,
    {
      remedy: 'Dùng một bản sao lưu khác.',
    },
  );
}

function notEmpty(name: string): AppError {
  return new AppError(
    'STORE_NOT_EMPTY',
    `Nơi lưu trữ đã có dữ liệu (${name}); chỉ khôi phục vào nơi trống.`,
    {
      remedy: 'Đặt DATA_DIR sang thư mục mới, hoặc MONGODB_URI sang cơ sở dữ liệu mới, rồi gõ lại.',
    },
  );
}
