import { expect } from 'chai';
import type { ContentVersion } from '../../../src/content/versions.js';
import type { Stores } from '../../../src/records/stores.js';
import { NOW } from './engines.js';

const DAY = 86_400_000;
const CHANGES = 130;
const at = (index: number) => new Date(NOW.getTime() + index * 60_000);

/** One file changes with each; one is there for a while alone. */
function changed(index: number): ContentVersion {
  const files: Record<string, string> = { 'intents/a.yml': 'id: a\n', 'intents/b.v2.yml': 'id: b\n' };
  for (let done = 1; done <= index; done += 1)
    files[done % 3 === 0 ? 'intents/a.yml' : 'intents/b.v2.yml'] = `# ${done}\n`;
  if (index > 20 && index < 70) files['procedures/c.yml'] = 'id: c\n';
  return { version: `v${index}`, savedAt: at(index), by: 'an', files };
}

export function contentHistoryContract(stores: () => Stores): void {
  describe('many changes of the content, one after another', () => {
    beforeEach(async () => {
      for (let index = 0; index < CHANGES; index += 1) await stores().contentVersions.save(changed(index));
    });

    it('come back each with all its files, though most are stored as what changed', async () => {
      const { contentVersions, collections } = stores();
      for (let index = 0; index < CHANGES; index += 1)
        expect(await contentVersions.get(`v${index}`)).to.deep.equal(changed(index));
      expect(await contentVersions.before(at(90))).to.deep.equal(changed(89));
      const stored = await collections.contentVersions.find({});
      expect(stored.filter(({ packedFiles }) => packedFiles !== undefined)).to.have.length(3);
    });

    it('are told by file: in which versions it came, changed or went', async () => {
      const history = await stores().contentVersions.historyOf('procedures/c.yml', 10);
      expect(history.map(({ version }) => version)).to.deep.equal(['v70', 'v21']);
    });

    it('stay readable where one that is old is brought back and changed', async () => {
      const { contentVersions } = stores();
      await contentVersions.save({ ...changed(40), savedAt: at(CHANGES) });
      const next = { ...changed(CHANGES + 1), files: { ...changed(40).files, 'intents/d.yml': 'id: d\n' } };
      await contentVersions.save(next);
      expect(await contentVersions.newest()).to.deep.equal(next);
      expect(
        (await contentVersions.historyOf('intents/d.yml', 10)).map(({ version }) => version),
      ).to.deep.equal([next.version]);
    });

    it('stay readable when those of before the time of keeping are swept away', async () => {
      const { contentVersions, retention } = stores();
      await retention.sweep(new Date(NOW.getTime() + 60 * DAY));
      const left = await contentVersions.list(1000);
      expect(left.length).to.be.within(20, 80);
      for (const { version } of left)
        expect(await contentVersions.get(version)).to.deep.equal(changed(Number(version.slice(1))));
      expect(await contentVersions.get('v1')).to.equal(null);
    });
  });
}
