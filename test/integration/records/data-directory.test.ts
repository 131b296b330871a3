import { appendFile, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { hostname } from 'node:os';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { AppError } from '../../../src/shared/errors.js';
import { silentLogger, type Logger } from '../../../src/shared/logger.js';
import { createStores } from '../../../src/records/stores.js';
import { embeddedPlace, NOW, type EmbeddedPlace } from './engines.js';
import { event } from './samples.js';
import { until } from '../../support/until.js';

const QUIET = { logger: silentLogger, clock: { now: () => NOW } };

/** Starts a process that stores events until it is killed; `acknowledged` fills with what it said was stored. */
async function writerIn(directory: string): Promise<{ child: ChildProcess; acknowledged: string[] }> {
  const child = spawn(process.execPath, ['--import=tsx', join(import.meta.dirname, 'writer.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  lines.on('line', (line) => acknowledged.push(line));
  return { child, acknowledged };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

async function refusal(place: EmbeddedPlace): Promise<unknown> {
  return place.open().then(
    (stores) => stores.close(),
    (error: unknown) => error,
  );
}

describe('the data directory of the embedded engine', () => {
  let place: EmbeddedPlace;
  beforeEach(async () => {
    place = await embeddedPlace();
  });
  afterEach(() => place.clear());

  it('keeps every event whose storing was confirmed before the process was killed, three times over', async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const writer = await writerIn(place.directory);
      await until(() => writer.acknowledged.length >= 200 * round);
      await kill(writer.child);
      acknowledged.push(...writer.acknowledged);
    }
    const stores = await place.open();
    const stored = await stores.collections.inbox.find({ _id: { $in: acknowledged } });
    expect(stored).to.have.length(acknowledged.length).and.length.at.least(600);
    await stores.close();
  });

  it('keeps everything over an orderly stop and start', async () => {
    const first = await place.open();
    await first.inbox.store([event('a')]);
    await first.close();
    const second = await place.open();
    expect(await second.inbox.waitingEvents('citizen-1', 10)).to.deep.equal([event('a')]);
    expect(await second.inbox.store([event('a')])).to.equal(0);
    await second.close();
  });

  it('opens with a last line that a kill cut short', async () => {
    const first = await place.open();
    await first.inbox.store([event('a')]);
    await first.close();
    await appendFile(join(place.directory, 'inbox.db'), '{"_id":"torn","channel":"mes');
    const second = await place.open();
    expect(await second.collections.inbox.find({})).to.have.length(1);
    await second.close();
  });

  it('is refused to a second process, naming the place and what to do', async () => {
    const { child } = await writerIn(place.directory);
    const error = await refusal(place);
    await kill(child);
    expect(error).to.be.instanceOf(AppError).with.property('code', 'DATA_DIR_IN_USE');
    expect((error as AppError).message)
      .to.contain(place.directory)
      .and.contain(`pid ${child.pid}`);
    expect((error as AppError).remedy)
      .to.contain('DATA_DIR')
      .and.contain('MONGODB_URI');
  });

  it('is refused to a second opening in the same process', async () => {
    const stores = await place.open();
    expect(await refusal(place)).to.have.property('code', 'DATA_DIR_IN_USE');
    await stores.close();
    expect(await refusal(place)).to.be.undefined;
  });

  it('is taken over from a killed process by one of several that start at once', async () => {
    const { child } = await writerIn(place.directory);
    await kill(child);
    const opened = await Promise.allSettled(Array.from({ length: 5 }, () => place.open()));
    const winners = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(winners).to.have.length(1);
    await Promise.all(winners.map((stores) => stores.close()));
    const left = await readdir(place.directory);
    expect(left.filter((name) => name.startsWith('lock'))).to.be.empty;
  });

  it('is taken over when the pid of the lock belongs to another program by now', async () => {
    const reused = { token: 'x', pid: process.pid, started: '1', host: hostname() };
    await writeFile(join(place.directory, 'lock'), JSON.stringify(reused));
    const stores = await place.open();
    await stores.close();
  });

  it('is left alone while a process on another machine shows that it lives', async () => {
    const elsewhere = { token: 'x', pid: 1, started: '1', host: 'another-machine' };
    await writeFile(join(place.directory, 'lock'), JSON.stringify(elsewhere));
    expect(await refusal(place)).to.have.property('code', 'DATA_DIR_IN_USE');
    expect(JSON.parse(await readFile(join(place.directory, 'lock'), 'utf8'))).to.deep.equal(elsewhere);
  });

  it('is taken over from a process on another machine that has been silent for longer than a minute', async () => {
    const lock = join(place.directory, 'lock');
    await writeFile(lock, JSON.stringify({ token: 'x', pid: 1, started: '1', host: 'another-machine' }));
    // Counted from the file system's own time, which may be another than this machine's.
    const { mtimeMs } = await stat(lock);
    await utimes(lock, mtimeMs / 1000 - 61, mtimeMs / 1000 - 61);
    const stores = await place.open();
    await stores.close();
  });

  it('with damaged lines opens with all others, says how many they are, and keeps the file as it was', async () => {
    const first = await place.open();
    await first.inbox.store(Array.from({ length: 33 }, (_, index) => event(`e${index}`)));
    await first.close();
    const file = join(place.directory, 'inbox.db');
    const lines = (await readFile(file, 'utf8')).split('\n');
    const damaged = [...lines.slice(0, 7), lines[7]?.replace('{', '#'), ...lines.slice(8)].join('\n');
    await writeFile(file, damaged);
    const said: string[] = [];
    const logger = { ...silentLogger, error: (_: unknown, message?: string) => said.push(message ?? '') };
    const noticing = await createStores({ dataDir: place.directory, ...QUIET, logger: logger as Logger });
    expect(await noticing.collections.inbox.find({})).to.have.length(32);
    await noticing.close();
    expect(said.join()).to.match(/1 of 33 lines of a data file cannot be read.*inbox\.db\.damaged-1/);
    expect(await readFile(`${file}.damaged-1`, 'utf8')).to.equal(damaged);
    const again = await place.open();
    await again.close();
    expect((await readdir(place.directory)).filter((name) => name.includes('damaged'))).to.have.length(1);
  });

  it('says so when it cannot be written to, and which file cannot be read', async () => {
    await writeFile(join(place.directory, 'inbox.db'), 'this is\nno data\nfile\n');
    const unreadable = await refusal(place);
    expect(unreadable).to.have.property('code', 'DATA_FILE_UNREADABLE');
    expect(String(unreadable)).to.contain('inbox.db');
    const underFile = { dataDir: join(place.directory, 'inbox.db', 'data'), ...QUIET };
    const unwritable = await createStores(underFile).catch((error: unknown) => error);
    expect(unwritable).to.have.property('code', 'DATA_DIR_UNWRITABLE');
  });
});
