import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { leased } from './conversations.contract.js';
import { event, minutes, record, reply, turn } from './samples.js';
import { NOW } from './engines.js';

export function deletionContract(stores: () => Stores): void {
  describe('“xoá dữ liệu của tôi”', () => {
    let code: string;
    let taken: string;
    beforeEach(async () => {
      const { inbox, conversations, records, requests, webReplies } = stores();
      await inbox.store([event('old'), event('delete'), event('after', { sentAt: minutes(1) })]);
      await inbox.markHandled('old', NOW);
      await records.write(
        record(event('old'), {
          rating: { degree: 1, comment: 'chưa rõ' },
          request: { code: 'YC-AAAAA', kind: 'person' },
        }),
      );
      await records.write(record(event('other', { conversationId: 'citizen-2' })));
      await requests.file({
        eventKey: 'old',
        conversationId: 'citizen-1',
        kind: 'person',
        context: 'hỏi về đất',
        at: NOW,
      });
      const wish = { conversationId: 'citizen-1', kind: 'data_deletion' } as const;
      code = await requests.file({ ...wish, eventKey: 'delete', at: minutes(-2) });
      taken = await requests.file({ ...wish, eventKey: 'by letter', at: minutes(-60) });
      await requests.take(taken, 'an', NOW);
      await webReplies.add('citizen-1', reply('old:0'), NOW);
      await webReplies.add('citizen-1', reply('delete:0'), NOW);
      const lease = await leased(stores());
      await conversations.commitTurn(lease, turn(event('old')));
      await conversations.commitTurn(lease, turn(event('delete')));
      await conversations.deleteAll('citizen-1');
    });

    it('removes the conversation and the texts, comments and context', async () => {
      const { collections, conversations } = stores();
      expect(await conversations.load('citizen-1')).to.be.null;
      expect(await collections.exchanges.find({ conversationId: 'citizen-1' })).to.be.empty;
      const [exchange] = await collections.exchanges.find({ _id: 'old' });
      expect(exchange).to.not.have.any.keys('text', 'replyTexts');
      expect(exchange?.rating).to.deep.equal({ degree: 1 });
      const [request] = await collections.requests.find({ conversationId: 'citizen-1', kind: 'person' });
      expect(request).to.not.have.property('context');
      const event = await collections.inbox.findOne({ _id: 'old' });
      expect(event).to.not.have.any.keys('text', 'messageId', 'address');
    });

    it('keeps what is counted, no longer under the citizen’s name', async () => {
      const [exchange] = await stores().collections.exchanges.find({ _id: 'old' });
      expect(exchange?.outcome).to.equal('answered_procedure');
      expect(exchange?.conversationId).to.match(/^deleted-/);
    });

    it('keeps that it was asked for and done, and when, without saying whose data they were', async () => {
      const kept = await stores().collections.requests.findOne({ _id: code });
      expect(kept).to.include({ status: 'closed', closing: 'done', kind: 'data_deletion' });
      expect(kept?.filedAt).to.deep.equal(minutes(-2));
      expect(kept?.closedAt).to.be.instanceOf(Date);
      expect(JSON.stringify(kept)).not.to.match(/citizen-1|"delete"/);
      const told = await stores().requests.status('whoever has the code', code);
      expect(told).to.deep.include({
        code,
        kind: 'data_deletion',
        status: 'closed',
        closedAt: kept?.closedAt,
      });
      const [exchange] = await stores().collections.exchanges.find({ _id: 'old' });
      expect(exchange?.request).to.deep.equal({ kind: 'person' });
    });

    it('leaves to the officer what an officer has taken', async () => {
      expect((await stores().requests.get(taken))?.status).to.equal('taken');
      expect(await stores().requests.status('citizen-2', taken)).to.equal(null);
    });

    it('does not answer anything again that Facebook delivers again', async () => {
      expect(await stores().inbox.store([event('old'), event('delete')])).to.equal(0);
      const waiting = await stores().inbox.waitingEvents('citizen-1', 10);
      expect(waiting.map((e) => e.key)).to.deep.equal(['after']);
    });

    it('still answers what the citizen wrote after it', async () => {
      const [waiting] = await stores().inbox.waitingEvents('citizen-1', 10);
      expect(waiting).to.deep.equal(event('after', { sentAt: minutes(1) }));
    });

    it('leaves the last words for the web page to read', async () => {
      const left = await stores().webReplies.after('citizen-1', 0);
      expect(left.map((entry) => entry.reply)).to.deep.equal([reply('delete:0').reply]);
    });

    it('touches no other citizen’s record', async () => {
      const [other] = await stores().collections.exchanges.find({ conversationId: 'citizen-2' });
      expect(other).to.have.property('text');
    });

    it('can be repeated after a crash', async () => {
      await stores().conversations.deleteAll('citizen-1');
      const waiting = await stores().inbox.waitingEvents('citizen-1', 10);
      expect(waiting.map((e) => e.key)).to.deep.equal(['after']);
    });
  });
}
