import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithUs } from '../support/end-with-us.js';
import { inheritedEnvironment } from '../support/inherited-environment.js';

/** In place of the bot: says that it runs, and what it was told. */
const PROGRAM = `
const running = setInterval(() => {}, 1000);
process.once('SIGTERM', () => {
  clearInterval(running);
  console.log('stopped in order');
});
console.log('running');
`;

describe('npm start', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dong-hanh-npm-'));
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const ours = { name: 'npm-start', version: '1.0.0', scripts: { build: 'true', start: scripts['start'] } };
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'package.json'), JSON.stringify(ours));
    await writeFile(join(folder, 'dist/main.js'), PROGRAM);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('hands the signal that ends npm on to the bot, which ends in order', async function () {
    this.timeout(600_000);
    const npm = endWithUs(
      spawn('npm', ['start'], {
        cwd: folder,
        env: inheritedEnvironment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    let said = '';
    for await (const chunk of npm.stdout.setEncoding('utf8')) {
      said += String(chunk);
      if (said.endsWith('running\n')) npm.kill('SIGTERM');
    }
    // The output ends when the last that holds it does: with the bot left behind this line is never reached.
    if (npm.exitCode === null && npm.signalCode === null) await once(npm, 'close');
    expect(said).to.match(/running\nstopped in order\n$/);
  });
});
