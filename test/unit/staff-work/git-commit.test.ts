import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitFiles } from '../../../src/staff-work/content/git-commit.js';

describe('Committing what was approved', () => {
  let folder: string;
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args]).toString();
  const approve = () => commitFiles(folder, ['a.yml'], { author: 'lan', message: 'Sửa: a' });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'git-commit-'));
    await writeFile(join(folder, 'a.yml'), 'a: 1\n');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is done in the officer’s name, and is no failure when nothing changed', async () => {
    git('init', '-q');
    expect(await approve()).to.equal('committed');
    expect(git('log', '--format=%an %s').trim()).to.equal('lan Sửa: a');
    expect(await approve()).to.equal('committed');
    expect(git('rev-list', '--count', 'HEAD').trim()).to.equal('1');
  });

  it('says so when git refuses', async () => {
    git('init', '-q');
    await writeFile(join(folder, '.git', 'index.lock'), '');
    expect(await approve()).to.equal('failed');
  });

  it('leaves a folder alone that is no repository, or a part of another', async () => {
    expect(await approve()).to.equal('not_ours');
    git('init', '-q');
    const inside = join(folder, 'noi-dung');
    await mkdir(inside);
    await writeFile(join(inside, 'a.yml'), 'a: 1\n');
    expect(await commitFiles(inside, ['a.yml'], { author: 'lan', message: 'x' })).to.equal('not_ours');
    expect(git('status', '--porcelain', '--untracked-files=all')).to.include('?? noi-dung/a.yml');
  });
});
