import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { documentLine } from '../../../src/records/engine/log/lines.js';
import { LogCleaner } from '../../../src/records/engine/log/log-cleaner.js';
import { loadLog } from '../../../src/records/engine/log/open-log.js';
import { SegmentedLog } from '../../../src/records/engine/log/segmented-log.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { FailingDisk } from '../../fakes/disk.js';

interface Document extends Record<string, unknown> {
  _id: string;
  text: string;
}

/** A log with the documents that it is the log of. */
class Kept {
  readonly documents: Map<string, Record<string, unknown>>;
  readonly log: SegmentedLog;
  readonly cleaner = new LogCleaner(silentLogger, { freshMs: 1e9, settledMs: 1e9 });

  private constructor(
    directory: string,
    disk: FailingDisk,
    { segments, documents }: Awaited<ReturnType<typeof loadLog>>,
  ) {
    this.documents = documents;
    const place = { directory, name: 'notes', disk };
    this.log = new SegmentedLog(
      place,
      (id) => this.documents.get(id),
      () => this.cleaner.dirty(this.log),
      segments,
    );
    if (segments.some(({ dirtySince }) => dirtySince !== undefined)) this.cleaner.dirty(this.log);
  }

  static async in(directory: string, disk = new FailingDisk()): Promise<Kept> {
    return new Kept(directory, disk, await loadLog({ directory, name: 'notes', disk }, silentLogger));
  }

  put(document: Document): void {
    this.log.append([{ id: document._id, line: documentLine(document) }]);
    this.documents.set(document._id, document);
  }

  remove(id: string): void {
    this.log.append([{ id, line: null }]);
    this.documents.delete(id);
  }

  async close(): Promise<void> {
    await this.cleaner.stop(0);
    this.log.close();
  }
}

describe('the files of the embedded engine', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'log-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  async function words(): Promise<string> {
    const names = await readdir(directory);
    const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
    return texts.join('');
  }

  async function read(): Promise<Record<string, unknown>> {
    const { documents } = await loadLog({ directory, name: 'notes', disk: new FailingDisk() }, silentLogger);
    return Object.fromEntries([...documents].map(([id, { text }]) => [id, text]));
  }

  it('hold nothing any more of what was changed or removed, and everything else, once they were cleaned', async () => {
    const kept = await Kept.in(directory);
    for (let i = 0; i < 40; i += 1) kept.put({ _id: `n${i}`, text: `first words of ${i}.` });
    for (let i = 0; i < 40; i += 2) kept.put({ _id: `n${i}`, text: 'other words' });
    for (let i = 0; i < 40; i += 4) kept.remove(`n${i}`);
    await kept.cleaner.now();
    await kept.close();
    const found = await words();
    for (let i = 0; i < 40; i += 1)
      expect(found.includes(`first words of ${i}.`), `words ${i}`).to.equal(i % 2 === 1);
    expect(Object.keys(await read())).to.have.length(30);
  });

  it('grow no larger than a few times what they hold, however often it changes', async () => {
    const kept = await Kept.in(directory);
    for (let round = 0; round < 50; round += 1) {
      for (let i = 0; i < 20; i += 1) kept.put({ _id: `n${i}`, text: `round ${round}` });
      await kept.cleaner.now();
    }
    await kept.close();
    expect((await words()).length).to.be.lessThan(5000);
    expect(await readdir(directory)).to.have.length.lessThan(6);
    expect(new Set(Object.values(await read()))).to.deep.equal(new Set(['round 49']));
  });

  it('join when many starts have left many small ones', async () => {
    for (let start = 0; start < 40; start += 1) {
      const kept = await Kept.in(directory);
      kept.put({ _id: `n${start}`, text: 'only added' });
      await kept.cleaner.now();
      await kept.close();
    }
    expect(await readdir(directory)).to.have.length.lessThan(20);
    expect(Object.keys(await read())).to.have.length(40);
  });

  it('of a first version, however large, are taken over and cut into pieces', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      documentLine({ _id: `n${i}`, text: 'x'.repeat(1000), at: new Date(i) }),
    );
    const old = ['{"$$indexCreated":{"fieldName":"text","unique":false,"sparse":true}}\n', ...lines];
    await writeFile(
      join(directory, 'notes.db'),
      `${old.join('')}${documentLine({ _id: 'n7', text: 'new' })}`,
    );
    const kept = await Kept.in(directory);
    kept.put({ _id: 'n8', text: 'newer' });
    await kept.cleaner.now();
    await kept.close();
    expect(await readdir(directory)).to.have.length.greaterThan(2);
    const found = await read();
    expect(Object.keys(found)).to.have.length(3000);
    expect([found['n7'], found['n8']]).to.deep.equal(['new', 'newer']);
  });

  it('show, whatever moment the process is killed at, exactly what was confirmed', async function () {
    this.timeout(300_000);
    let ended = false;
    for (let endsIn = 1; !ended; endsIn += 1) {
      const place = await mkdtemp(join(directory, 'run-'));
      const disk = new FailingDisk();
      disk.endsIn = endsIn;
      const confirmed = await writeUntilKilled(place, disk);
      ended = disk.changes < endsIn;
      const again = await Kept.in(place);
      const seen = Object.fromEntries([...again.documents].map(([id, { text }]) => [id, text]));
      expect(
        confirmed.some((state) => JSON.stringify(state) === JSON.stringify(sorted(seen))),
        `${endsIn}`,
      ).to.equal(true);
      await again.cleaner.now();
      await again.close();
    }
  });

  it('refuse what a full disk does not take, wholly, and go on once there is room', async () => {
    const disk = new FailingDisk();
    const kept = await Kept.in(directory, disk);
    kept.put({ _id: 'a', text: 'before' });
    disk.full = true;
    disk.takesAPart = 20;
    expect(() => kept.put({ _id: 'b', text: 'meanwhile' })).to.throw('no space left');
    expect(() => kept.put({ _id: 'a', text: 'meanwhile' })).to.throw('no space left');
    disk.full = false;
    kept.put({ _id: 'c', text: 'after' });
    await kept.close();
    expect(await read()).to.deep.equal({ a: 'before', c: 'after' });
    expect(await words()).not.to.contain('meanwhile');
  });
});

/** Confirmed changes, with cleaning in between, until the disk does nothing more. The states that may be found after it. */
async function writeUntilKilled(place: string, disk: FailingDisk): Promise<Record<string, unknown>[]> {
  const kept = await Kept.in(place, disk);
  let next: Record<string, unknown> = {};
  const state = () => sorted(Object.fromEntries([...kept.documents].map(([id, { text }]) => [id, text])));
  try {
    for (let round = 0; round < 6; round += 1) {
      for (let i = 0; i < 5; i += 1) {
        const id = `n${(round * 3 + i) % 8}`;
        const gone = (round + i) % 3 === 0 && kept.documents.has(id);
        const others = Object.entries(state()).filter(([key]) => key !== id);
        next = Object.fromEntries(gone ? others : [...others, [id, `round ${round}`]]);
        if (gone) kept.remove(id);
        else kept.put({ _id: id, text: `round ${round}` });
      }
      await kept.cleaner.now();
      if (round === 3) kept.log.rotate();
    }
  } catch {
    // The change that was under way may be there or not; nobody was told.
  }
  kept.log.close();
  return [state(), sorted(next)];
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
