import { mkdtemp, readFile, rm, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Journal } from '../../../src/records/engine/journal.js';

describe('the embedded engine’s journal', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('has every line in the file, in order, when it comes back', async () => {
    const path = join(directory, 'a.db');
    const journal = new Journal(path);
    for (let i = 0; i < 500; i += 2) journal.append([`${i}\n`, `${i + 1}\n`]);
    const expected = Array.from({ length: 500 }, (_, i) => `${i}\n`).join('');
    expect(await readFile(path, 'utf8')).to.equal(expected);
    expect(journal.appended).to.equal(500);
    journal.release();
  });

  it('goes on in a new file after the old one was replaced', async () => {
    const path = join(directory, 'a.db');
    const journal = new Journal(path);
    journal.append(['old\n']);
    journal.release();
    await rm(path);
    journal.rewritten();
    expect(journal.appended).to.equal(0);
    journal.append(['new\n']);
    expect(await readFile(path, 'utf8')).to.equal('new\n');
    journal.release();
  });

  it('says that a write failed, and writes nothing after it, until the file was made whole', async () => {
    const path = join(directory, 'later', 'a.db');
    const journal = new Journal(path);
    journal.append(['a\n']);
    expect(journal.broken).to.be.instanceOf(Error);
    await mkdir(join(directory, 'later'));
    journal.append(['b\n']);
    expect(journal.broken).to.be.instanceOf(Error);
    journal.release();
    journal.rewritten();
    journal.append(['c\n']);
    expect(journal.broken).to.be.undefined;
    expect(await readFile(path, 'utf8')).to.equal('c\n');
    journal.release();
  });
});
