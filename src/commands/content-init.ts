import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { readContentFiles } from '../content/content-files.js';
import { LOCAL_FILES, originOf } from '../content/origin.js';
import { AppError } from '../shared/errors.js';
import { ORIGIN_FILE } from './content-origin-file.js';
import { runCommand } from './run-command.js';

const USAGE = 'Cách dùng: npm run content:init -- THƯ_MỤC_MỚI [--root THƯ_MỤC_GỐC]';
const run = promisify(execFile);

/** Makes an office's own folder of content, a git repository of its own, from ours. Never writes into one with files. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { root: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) return USAGE;
  await refuseFilled(folder);
  const { files } = await readContentFiles(values.root ?? process.cwd());
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(folder, ORIGIN_FILE), `${JSON.stringify(originOf(files), null, 2)}\n`);
  await asRepository(folder);
  process.stdout.write(
    `Đã tạo ${folder} với ${files.length} tệp.\n` +
      `Sửa trước các tệp của riêng địa phương:\n${LOCAL_FILES.map((path) => `  ${path}`).join('\n')}\n` +
      `Rồi đặt CONTENT_DIR=${folder} trong .env và chạy: npm run content:check -- ${folder}\n`,
  );
  return null;
});

async function refuseFilled(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new AppError('CONTENT_EXISTS', `Thư mục ${folder} đã có tệp.`, {
      remedy: 'Chọn một thư mục mới hoặc còn trống.',
    });
}

async function asRepository(folder: string): Promise<void> {
  const git = (...args: string[]) => run('git', ['-C', folder, ...args]);
  const author = ['-c', 'user.name=Dong Hanh', '-c', 'user.email=dong-hanh@localhost'];
  try {
    await git('init', '--quiet');
    await git('add', '--all');
    await git(...author, 'commit', '--quiet', '--message', 'Nội dung ban đầu');
  } catch (cause) {
    throw new AppError('GIT_FAILED', 'Đã chép tệp nhưng chưa lập được kho git.', {
      remedy: `Cài git rồi chạy trong ${folder}: git init, git add --all, git commit.`,
      cause,
    });
  }
}
