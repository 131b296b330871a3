import { expect } from 'chai';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainInWorker } from '../../../src/intent-matching/train-in-worker.js';
import { trainMatcher } from '../../../src/intent-matching/train.js';
import { others, ours, vocabulary } from './sample-examples.js';

const examples = [...ours, ...others];
const longAgo = new Date('2020-01-01T00:00:00Z');

describe('training in a worker thread', () => {
  let cacheDir: string;

  beforeEach(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'models-'));
  });

  afterEach(() => rm(cacheDir, { recursive: true }));

  async function cacheFile(): Promise<string> {
    const files = await readdir(cacheDir);
    expect(files).to.have.length(1);
    return join(cacheDir, files[0] ?? '');
  }

  it('gives the matcher that training here gives, under the version it was asked for', async () => {
    const matcher = await trainInWorker(examples, vocabulary, { version: 'v1' });
    expect(matcher.version).to.equal('v1');
    expect(matcher.match('hoan thue')).to.deep.equal(trainMatcher(examples, vocabulary).match('hoan thue'));
  });

  it('does not train again what is in the cache', async () => {
    const first = await trainInWorker(examples, vocabulary, { version: 'v1', cacheDir });
    const file = await cacheFile();
    await utimes(file, longAgo, longAgo);
    const second = await trainInWorker(examples, vocabulary, { version: 'v2', cacheDir });
    expect((await stat(file)).mtime).to.deep.equal(longAgo);
    expect(second.version).to.equal('v2');
    expect(second.match('thue dat')).to.deep.equal(first.match('thue dat'));
  });

  it('trains anew when the examples change', async () => {
    await trainInWorker(examples, vocabulary, { version: 'v1', cacheDir });
    await trainInWorker(ours, vocabulary, { version: 'v2', cacheDir });
    expect(await readdir(cacheDir)).to.have.length(2);
  });

  it('trains anew when the cached file is damaged, and mends it', async () => {
    await trainInWorker(examples, vocabulary, { version: 'v1', cacheDir });
    const file = await cacheFile();
    const whole = await readFile(file);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(damaged.length >> 1) ^ 0xff, damaged.length >> 1);
    for (const bytes of [damaged, whole.subarray(0, whole.length >> 1), Buffer.alloc(0)]) {
      await writeFile(file, bytes);
      const matcher = await trainInWorker(examples, vocabulary, { version: 'v1', cacheDir });
      expect(matcher.match('thêm npt').intent).to.equal('nguoi-phu-thuoc');
      expect((await readFile(file)).equals(whole)).to.equal(true);
    }
  });

  it('works without a place to cache in', async () => {
    const nowhere = join(cacheDir, 'file');
    await writeFile(nowhere, 'no directory');
    const matcher = await trainInWorker(examples, vocabulary, { version: 'v1', cacheDir: nowhere });
    expect(matcher.match('thuế đất').intent).to.equal('thue-dat');
  });

  it('can be called off', async () => {
    const controller = new AbortController();
    const training = trainInWorker(examples, vocabulary, { version: 'v1', signal: controller.signal });
    controller.abort(new Error('the content changed again'));
    const outcome = await training.then(
      () => 'trained',
      (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
    );
    expect(outcome).to.equal('the content changed again');
  });
});
