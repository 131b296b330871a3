import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentPaths, fileProblem, LARGEST_FILE, nameProblems, type FoundFile } from './content-folders.js';
import type { Problem } from './problem.js';
import type { ContentFile } from './source-file.js';

export interface ContentFiles {
  /** By path. */
  files: ContentFile[];
  /** SHA-256 (hex) over the files' paths and bytes. */
  version: string;
  /** Files that look as if they were meant to be read, but are not. */
  problems: Problem[];
}

/** One file, or what keeps it from being read. */
type ReadFile = { path: string; bytes: Buffer } | { path: string; problem: Problem };

/** Reads every `.yml` file below `root`. A folder that is missing counts as empty. */
export async function readContentFiles(root: string): Promise<ContentFiles> {
  const found = await contentPaths(root);
  const once = found.filter(({ path }, index) => path.endsWith('.yml') && found[index - 1]?.path !== path);
  const all = await Promise.all(once.map((file) => read(root, file)));
  const readable = all.flatMap((one) => ('bytes' in one ? [one] : []));
  return {
    files: readable.map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') })),
    version: versionOf(readable),
    problems: [...nameProblems(found), ...all.flatMap((one) => ('problem' in one ? [one.problem] : []))],
  };
}

/** Rejects only when the disk itself fails. */
async function read(root: string, { path, onDisk }: FoundFile): Promise<ReadFile> {
  const file = join(root, onDisk);
  try {
    // Asked before it is read: nobody writes so much by hand, and reading it would hold everything up.
    const { size } = await stat(file);
    return size > LARGEST_FILE
      ? { path, problem: tooLarge(path, size) }
      : { path, bytes: await readFile(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const [message, remedy] = REFUSALS[String(code)] ?? [];
    if (message === undefined || remedy === undefined) throw error;
    return { path, problem: fileProblem(path, message, remedy) };
  }
}

const DEAD_LINK = [
  'Tệp không còn đó, hoặc là liên kết trỏ tới một tệp không có.',
  'Xoá liên kết, hoặc đặt lại tệp mà nó trỏ tới.',
] as const;

const REFUSALS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOENT: DEAD_LINK,
  ELOOP: DEAD_LINK,
  EACCES: ['Bot không có quyền đọc tệp này.', 'Cho người dùng chạy bot quyền đọc tệp (chmod a+r).'],
  EPERM: ['Bot không có quyền đọc tệp này.', 'Cho người dùng chạy bot quyền đọc tệp (chmod a+r).'],
};

function tooLarge(path: string, size: number): Problem {
  const megabytes = (size / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  return fileProblem(
    path,
    `Tệp quá lớn (${megabytes} MB), máy chỉ đọc tệp đến ${LARGEST_FILE / 1_000_000} MB.`,
    'Chia nội dung ra nhiều tệp; nếu lỡ chép nhầm tệp khác đè lên, lấy lại bản trước (npm run content:rollback).',
  );
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
