import { expect } from 'chai';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecret } from '../../../src/privacy/citizen-secret.js';

describe('the secret kept in the data directory', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dong-hanh-secret-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner only, and the same for all that start together', async () => {
    const secrets = await Promise.all(Array.from({ length: 5 }, () => keptSecret(folder)));
    expect(new Set([...secrets, await keptSecret(folder)]).size).to.equal(1);
    expect(secrets[0]).to.have.length.of.at.least(32);
    expect(await readdir(folder)).to.deep.equal(['citizen-key']);
    expect((await stat(join(folder, 'citizen-key'))).mode & 0o777).to.equal(0o600);
  });

  it('is made anew where a full disk left an empty file, and stays then', async () => {
    await writeFile(join(folder, 'citizen-key'), '');
    const secret = await keptSecret(folder);
    expect(secret).to.have.length.of.at.least(32);
    expect(await keptSecret(folder)).to.equal(secret);
  });
});
