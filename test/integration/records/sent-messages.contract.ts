import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { NOW } from './engines.js';
import { event, minutes, record } from './samples.js';

export function sentMessagesContract(stores: () => Stores): void {
  const answered = async (key: string, messageId: string) => {
    await stores().records.write(record(event(key), { procedure: 'dang-ky-mst' }));
    const kept = { messageId, replyId: `${key}/0`, conversationId: 'citizen-1', at: NOW };
    await stores().sentMessages.note(kept);
    await stores().sentMessages.note(kept);
  };
  const thumb = (key: string, messageId: string, conversationId = 'citizen-1') =>
    stores().records.write({
      ...record(event(key, { conversationId }), { thumb: 'down', messageId, outcome: 'ignored_notice' }),
      receivedAt: minutes(1),
    });
  const ofThumb = async (key: string) =>
    (await stores().collections.exchanges.findOne({ _id: key }))?.procedure;
  const toReview = async () =>
    (await stores().reviewQueue.newest(10)).map(({ id, cause }) => `${id} ${cause}`);

  describe('messages kept for thumbs', () => {
    it('lead from a thumb down to the question that was answered, noted twice or not', async () => {
      await answered('page|mid/a', 'm_1');
      await thumb('t', 'm_1');
      expect(await toReview()).to.deep.equal(['page|mid/a thumbed_down']);
      expect(await ofThumb('t')).to.equal('dang-ky-mst');
    });

    it('lead nowhere from another citizen’s thumb, an unknown message, and after a deletion', async () => {
      await answered('a', 'm_1');
      await thumb('t', 'm_1', 'citizen-2');
      await thumb('u', 'm_9');
      expect(await toReview()).to.deep.equal([]);
      expect([await ofThumb('t'), await ofThumb('u')]).to.deep.equal([undefined, undefined]);
      await stores().conversations.deleteAll('citizen-1');
      expect(await stores().collections.sentMessages.countDocuments({})).to.equal(0);
    });
  });
}
