import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { event, minutes } from './samples.js';
import { NOW } from './engines.js';

const DAY = 24 * 60;

/** What was said in a request's conversation: kept for the officer, and no longer. */
export function talksContract(stores: () => Stores): void {
  describe('the words of a request’s conversation', () => {
    let code: string;
    const lines = async () => (await stores().talkLines.lines(code, 10)).map(({ id }) => id);

    beforeEach(async () => {
      const { requests, talkLines } = stores();
      code = await requests.file({ eventKey: 'a', conversationId: 'citizen-1', kind: 'person', at: NOW });
      await requests.openTalk(code, event('a'), NOW);
      const line = { code, conversationId: 'citizen-1', from: 'citizen', at: NOW } as const;
      await talkLines.add({ ...line, id: 'b', text: 'hồ sơ của tôi', messageId: 'mid-b' });
      await talkLines.add({ ...line, id: 'c', text: 'tôi nộp rồi', messageId: 'mid-c' });
    });

    it('stay while the request waits, and go thirty days after it is closed at the latest', async () => {
      await stores().retention.sweep(minutes(60 * DAY));
      expect(await lines()).to.have.members(['b', 'c']);
      await stores().requests.close(code, { how: 'done', note: 'xong', by: 'an' }, minutes(60 * DAY));
      await stores().retention.sweep(minutes(89 * DAY));
      expect(await lines()).to.have.members(['b', 'c']);
      await stores().retention.sweep(minutes(91 * DAY));
      expect(await lines()).to.deep.equal([]);
    });

    it('go at once with everything else that the citizen has deleted', async () => {
      await stores().conversations.deleteAll('citizen-1');
      expect(await lines()).to.deep.equal([]);
      expect(await stores().requests.answerAddress(code), 'nobody can write there any more').to.equal(null);
    });

    it('go one by one with what is taken back', async () => {
      await stores().inbox.forgetMessage('citizen-1', 'mid-b');
      expect(await lines()).to.deep.equal(['c']);
    });
  });
}
