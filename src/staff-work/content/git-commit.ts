import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Commits the files in the officer's name where the folder is a git repository of its own, and no other file: the
 * program's own checkout is left alone. Without git, or when it refuses, the change is live all the same.
 */
export async function commitFiles(
  root: string,
  paths: readonly string[],
  { author, message }: { author: string; message: string },
): Promise<void> {
  const git = (...args: string[]) => run('git', ['-C', root, ...args], { timeout: 20_000 });
  try {
    const top = (await git('rev-parse', '--show-toplevel')).stdout.trim();
    if ((await realpath(top)) !== (await realpath(root))) return;
    await git('add', '--all', '--', ...paths);
    const name = author.replace(/[<>\n]/g, ' ');
    const who = ['-c', 'user.name=Đồng Hành', '-c', 'user.email=dong-hanh@localhost'];
    await git(
      ...who,
      'commit',
      '--quiet',
      '--no-verify',
      `--author=${name} <${name}@localhost>`,
      '-m',
      message,
      '--',
      ...paths,
    );
  } catch {
    // No git, no repository, nothing to commit or a lock: the files are the truth and the stored versions the history.
  }
}
