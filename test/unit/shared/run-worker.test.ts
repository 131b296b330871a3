import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { runWorker } from '../../../src/shared/run-worker.js';

describe('work in a worker thread', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workers-'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function moduleOf(code: string): URL {
    writeFileSync(
      join(folder, 'work.ts'),
      `import { parentPort, workerData } from 'node:worker_threads';\n${code}`,
    );
    return pathToFileURL(join(folder, 'work'));
  }

  it('says how far it is, then gives its result', async () => {
    const module = moduleOf(`
      parentPort.postMessage({ done: 1, of: 2 });
      parentPort.postMessage({ result: workerData + 1 });
    `);
    const steps: string[] = [];
    const onProgress = (done: number, of: number) => void steps.push(`${done}/${of}`);
    expect(await runWorker<number>({ module, workerData: 41, onProgress })).to.equal(42);
    expect(steps).to.deep.equal(['1/2']);
  });

  it('fails with what the thread threw', async () => {
    const module = moduleOf(`throw new Error('no such folder');`);
    expect(await failure(runWorker({ module, workerData: null }))).to.equal('no such folder');
  });

  it('fails when the thread ends without a result', async () => {
    const module = moduleOf(`process.exit(0);`);
    expect(await failure(runWorker({ module, workerData: null }))).to.match(/^the worker ended/);
  });

  it('ends a thread that is not wanted any more, with the reason it was told', async () => {
    const module = moduleOf(`parentPort.postMessage({ done: 0, of: 1 }); setInterval(() => {}, 1000);`);
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('the office closed'));
    const run = runWorker({ module, workerData: null, signal: stop.signal, onProgress });
    expect(await failure(run)).to.equal('the office closed');
  });
});

async function failure(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'it did not fail',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
