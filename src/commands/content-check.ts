import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentPaths, LARGEST_FILE } from '../content/content-folders.js';
import { mended } from '../content/checks/text-faults.js';
import { loadContent } from '../content/load.js';
import { writtenProblem, type Problem } from '../content/problem.js';
import { writeAtomically } from '../content/write-files.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = 'Cách dùng: npm run content:check [-- THƯ_MỤC] [-- --fix] [-- --quiet] [-- --today 2027-02-28]';

/** Says everything that is wrong in the staff's files. Exit code 1 when there is an error; warnings alone are 0. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { fix: { type: 'boolean' }, quiet: { type: 'boolean' }, ...TODAY_OPTION },
    allowPositionals: true,
  });
  const root = positionals[0] ?? process.cwd();
  const today = commandDay(values.today);
  if (values.fix === true) await mendFiles(root);
  const { content, problems } = await loadContent(root, today);
  const shown = values.quiet === true ? problems.filter(({ severity }) => severity === 'error') : problems;
  for (const problem of shown) process.stdout.write(`${writtenProblem(problem)}\n\n`);
  const entries =
    content === null ? '' : ` ${content.procedures.size} mục, ${content.intents.size} việc người dân hỏi.`;
  process.stdout.write(`${summary(problems)}${entries}\n`);
  if (content === null) process.exitCode = 1;
  return null;
});

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (errors > 0) return `CHƯA DÙNG ĐƯỢC: ${errors} lỗi phải sửa, ${warnings} chỗ nên xem lại.`;
  return warnings > 0 ? `Dùng được. Có ${warnings} chỗ nên xem lại.` : 'Dùng được, không có gì phải sửa.';
}

/** Only what a machine can mend without guessing: tabs, hidden characters, letters typed in two pieces. */
async function mendFiles(root: string): Promise<void> {
  for (const { path, onDisk } of await contentPaths(root)) {
    const file = join(root, onDisk);
    const size = await stat(file)
      .then((found) => found.size)
      .catch(() => undefined);
    if (!path.endsWith('.yml') || size === undefined || size > LARGEST_FILE) continue;
    const text = await readFile(file, 'utf8');
    const better = mended(text);
    if (better === text) continue;
    await writeAtomically(file, better);
    process.stdout.write(`Đã tự sửa ký tự trong ${path}\n`);
  }
}
