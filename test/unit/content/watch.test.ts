import { expect } from 'chai';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addExample } from '../../../src/content/edit.js';
import { loadInWorker } from '../../../src/content/load-in-worker.js';
import { loadContent } from '../../../src/content/load.js';
import type { Problem } from '../../../src/content/problem.js';
import type { Content } from '../../../src/content/types.js';
import { watchContent, type ContentWatcher } from '../../../src/content/watch.js';
import { copyOfFixture, TODAY } from './fixture-root.js';

describe('Files that change under a running bot', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  let watcher: ContentWatcher;
  let live: Content[];
  let told: Problem[][];
  let errors: unknown[];
  beforeEach(async () => {
    copy = await copyOfFixture();
    const { content } = await loadContent(copy.root, TODAY);
    [live, told, errors] = [[], [], []];
    watcher = watchContent(copy.root, {
      onGood: (next) => void live.push(next),
      onProblems: (problems) => void told.push(problems),
      onError: (error) => void errors.push(error),
      ...(content === null ? {} : { liveVersion: content.version }),
      // Only the looks that the test asks for.
      intervalMs: 3_600_000,
      today: () => TODAY,
      load: loadContent,
    });
  });
  afterEach(async () => {
    watcher.stop();
    await copy.remove();
  });

  it('are not brought again when they are what is live already', async () => {
    await watcher.check();
    await watcher.check();
    expect(live).to.be.empty;
  });

  it('go live when they are good', async () => {
    await watcher.check();
    await addExample(copy.root, 'chao-hoi', 'chào buổi sáng');
    await watcher.check();
    expect(live).to.have.length(1);
    expect(live[0]?.intents.get('chao-hoi')?.examples).to.include('chào buổi sáng');
  });

  it('stay out when they are broken, with the problem told, and come in once mended', async () => {
    const file = join(copy.root, 'intents/chao-hoi.yml');
    await writeFile(file, 'id: chao-hoi\naction: greting\n');
    await watcher.check();
    expect(live).to.be.empty;
    expect(told.at(-1)?.some(({ message }) => message.includes('greting'))).to.be.true;
    await writeFile(
      file,
      'id: chao-hoi\naction: greeting\nbutton: Chào\nexamples: [xin chào, hello bạn, chào em, alo alo, hi shop]\n',
    );
    await watcher.check();
    expect(live).to.have.length(1);
    expect(told.at(-1)?.some(({ severity }) => severity === 'error')).to.be.false;
  });

  it('are noticed when one is deleted', async () => {
    await watcher.check();
    await rm(join(copy.root, 'procedures/shared/steps.yml'));
    await watcher.check();
    expect(told.at(-1)?.map(({ file }) => file)).to.include('procedures/shared/steps.yml');
    expect(live).to.be.empty;
  });

  it('are looked at again after a listener failed', async () => {
    watcher.stop();
    let failing = true;
    watcher = watchContent(copy.root, {
      onGood: (next) => {
        if (failing) throw new Error('training failed');
        live.push(next);
      },
      onProblems: () => undefined,
      onError: (error) => void errors.push(error),
      intervalMs: 3_600_000,
      today: () => TODAY,
      load: loadContent,
    });
    await watcher.check();
    expect(errors).to.have.length(1);
    failing = false;
    await addExample(copy.root, 'chao-hoi', 'chào buổi sáng');
    await watcher.check();
    expect(live).to.have.length(1);
  });

  it('are noticed without being asked', async () => {
    watcher.stop();
    const noticed = new Promise<Content>((resolve) => {
      watcher = watchContent(copy.root, {
        onGood: resolve,
        onProblems: () => undefined,
        onError: (error) => void errors.push(error),
        intervalMs: 20,
        today: () => TODAY,
      });
    });
    expect((await noticed).procedures.size).to.equal(3);
  });

  it('are read in a worker thread with the same result', async () => {
    const [here, there] = [await loadContent(copy.root, TODAY), await loadInWorker(copy.root, TODAY)];
    expect(there).to.deep.equal(here);
  });
});
