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

  it('has every line in the file, in order, once it says so', async () => {
    const path = join(directory, 'a.db');
    const journal = new Journal(path);
    const waits: Promise<void>[] = [];
    for (let i = 0; i < 500; i += 1) {
      journal.append(`${i}\n`);
      waits.push(journal.flushed());
      if (i % 50 === 0) await journal.flushed();
    }
    await Promise.all(waits);
    const expected = Array.from({ length: 500 }, (_, i) => `${i}\n`).join('');
    expect(await readFile(path, 'utf8')).to.equal(expected);
    await journal.release();
  });

  it('goes on in a new file after the old one was replaced', async () => {
    const path = join(directory, 'a.db');
    const journal = new Journal(path);
    journal.append('old\n');
    await journal.flushed();
    await journal.release();
    await rm(path);
    journal.rewritten();
    expect(journal.appended).to.equal(0);
    journal.append('new\n');
    await journal.flushed();
    expect(await readFile(path, 'utf8')).to.equal('new\n');
    await journal.release();
  });

  it('tells everyone who waits, and all after them, that a write failed, until the file was made whole', async () => {
    const path = join(directory, 'later', 'a.db');
    const journal = new Journal(path);
    const failed = async () => journal.flushed().catch((error: unknown) => error);
    journal.append('a\n');
    expect(await failed()).to.be.instanceOf(Error);
    await mkdir(join(directory, 'later'));
    journal.append('b\n');
    expect(await failed()).to.be.instanceOf(Error);
    await journal.release();
    journal.rewritten();
    journal.append('c\n');
    await journal.flushed();
    expect(await readFile(path, 'utf8')).to.equal('c\n');
    await journal.release();
  });
});
