import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.js';
import type { ContentFile } from './source-file.js';

/** The folders that hold what staff edit; nothing else is read, and nothing else is written. */
export const CONTENT_FOLDERS = [
  'intents',
  'intents/shared',
  'procedures',
  'procedures/shared',
  'procedures/decisions',
] as const;

export interface ContentFiles {
  /** By path. */
  files: ContentFile[];
  /** SHA-256 (hex) over the files' paths and bytes. */
  version: string;
  /** Files that look as if they were meant to be read, but are not. */
  problems: Problem[];
}

/** Reads every `.yml` file below `root`. A folder that is missing counts as empty. */
export async function readContentFiles(root: string): Promise<ContentFiles> {
  const found = await contentPaths(root);
  const read = await Promise.all(
    found
      .filter((path) => path.endsWith('.yml'))
      .map(async (path) => ({ path, bytes: await readFile(join(root, path)) })),
  );
  return {
    files: read.map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') })),
    version: versionOf(read),
    problems: found.filter((path) => !path.endsWith('.yml')).flatMap(unreadName),
  };
}

/** Paths of all files in the content folders, sorted; hidden files and editors' copies left out. */
export async function contentPaths(root: string): Promise<string[]> {
  const perFolder = await Promise.all(
    CONTENT_FOLDERS.map(async (folder) => {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(noFolder);
      return entries
        .filter((entry) => entry.isFile() && !/^[.~]|~$/.test(entry.name))
        .map((entry) => `${folder}/${entry.name}`.normalize('NFC'));
    }),
  );
  return perFolder.flat().sort();
}

function noFolder(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** Lengths go in too, so that no two different sets of files run together into the same bytes. */
function versionOf(files: readonly { path: string; bytes: Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) {
    hash.update(`${path}\n${bytes.length}\n`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}

function unreadName(path: string): Problem[] {
  if (!/\.(ya?ml|yml\.txt|yaml\.txt)$/i.test(path)) return [];
  return [
    {
      file: path,
      line: 1,
      field: '',
      severity: 'error',
      message: 'Tên tệp không kết thúc bằng ".yml" nên máy bỏ qua tệp này.',
      remedy: `Đổi tên thành "${
        path
          .split('/')
          .at(-1)
          ?.replace(/\.(ya?ml)(\.txt)?$/i, '') ?? ''
      }.yml".`,
    },
  ];
}
