import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../shared/errors.js';
import { readContentFiles } from './content-files.js';
import { contentPaths, CONTENT_FOLDERS } from './content-folders.js';
import { checkContent } from './load.js';
import { hasErrors } from './problem.js';
import { writeAtomically } from './write-files.js';

/** One good state of the staff's files, as it was when it went live. */
export interface ContentVersion {
  version: string;
  savedAt: Date;
  /** Who or what brought it: a staff account, "khởi động", "tệp thay đổi". */
  by: string;
  /** Path → text, of every file. */
  files: Record<string, string>;
}

/**
 * Where good states are kept. Saving one that is there already makes it the newest again: going back is a change too,
 * which the other processes have to follow.
 */
export interface ContentVersions {
  save(version: ContentVersion): Promise<void>;
  /** Newest first, without the files. */
  list(limit: number): Promise<Omit<ContentVersion, 'files'>[]>;
  get(version: string): Promise<ContentVersion | null>;
  newest(): Promise<ContentVersion | null>;
  /** In which versions a file changed, newest first, without the files. */
  historyOf(path: string, limit: number): Promise<Omit<ContentVersion, 'files'>[]>;
  /** The version that was stored before that time, last. */
  before(savedAt: Date): Promise<ContentVersion | null>;
}

/** The files on disk as a version to save. */
export async function currentVersion(root: string, by: string, savedAt: Date): Promise<ContentVersion> {
  const { files, version } = await readContentFiles(root);
  return { version, savedAt, by, files: Object.fromEntries(files.map(({ path, text }) => [path, text])) };
}

/**
 * Writes the files of a stored version (its id, or the beginning of one) and removes files that it lacks. The files are
 * the truth: a running bot picks the change up. Refuses a version that would not pass the checks of `today` (YYYY-MM-DD).
 */
export async function rollback(
  root: string,
  versions: ContentVersions,
  wanted: string,
  today: string,
): Promise<{ written: string[]; removed: string[] }> {
  const stored = await find(versions, wanted);
  const files = Object.entries(stored.files).map(([path, text]) => ({ path, text }));
  files.forEach(({ path }) => refuseOutside(path));
  if (hasErrors(checkContent(files, stored.version, today).problems))
    throw new AppError('CONTENT_VERSION_OUTDATED', 'Bản ấy không còn qua được lần kiểm tra hiện nay.', {
      remedy: 'Chọn một bản mới hơn (npm run content:versions).',
    });
  const written: string[] = [];
  const there = new Map((await contentPaths(root)).map(({ path, onDisk }) => [path, onDisk]));
  for (const { path, text } of files) {
    const file = join(root, there.get(path) ?? path);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    await writeAtomically(file, text);
    written.push(path);
  }
  // Removed last: until then every file of either state is there.
  const removed = (await contentPaths(root)).filter(
    ({ path }) => path.endsWith('.yml') && !Object.hasOwn(stored.files, path),
  );
  await Promise.all(removed.map(({ onDisk }) => rm(join(root, onDisk))));
  return { written, removed: removed.map(({ path }) => path) };
}

async function find(versions: ContentVersions, wanted: string): Promise<ContentVersion> {
  const exact = await versions.get(wanted);
  if (exact !== null) return exact;
  const known = await versions.list(1000);
  const matching = wanted.length < 6 ? [] : known.filter(({ version }) => version.startsWith(wanted));
  const only = matching.length === 1 ? matching[0] : undefined;
  const found = only === undefined ? null : await versions.get(only.version);
  if (found !== null) return found;
  throw new AppError('CONTENT_VERSION_UNKNOWN', `Không có đúng một bản nào mang mã "${wanted}".`, {
    remedy: 'Xem các mã bằng lệnh "npm run content:versions" rồi chép lại (ít nhất 6 ký tự đầu).',
  });
}

/** A stored path never writes outside the content folders. */
function refuseOutside(path: string): void {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const inside = CONTENT_FOLDERS.some((known) => known === folder);
  if (!inside || !path.endsWith('.yml'))
    throw new AppError('CONTENT_PATH_REFUSED', `Bản này có tệp ngoài thư mục nội dung: ${path}.`);
}
