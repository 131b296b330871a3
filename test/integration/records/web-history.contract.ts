import { expect } from 'chai';
import type { Reply } from '../../../src/conversation/types.js';
import type { ExchangeRecord } from '../../../src/turns/ports.js';
import type { Stores } from '../../../src/records/stores.js';
import { NOW } from './engines.js';
import { event, minutes, record, reply } from './samples.js';

/** What a page that is opened again shows of the conversation before. */
export function webHistoryContract(stores: () => Stores): void {
  const answered = async (key: string, at: Date, changes: Partial<ExchangeRecord> = {}) => {
    const said = record(event(key), { text: `câu ${key}`, replyTexts: [`đáp ${key}`], answeredAt: at });
    await stores().records.write({ ...said, ...changes });
  };
  const pagesOf = async (limit: number) => {
    const pages: string[][] = [];
    let before: Date | undefined;
    do {
      const { turns, older } = await stores().webHistory.of('citizen-1', limit, before);
      pages.push(turns.map(({ text }) => text));
      before = older;
    } while (before !== undefined);
    return pages;
  };

  describe('what a reopened page shows', () => {
    it('is the newest turns, oldest first, and the older ones page by page without a gap', async () => {
      for (const key of ['a', 'b', 'c', 'd', 'e']) await answered(key, minutes(key.charCodeAt(0)));
      expect(await pagesOf(2)).to.deep.equal([['câu d', 'câu e'], ['câu b', 'câu c'], ['câu a']]);
    });

    it('leaves out none of those that were answered at the same moment', async () => {
      for (const key of ['a', 'b', 'c']) await answered(key, minutes(1));
      await answered('d', minutes(2));
      const pages = await pagesOf(2);
      expect(pages.flat().sort()).to.deep.equal(['câu a', 'câu b', 'câu c', 'câu d']);
    });

    it('has the whole reply while the page may still fetch it, its words alone after that', async () => {
      await answered('a', NOW);
      await answered('b', minutes(1));
      const { id } = reply('b/0');
      const buttons: Reply = { kind: 'buttons', text: 'Dạ, chọn giúp em', buttons: [] };
      await stores().webReplies.add('citizen-1', { id, reply: buttons, attempts: 0 }, minutes(1));
      const { turns, newest } = await stores().webHistory.of('citizen-1', 10);
      expect(turns.map(({ replies }) => replies)).to.deep.equal([
        [{ kind: 'text', text: 'đáp a' }],
        [buttons],
      ]);
      expect(newest).to.equal(1);
    });

    it('leaves out what was not kept for want of a consent, and other people’s conversations', async () => {
      const unkept = record(event('a'));
      delete unkept.text;
      await stores().records.write(unkept);
      await answered('b', minutes(1), { conversationId: 'citizen-2' });
      expect((await stores().webHistory.of('citizen-1', 10)).turns).to.deep.equal([]);
    });
  });
}
