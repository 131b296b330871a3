import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.js';

/** The folders that hold what staff edit; nothing else is read, and nothing else is written. */
export const CONTENT_FOLDERS = [
  'intents',
  'intents/shared',
  'procedures',
  'procedures/shared',
  'procedures/decisions',
] as const;

/** The largest file that is read, bytes: some twenty times the largest that there is, and still read in a moment. */
export const LARGEST_FILE = 1_000_000;

/** A file of content: what everything calls it, and what the disk calls it. */
export interface FoundFile {
  /** From the root, with `/`, composed (NFC). */
  path: string;
  /** The same as the disk has it: a Mac writes names decomposed (NFD). */
  onDisk: string;
}

/**
 * All files in the content folders, sorted by path; hidden files and editors' copies left out. Links count as what they
 * lead to, as in a mounted Kubernetes ConfigMap. A folder that is missing counts as empty.
 */
export async function contentPaths(root: string): Promise<FoundFile[]> {
  const perFolder = await Promise.all(CONTENT_FOLDERS.map((folder) => filesIn(root, folder)));
  return perFolder.flat().sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function filesIn(root: string, folder: string): Promise<FoundFile[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(noFolder);
  const seen = entries.filter(({ name }) => !/^[.~]|~$/.test(name));
  const files = await Promise.all(
    seen.map(async (entry) => {
      const onDisk = `${folder}/${entry.name}`;
      // A link that leads nowhere is kept: reading it tells what is wrong.
      const file =
        entry.isFile() ||
        (entry.isSymbolicLink() &&
          (await stat(join(root, onDisk)).then(
            (target) => target.isFile(),
            () => true,
          )));
      return file ? [{ path: onDisk.normalize('NFC'), onDisk }] : [];
    }),
  );
  return files.flat();
}

function noFolder(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** Names that keep a file from being read: another ending, or the same name twice. */
export function nameProblems(found: readonly FoundFile[]): Problem[] {
  const endings = found.filter(({ path }) => !path.endsWith('.yml')).flatMap(({ path }) => unreadName(path));
  const twice = found.filter(({ path }, index) => found[index - 1]?.path === path);
  const same = twice.map(({ path }) =>
    fileProblem(
      path,
      'Có hai tệp cùng tên này, một tên gõ dấu dựng sẵn, một tên gõ dấu tổ hợp (thường do chép từ máy Mac).',
      'Giữ tệp đúng, xoá tệp kia.',
    ),
  );
  return [...endings, ...same];
}

function unreadName(path: string): Problem[] {
  if (!/\.(ya?ml|yml\.txt|yaml\.txt)$/i.test(path)) return [];
  const name = (path.split('/').at(-1) ?? '').replace(/\.(ya?ml)(\.txt)?$/i, '');
  return [
    fileProblem(
      path,
      'Tên tệp không kết thúc bằng ".yml" nên máy bỏ qua tệp này.',
      `Đổi tên thành "${name}.yml".`,
    ),
  ];
}

/** An error about a file as a whole. */
export function fileProblem(file: string, message: string, remedy: string): Problem {
  return { file, line: 1, field: '', severity: 'error', message, remedy };
}
