import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { readContentFiles } from '../content/content-files.js';
import { changesSince, originOf, type OriginChange, type Origin } from '../content/origin.js';
import { AppError } from '../shared/errors.js';
import { ORIGIN_FILE } from './content-origin-file.js';
import { runCommand } from './run-command.js';

const USAGE = `Cách dùng:
  npm run content:compare -- THƯ_MỤC            (liệt kê những gì bản gốc đã đổi từ lúc nhận, từng mục)
  npm run content:compare -- THƯ_MỤC --seen     (đã xem hết: lần sau chỉ kể thay đổi mới)`;
const SAID: Record<OriginChange, string> = {
  take: 'Bản gốc đã sửa, địa phương chưa sửa: chép được',
  both: 'Cả bản gốc và địa phương đều đã sửa: đọc cả hai rồi gộp',
  new: 'Mục mới của bản gốc: chép được nếu cần',
  gone: 'Bản gốc đã bỏ mục này',
};
const run = promisify(execFile);

/** Our changes since an office took the content over, entry by entry, with the lines that differ from the office's. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { root: { type: 'string' }, seen: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) return USAGE;
  const root = values.root ?? process.cwd();
  const [ours, theirs] = [(await readContentFiles(root)).files, (await readContentFiles(folder)).files];
  if (values.seen === true) {
    await writeFile(join(folder, ORIGIN_FILE), `${JSON.stringify(originOf(ours), null, 2)}\n`);
    process.stdout.write('Đã ghi nhận bản gốc hiện nay là đã xem.\n');
    return null;
  }
  const changes = changesSince(await originIn(folder), ours, theirs);
  for (const { path, change } of changes) {
    process.stdout.write(`== ${path}\n   ${SAID[change]}\n`);
    if (change === 'take' || change === 'both')
      process.stdout.write(`${await difference(join(folder, path), join(root, path))}\n`);
  }
  process.stdout.write(
    changes.length === 0 ? 'Bản gốc không đổi gì từ lúc nhận.\n' : `${changes.length} tệp có thay đổi.\n`,
  );
  return null;
});

async function originIn(folder: string): Promise<Origin> {
  try {
    // Written by content:init and --seen alone.
    return JSON.parse(await readFile(join(folder, ORIGIN_FILE), 'utf8')) as Origin;
  } catch (cause) {
    throw new AppError('CONTENT_ORIGIN_MISSING', `Không đọc được ${ORIGIN_FILE} trong ${folder}.`, {
      remedy:
        'Thư mục này phải được tạo bằng npm run content:init; hoặc chạy lệnh với --seen để bắt đầu từ hôm nay.',
      cause,
    });
  }
}

/** Lines only the office has begin with "-", ours with "+". */
async function difference(theirs: string, ours: string): Promise<string> {
  const args = ['diff', '--no-index', '--no-color', '--unified=0', theirs, ours];
  // Ends with 1 when the files differ: that is what is asked for.
  const shown = await run('git', args, { maxBuffer: 1e7 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
        return String(error.stdout);
      throw new AppError('GIT_FAILED', 'Không chạy được git để so hai bản.', {
        remedy: 'Cài git rồi thử lại.',
      });
    },
  );
  return shown
    .split('\n')
    .filter((line) => /^[+-](?![+-]{2} )/.test(line))
    .map((line) => `   ${line}`)
    .join('\n');
}
