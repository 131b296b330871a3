import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { isOpen, loadSettingsFile } from '../../src/settings-file.js';
import { startFault } from '../../src/start-fault.js';

const SECRET = 'not-to-be-read-by-anybody-else-here';
const NAME = 'SETTINGS_FILE_TEST';

/** What is said to whoever started it; nothing where it started. */
function complaint(path: string): string {
  try {
    loadSettingsFile(path);
    return '';
  } catch (error) {
    return startFault(error);
  }
}

describe('The file of the settings', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    path = join(folder, '.env');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    for (const name of [NAME, 'CITIZEN_KEY', 'MONGODB_URI', 'PORT'])
      Reflect.deleteProperty(process.env, name);
  });
  const write = (text: string, mode: number) => {
    writeFileSync(path, text);
    chmodSync(path, mode);
  };

  it('may be missing', () => {
    expect(complaint(path)).to.equal('');
  });

  it('is read, and what the environment says goes before it', () => {
    process.env['PORT'] = '4001';
    write(`${NAME}=here\nPORT=4000\nCITIZEN_KEY=${SECRET}\n`, 0o600);
    expect(complaint(path)).to.equal('');
    expect(process.env[NAME]).to.equal('here');
    expect(readConfig(process.env)).to.deep.include({ port: 4001, citizenKey: SECRET });
  });

  for (const mode of [0o644, 0o604, 0o640, 0o660, 0o602])
    it(`with a secret and the permissions ${mode.toString(8)} is refused in Vietnamese and English with the command that mends it, without the secret`, () => {
      write(`CITIZEN_KEY=${SECRET}\n`, mode);
      const said = complaint(path);
      expect(said).to.match(/bí mật \(CITIZEN_KEY\)[^]* \/ [^]*holds secrets \(CITIZEN_KEY\)/);
      expect(said)
        .to.match(new RegExp(`Gõ: chmod 600 ${path}`))
        .and.not.include(SECRET);
      expect(process.env['CITIZEN_KEY']).to.equal(undefined);
    });

  it('is refused for a password in the address of the database, not for an address without one', () => {
    write('MONGODB_URI=mongodb://db:27017/dong-hanh\n', 0o644);
    expect(complaint(path)).to.equal('');
    Reflect.deleteProperty(process.env, 'MONGODB_URI');
    write('MONGODB_URI=mongodb://bot:word@db:27017/dong-hanh\n', 0o644);
    expect(complaint(path)).to.include('MONGODB_URI').and.not.include('word');
  });

  it('without a secret may be read by everyone: trying the bot needs no chmod', () => {
    write(`PORT=4000\nCITIZEN_KEY=\nFACEBOOK_PAGE_TOKEN=\n`, 0o644);
    expect(complaint(path)).to.equal('');
  });

  it('may be read, not changed, by the group where an administrator owns it and the service only reads it', () => {
    const [service, root] = [990, 0];
    expect(isOpen({ mode: 0o100640, uid: root }, service)).to.equal(false);
    expect(isOpen({ mode: 0o100660, uid: root }, service)).to.equal(true);
    expect(isOpen({ mode: 0o100644, uid: root }, service)).to.equal(true);
    expect(isOpen({ mode: 0o100640, uid: service }, service)).to.equal(true);
  });

  it('has no permissions to look at on Windows', () => {
    expect(isOpen({ mode: 0o100666, uid: 0 }, undefined)).to.equal(false);
  });
});
