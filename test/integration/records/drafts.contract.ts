import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import type { ContentDraft } from '../../../src/staff-work/ports.js';
import { minutes } from './samples.js';

export function draftsContract(stores: () => Stores): void {
  const draft = (id: string, at: number, changes: Partial<ContentDraft> = {}): ContentDraft => ({
    id,
    title: `Sửa: ${id}`,
    edits: [{ path: 'procedures/a.yml', before: 'a: 1\n', after: null }],
    by: 'lan',
    at: minutes(at),
    state: 'draft',
    ...changes,
  });

  describe('drafts of the content', () => {
    it('are kept as they were written, a file that goes and one that comes too', async () => {
      const { contentDrafts } = stores();
      const edits = [
        { path: 'procedures/cu.yml', before: 'a: 1\n', after: null },
        { path: 'procedures/moi.yml', before: null, after: '# giữ lời ghi\na: "Đất"\n' },
      ];
      await contentDrafts.add(draft('một', 1, { edits, note: 'xem giúp' }));
      expect(await contentDrafts.get('một')).to.deep.equal(draft('một', 1, { edits, note: 'xem giúp' }));
      expect(await contentDrafts.get('không có')).to.equal(null);
    });

    it('are listed by where they stand, the newest first', async () => {
      const { contentDrafts } = stores();
      for (const [index, state] of (['draft', 'proposed', 'live', 'proposed'] as const).entries())
        await contentDrafts.add(draft(`d${index}`, index, { state }));
      const ids = async (...of: Parameters<typeof contentDrafts.list>) =>
        (await contentDrafts.list(...of)).map(({ id }) => id);
      expect(await ids(['draft', 'proposed'], 10)).to.deep.equal(['d3', 'd1', 'd0']);
      expect(await ids(['draft', 'proposed'], 2)).to.deep.equal(['d3', 'd1']);
      expect(await ids(['dropped'], 10)).to.deep.equal([]);
    });

    it('are decided about by one of those who come at once, and only where they stand as expected', async () => {
      const { contentDrafts } = stores();
      await contentDrafts.add(draft('một', 1, { state: 'proposed' }));
      const approve = (by: string) =>
        contentDrafts.change('một', ['proposed'], { state: 'live', decidedBy: by, decidedAt: minutes(2) });
      const done = await Promise.all(['an', 'binh', 'chi'].map(approve));
      expect(done.filter(Boolean)).to.have.length(1);
      const winner = ['an', 'binh', 'chi'][done.indexOf(true)];
      expect(await contentDrafts.get('một')).to.deep.include({ state: 'live', decidedBy: winner, by: 'lan' });
      expect(await contentDrafts.change('một', ['draft', 'returned'], { state: 'proposed' })).to.equal(false);
      expect(await contentDrafts.change('không có', ['draft'], { state: 'dropped' })).to.equal(false);
    });
  });
}
