import { expect } from 'chai';
import { access, appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../../../src/content/load.js';
import {
  currentVersion,
  rollback,
  type ContentVersion,
  type ContentVersions,
} from '../../../src/content/versions.js';
import { copyOfFixture, TODAY } from './fixture-root.js';

const AT = new Date('2026-11-24T02:00:00Z');

function inMemory(): ContentVersions & { all: ContentVersion[] } {
  const all: ContentVersion[] = [];
  return {
    all,
    save: (version) => Promise.resolve(void all.unshift(version)),
    list: (limit) =>
      Promise.resolve(all.slice(0, limit).map(({ version, savedAt, by }) => ({ version, savedAt, by }))),
    get: (wanted) => Promise.resolve(all.find(({ version }) => version === wanted) ?? null),
    newest: () => Promise.resolve(all[0] ?? null),
    historyOf: () => Promise.resolve([]),
    before: (at) => Promise.resolve(all.find(({ savedAt }) => savedAt < at) ?? null),
  };
}

describe('Rolling the content back', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  let versions: ReturnType<typeof inMemory>;
  let good: ContentVersion;
  beforeEach(async () => {
    copy = await copyOfFixture();
    versions = inMemory();
    good = await currentVersion(copy.root, 'khởi động', AT);
    await versions.save(good);
  });
  afterEach(() => copy.remove());
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );

  it('brings every file back byte for byte, and takes files away that came later', async () => {
    const { root } = copy;
    const changed = join(root, 'intents/chao-hoi.yml');
    const before = await readFile(changed, 'utf8');
    await appendFile(changed, '  - chào buổi sáng\n');
    await writeFile(join(root, 'procedures/them.yml'), 'id: them\n');
    const done = await rollback(root, versions, good.version, TODAY);
    expect(done).to.deep.equal({ written: ['intents/chao-hoi.yml'], removed: ['procedures/them.yml'] });
    expect(await readFile(changed, 'utf8')).to.equal(before);
    expect((await loadContent(root, TODAY)).content?.version).to.equal(good.version);
  });

  it('leaves other files in those folders alone', async () => {
    const readme = join(copy.root, 'intents/README.md');
    await writeFile(readme, 'ghi chú');
    await rollback(copy.root, versions, good.version, TODAY);
    await access(readme);
  });

  it('takes the beginning of a version’s id, when only one begins so', async () => {
    expect(await code(rollback(copy.root, versions, good.version.slice(0, 12), TODAY))).to.equal('done');
    expect(await code(rollback(copy.root, versions, 'abcdef', TODAY))).to.equal('CONTENT_VERSION_UNKNOWN');
    expect(await code(rollback(copy.root, versions, good.version.slice(0, 3), TODAY))).to.equal(
      'CONTENT_VERSION_UNKNOWN',
    );
  });

  it('writes nothing of a version that today’s checks refuse, or that reaches outside the folders', async () => {
    const file = join(copy.root, 'intents/chao-hoi.yml');
    const before = await readFile(file, 'utf8');
    const broken = {
      ...good,
      version: 'f'.repeat(64),
      files: { ...good.files, 'intents/chao-hoi.yml': 'id: x' },
    };
    const outside = {
      ...good,
      version: 'e'.repeat(64),
      files: { ...good.files, 'intents/../../x.yml': 'id: x' },
    };
    await versions.save(broken);
    await versions.save(outside);
    expect(await code(rollback(copy.root, versions, broken.version, TODAY))).to.equal(
      'CONTENT_VERSION_OUTDATED',
    );
    expect(await code(rollback(copy.root, versions, outside.version, TODAY))).to.equal(
      'CONTENT_PATH_REFUSED',
    );
    expect(await readFile(file, 'utf8')).to.equal(before);
  });
});
