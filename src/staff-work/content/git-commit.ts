import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `not_ours`: there is no git, or the folder is no repository of its own. `failed`: it is, and git refused. */
export type Committed = 'committed' | 'not_ours' | 'failed';

/**
 * Commits the files in the officer's name where the folder is a git repository of its own, and no other file: the
 * program's own checkout is left alone. The change is live whatever becomes of it; a repository that lacks it is told of.
 */
export async function commitFiles(
  root: string,
  paths: readonly string[],
  { author, message }: { author: string; message: string },
): Promise<Committed> {
  const git = (...args: string[]) => run('git', ['-C', root, ...args], { timeout: 20_000 });
  if (!(await isOwnRepository(root, git))) return 'not_ours';
  const name = author.replace(/[<>\n]/g, ' ');
  const who = ['-c', 'user.name=Đồng Hành', '-c', 'user.email=dong-hanh@localhost'];
  const commit = ['commit', '--quiet', '--no-verify', `--author=${name} <${name}@localhost>`, '-m', message];
  try {
    await git('add', '--all', '--', ...paths);
    // A text that is the same as the committed one leaves nothing to commit.
    const staged = (await git('diff', '--cached', '--name-only', '--', ...paths)).stdout.trim();
    if (staged !== '') await git(...who, ...commit, '--', ...paths);
    return 'committed';
  } catch {
    return 'failed';
  }
}

async function isOwnRepository(
  root: string,
  git: (...args: string[]) => Promise<{ stdout: string }>,
): Promise<boolean> {
  try {
    const top = (await git('rev-parse', '--show-toplevel')).stdout.trim();
    return (await realpath(top)) === (await realpath(root));
  } catch {
    return false;
  }
}
