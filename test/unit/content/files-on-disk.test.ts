import { expect } from 'chai';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { addExample } from '../../../src/content/edit.js';
import { loadContent } from '../../../src/content/load.js';
import { watchContent } from '../../../src/content/watch.js';
import { runCommandLine } from '../../support/command-line.js';
import { copyOfFixture, TODAY } from './fixture-root.js';

const INTENT = 'intents/chao-hoi.yml';

describe('Content files, as disks and editors leave them', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  const at = (path: string) => join(copy.root, path);
  const load = () => loadContent(copy.root, TODAY);
  const errors = async () =>
    (await load()).problems.flatMap(({ severity, file, message, remedy }) =>
      severity === 'error' ? [`${file}: ${message} ${remedy}`] : [],
    );
  beforeEach(async () => {
    copy = await copyOfFixture();
  });
  afterEach(() => copy.remove());

  it('are read under a name that a Mac wrote in decomposed letters', async () => {
    const told: string[][] = [];
    for (const name of ['ghi chu\u0301.yml', 'ghi chú.yml']) {
      await writeFile(at(`intents/${name}`), 'id: chào\n');
      told.push(await errors());
      await rm(at(`intents/${name}`));
    }
    expect(told[0]?.join()).to.contain('intents/ghi chú.yml: ');
    expect(told[0]).to.deep.equal(told[1]);
  });

  it('are mended and noticed under such a name too', async () => {
    const file = at('intents/ghi chu\u0301.yml');
    await writeFile(file, 'id: x\nexamples:\n\t- alo\n');
    await runCommandLine(['content-check', copy.root, '--fix', '--today', TODAY]);
    expect(await readFile(file, 'utf8')).to.equal('id: x\nexamples:\n  - alo\n');
    const told: string[] = [];
    const watcher = watchContent(copy.root, {
      onGood: () => undefined,
      onProblems: (problems) => void told.push(...problems.map(({ file: path }) => path)),
      onError: (error) => void told.push(String(error)),
      today: () => TODAY,
      intervalMs: 3_600_000,
      load: loadContent,
    });
    await watcher.check();
    watcher.stop();
    expect(told).to.include('intents/ghi chú.yml').and.not.match(/Error/);
  });

  it('are refused with the name when it stands there twice, composed and decomposed', async () => {
    for (const name of ['ghi-chú.yml', 'ghi-chu\u0301.yml']) await writeFile(at(`intents/${name}`), 'x: 1\n');
    expect((await errors()).join('\n')).to.match(/intents\/ghi-chú\.yml: Có hai tệp cùng tên/);
  });

  it('are read through links, as a mounted ConfigMap has them', async () => {
    const before = (await load()).content?.version;
    await mkdir(at('intents/..2026_11_24'));
    await symlink('..2026_11_24', at('intents/..data'));
    for (const name of await readdir(at('intents'))) {
      if (!name.endsWith('.yml')) continue;
      await rename(at(`intents/${name}`), at(`intents/..2026_11_24/${name}`));
      await symlink(`..data/${name}`, at(`intents/${name}`));
    }
    const { content, problems } = await load();
    expect(problems.filter(({ severity }) => severity === 'error')).to.be.empty;
    expect(content?.version).to.equal(before);
  });

  it('stay links when the bot writes, and what they lead to is written', async () => {
    await mkdir(at('goc'));
    await rename(at(INTENT), at('goc/chao-hoi.yml'));
    await symlink('../goc/chao-hoi.yml', at(INTENT));
    await addExample(copy.root, 'chao-hoi', 'chào buổi sáng');
    expect((await lstat(at(INTENT))).isSymbolicLink()).to.be.true;
    expect(await readFile(at('goc/chao-hoi.yml'), 'utf8')).to.contain('chào buổi sáng');
  });

  it('are named when a link leads nowhere, or in a circle', async () => {
    await rm(at(INTENT));
    await symlink('khong-co.yml', at(INTENT));
    await symlink('vong.yml', at('intents/vong.yml'));
    const said = (await errors()).join('\n');
    expect(said).to.match(/intents\/chao-hoi\.yml: .*liên kết trỏ tới/);
    expect(said).to.match(/intents\/vong\.yml: .*liên kết trỏ tới/);
  });

  it('are refused above 1 MB with their size, without being parsed', async () => {
    const line = '  - câu hỏi mẫu dài để thử tệp quá lớn: [chưa đóng\n';
    await writeFile(at(INTENT), `id: chao-hoi\nexamples:\n${line.repeat(100_000)}`);
    const { content, problems } = await load();
    expect(content).to.equal(null);
    const told = problems.filter(({ file }) => file === INTENT).map(({ message }) => message);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^Tệp quá lớn \([\d,]+ MB\), máy chỉ đọc tệp đến 1 MB\.$/);
  });

  it('keep mode, owner and group when the bot files a wording', async () => {
    // Only the superuser may give a file away.
    if (process.getuid?.() === 0) await chown(at(INTENT), 12_345, 54_321);
    await chmod(at(INTENT), 0o664);
    const before = await stat(at(INTENT));
    await addExample(copy.root, 'chao-hoi', 'chào buổi sáng');
    const after = await stat(at(INTENT));
    expect([after.mode, after.uid, after.gid]).to.deep.equal([before.mode, before.uid, before.gid]);
    expect((await readdir(at('intents'))).filter((name) => name.startsWith('.'))).to.be.empty;
  });

  it('are filed without the characters that nobody sees', async () => {
    await addExample(copy.root, 'chao-hoi', '\u202Echào\u200B buổi\u2066 sáng\u00AD');
    expect((await load()).content?.intents.get('chao-hoi')?.examples).to.include('chào buổi sáng');
  });
});
