import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { leased } from './conversations.contract.js';
import { event, minutes, record, turn } from './samples.js';
import { NOW } from './engines.js';

export function inboxContract(stores: () => Stores): void {
  describe('the inbox', () => {
    const keys = async (id = 'citizen-1') => (await stores().inbox.waitingEvents(id, 100)).map((e) => e.key);

    it('gives an event back as it was stored', async () => {
      const given = event('a', { masked: ['phone'], maybeMoney: true, attachments: ['image'], ref: 'xa-1' });
      await stores().inbox.store([given]);
      expect(await stores().inbox.waitingEvents('citizen-1', 10)).to.deep.equal([given]);
    });

    it('keeps of a notice that it came, and lets it wait for nothing', async () => {
      await stores().inbox.store([event('n', { kind: 'notice' })]);
      expect(await keys()).to.deep.equal([]);
      expect(await stores().inbox.waitingConversations(10)).to.deep.equal([]);
      expect(await stores().inbox.store([event('n', { kind: 'notice' })])).to.equal(0);
      expect(await stores().collections.inbox.findOne({ _id: 'n' })).not.to.have.property('address');
    });

    it('keeps a redelivered event once, also within one delivery', async () => {
      expect(await stores().inbox.store([event('a'), event('a'), event('b')])).to.equal(2);
      expect(await stores().inbox.store([event('b'), event('c')])).to.equal(1);
      expect(await keys()).to.deep.equal(['a', 'b', 'c']);
    });

    it('keeps one of twenty simultaneous deliveries of an event', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => stores().inbox.store([event('a')])));
      expect(counts.filter((count) => count === 1)).to.have.length(1);
      expect(await keys()).to.deep.equal(['a']);
    });

    it('orders by the time of sending, then by arrival', async () => {
      await stores().inbox.store([
        event('late', { sentAt: minutes(2) }),
        event('second', { sentAt: minutes(1), sequence: 2 }),
        event('first', { sentAt: minutes(1), sequence: 1 }),
      ]);
      expect(await keys()).to.deep.equal(['first', 'second', 'late']);
    });

    it('names the conversations that wait, the one that waits longest first, each once', async () => {
      await stores().inbox.store([
        event('a', { conversationId: 'young', sentAt: minutes(3) }),
        event('b', { conversationId: 'old', sentAt: minutes(1) }),
        event('c', { conversationId: 'old', sentAt: minutes(2) }),
      ]);
      expect(await stores().inbox.waitingConversations(10)).to.deep.equal(['old', 'young']);
      expect(await stores().inbox.waitingConversations(1)).to.deep.equal(['old']);
    });

    it('finds a conversation behind another that sent very many messages', async () => {
      const many = Array.from({ length: 100 }, (_, i) => event(`m${i}`, { conversationId: 'busy' }));
      await stores().inbox.store([...many, event('x', { conversationId: 'quiet', sentAt: minutes(9) })]);
      expect(await stores().inbox.waitingConversations(2)).to.deep.equal(['busy', 'quiet']);
    });

    it('does not answer a redelivery of an event that was handled', async () => {
      await stores().inbox.store([event('a')]);
      await stores().inbox.markHandled('a', NOW);
      expect(await stores().inbox.store([event('a')])).to.equal(0);
      expect(await keys()).to.be.empty;
      expect(await stores().inbox.waitingConversations(10)).to.be.empty;
    });

    it('drops text, button and address of a handled event: what may be kept is in its record', async () => {
      await stores().inbox.store([event('a', { payload: 'STEP_NEXT' }), event('b')]);
      await stores().inbox.markHandled('a', NOW);
      const dropped = await stores().collections.inbox.findOne({ _id: 'a' });
      expect(dropped).to.not.have.any.keys('text', 'payload', 'address');
      const waiting = await stores().collections.inbox.findOne({ _id: 'b' });
      expect(waiting).to.include.keys('text', 'address');
    });

    it('forgets a message that the citizen took back: in the inbox and in the record', async () => {
      const said = event('a');
      await stores().inbox.store([said, event('other')]);
      await stores().records.write(record(said, { rating: { comment: 'hay', degree: 5 } }));
      await stores().inbox.forgetMessage('citizen-1', 'mid-a');
      expect(await keys()).to.deep.equal(['other']);
      expect(await stores().collections.inbox.findOne({ _id: 'a' })).to.not.have.property('text');
      const kept = await stores().collections.exchanges.findOne({ _id: 'a' });
      expect(kept).to.not.have.any.keys('text', 'replyTexts');
      expect(kept?.rating).to.deep.equal({ degree: 5 });
    });

    it('forgets a message also when its event was swept long ago', async () => {
      await stores().records.write(record(event('a'), { messageId: 'mid-a' }));
      await stores().inbox.forgetMessage('citizen-1', 'mid-a');
      expect(await stores().collections.exchanges.findOne({ _id: 'a' })).to.not.have.property('text');
    });

    it('forgets a message whose record still waits to be written', async () => {
      await stores().inbox.store([event('a')]);
      await stores().conversations.commitTurn(await leased(stores()), turn(event('a')));
      await stores().inbox.forgetMessage('citizen-1', 'mid-a');
      const [waiting] = (await stores().conversations.load('citizen-1'))?.unrecorded ?? [];
      expect(waiting).to.include({ eventKey: 'a', outcome: 'answered_procedure' });
      expect(waiting).to.not.have.any.keys('text', 'replyTexts');
    });

    it('forgets nothing of another citizen who names the same message', async () => {
      await stores().inbox.store([event('a')]);
      await stores().inbox.forgetMessage('citizen-2', 'mid-a');
      expect(await keys()).to.deep.equal(['a']);
    });

    it('leaves the unsend itself waiting for its turn', async () => {
      await stores().inbox.store([event('a'), event('u', { kind: 'unsend', messageId: 'mid-a' })]);
      await stores().inbox.forgetMessage('citizen-1', 'mid-a');
      expect(await keys()).to.deep.equal(['u']);
    });
  });
}
