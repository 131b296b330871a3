import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../../../src/content/load.js';
import { changesSince, originOf } from '../../../src/content/origin.js';
import { runCommandLine } from '../../support/command-line.js';
import { copyOfFixture, TODAY } from './fixture-root.js';

const FILE = 'procedures/dang-ky-thue-ca-nhan.yml';
const files = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

describe('An office’s own folder of content', () => {
  let ours: Awaited<ReturnType<typeof copyOfFixture>>;
  let folder: string;
  beforeEach(async () => {
    ours = await copyOfFixture();
    folder = join(await mkdtemp(join(tmpdir(), 'dong-hanh-office-')), 'noi-dung');
  });
  afterEach(async () => {
    await ours.remove();
    await rm(join(folder, '..'), { recursive: true, force: true });
  });
  const init = () => runCommandLine(['content-init', folder, '--root', ours.root]);
  const compare = (...more: string[]) =>
    runCommandLine(['content-compare', folder, '--root', ours.root, ...more]);

  it('is made from ours, complete, a repository of its own, and says what to edit first', async () => {
    const { code, output } = await init();
    expect(code, output).to.equal(0);
    expect(output).to.match(/procedures\/shared\/offices\.yml/);
    expect(output).to.include(`CONTENT_DIR=${folder}`);
    expect((await loadContent(folder, TODAY)).content?.procedures.size).to.equal(3);
    expect(await readFile(join(folder, '.git/HEAD'), 'utf8')).to.match(/^ref: /);
    expect((await init()).output).to.match(/đã có tệp/);
  }).timeout(300_000);

  it('is shown our later changes entry by entry, and not again once they were seen', async () => {
    await init();
    expect((await compare()).output).to.match(/không đổi gì/);
    const text = await readFile(join(ours.root, FILE), 'utf8');
    await writeFile(join(ours.root, FILE), text.replace('3 ngày làm việc.', '2 ngày làm việc.'));
    const { output } = await compare();
    expect(output).to.include(`== ${FILE}`);
    expect(output).to.include('-time_limit: 3 ngày làm việc.');
    expect(output).to.include('+time_limit: 2 ngày làm việc.');
    await compare('--seen');
    expect((await compare()).output).to.match(/không đổi gì/);
  }).timeout(300_000);

  it('keeps apart what only we changed, what both changed, what is new and what is gone', () => {
    const origin = originOf(files({ a: '1', b: '1', c: '1', d: '1' }));
    const changes = changesSince(
      origin,
      files({ a: '2', b: '2', c: '1', e: '1' }),
      files({ a: '1', b: '3', c: '9', d: '1' }),
    );
    expect(changes).to.deep.equal([
      { path: 'a', change: 'take' },
      { path: 'b', change: 'both' },
      { path: 'd', change: 'gone' },
      { path: 'e', change: 'new' },
    ]);
  });

  it('is not offered our offices, calendar and contacts', () => {
    const path = 'procedures/shared/offices.yml';
    expect(
      changesSince(originOf(files({ [path]: '1' })), files({ [path]: '2' }), files({ [path]: '1' })),
    ).to.deep.equal([]);
  });
});
