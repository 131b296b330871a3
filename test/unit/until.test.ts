import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { endWithUs } from '../support/end-with-us.js';

const MOCHA = resolve('node_modules/mocha/bin/mocha.js');
const UNTIL = pathToFileURL(resolve('test/support/until.ts')).href;

describe('A test run', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'until-'));
  });
  after(() => rm(folder, { recursive: true }));

  for (const where of ['it', 'before'])
    it(`ends by itself, failed, when what is waited for in ${where} never comes`, async () => {
      const file = join(folder, `${where}.mjs`);
      const forever = "'waits', async () => { await until(() => false); }";
      const tests = where === 'it' ? `it(${forever});` : `before(${forever}); it('is never run', () => {});`;
      await writeFile(file, `import { until } from '${UNTIL}'; describe('a suite', () => { ${tests} });`);
      const args = [MOCHA, '--no-config', '--node-option', 'import=tsx', '--timeout', '100', file];
      const run = endWithUs(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
      let said = '';
      run.stdout.on('data', (some: Buffer) => (said += some.toString()));
      const [status] = (await once(run, 'close')) as [number];
      expect(said).to.include('Timeout of 100ms exceeded');
      expect(status).to.equal(1);
    });
});
