import { expect } from 'chai';
import { AppError } from '../../../src/shared/errors.js';
import type { Lease } from '../../../src/turns/ports.js';
import type { Stores } from '../../../src/records/stores.js';
import { event, minutes, record, STATE, turn } from './samples.js';
import { NOW } from './engines.js';

const MINUTE = 60_000;

export async function leased(stores: Stores, owner = 'worker-1', now = NOW): Promise<Lease> {
  const lease = await stores.conversations.lease('citizen-1', owner, now, MINUTE);
  if (lease === null) throw new Error('the lease is held by another');
  return lease;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

export function conversationsContract(stores: () => Stores): void {
  describe('a conversation’s lease', () => {
    it('is one owner’s until it runs out, then the next one’s', async () => {
      await leased(stores());
      expect(await stores().conversations.lease('citizen-1', 'worker-2', NOW, MINUTE)).to.be.null;
      const next = await stores().conversations.lease('citizen-1', 'worker-2', minutes(2), MINUTE);
      expect(next).to.deep.equal({ conversationId: 'citizen-1', owner: 'worker-2', until: minutes(3) });
    });

    it('goes to one of thirty who ask at once', async () => {
      const asked = Array.from({ length: 30 }, (_, i) =>
        stores().conversations.lease('citizen-1', `worker-${i}`, NOW, MINUTE),
      );
      expect((await Promise.all(asked)).filter((lease) => lease !== null)).to.have.length(1);
    });

    it('can be prolonged by its owner and given back', async () => {
      const lease = await leased(stores());
      expect(await stores().conversations.lease('citizen-1', 'worker-1', minutes(0.5), MINUTE)).to.not.be
        .null;
      await stores().conversations.release(lease);
      expect(await stores().conversations.lease('citizen-1', 'worker-2', NOW, MINUTE)).to.not.be.null;
    });

    it('keeps where replies go only while one is owed', async () => {
      const lease = await leased(stores());
      await stores().conversations.commitTurn(lease, turn(event('a')));
      await stores().conversations.release(lease);
      expect((await stores().conversations.load('citizen-1'))?.address).to.be.a('string');
      await leased(stores());
      await stores().conversations.delivered(lease, 'a:0');
      expect((await stores().conversations.load('citizen-1'))?.address).to.be.a('string');
      await stores().conversations.delivered(lease, 'a:1', { last: true });
      expect(await stores().conversations.load('citizen-1')).not.to.have.property('address');
      await stores().conversations.commitTurn(lease, turn(event('b'), { replies: [] }));
      expect(await stores().conversations.load('citizen-1')).not.to.have.property('address');
    });

    it('does not make a conversation of nothing', async () => {
      await leased(stores());
      expect(await stores().conversations.load('citizen-1')).to.be.null;
    });

    it('is not given back for another owner', async () => {
      const old = await leased(stores());
      await stores().conversations.lease('citizen-1', 'worker-2', minutes(2), MINUTE);
      await stores().conversations.release(old);
      expect(await stores().conversations.lease('citizen-1', 'worker-3', minutes(2.5), MINUTE)).to.be.null;
    });
  });

  describe('a turn', () => {
    it('is committed whole: state, handled key, replies to send, record to write', async () => {
      const lease = await leased(stores());
      const committed = turn(event('a'));
      await stores().conversations.commitTurn(lease, committed);
      expect(await stores().conversations.load('citizen-1')).to.deep.equal({
        id: 'citizen-1',
        channel: 'messenger',
        pageId: 'page-1',
        address: 'psid-1',
        state: STATE,
        handled: ['a'],
        outbox: committed.replies,
        unrecorded: [committed.record],
      });
    });

    it('is refused when another owner has taken over', async () => {
      const old = await leased(stores());
      await stores().conversations.lease('citizen-1', 'worker-2', minutes(2), MINUTE);
      expect(await codeOf(stores().conversations.commitTurn(old, turn(event('a'))))).to.equal('LEASE_LOST');
      expect(await codeOf(stores().conversations.delivered(old, 'a:0'))).to.equal('LEASE_LOST');
      expect(await stores().conversations.load('citizen-1')).to.be.null;
    });

    it('adds to what is still owed from the turn before', async () => {
      const lease = await leased(stores());
      await stores().conversations.commitTurn(lease, turn(event('a')));
      await stores().conversations.commitTurn(
        lease,
        turn(event('b'), { state: { ...STATE, stopped: true } }),
      );
      const found = await stores().conversations.load('citizen-1');
      expect(found?.outbox.map((reply) => reply.id)).to.deep.equal(['a:0', 'a:1', 'b:0', 'b:1']);
      expect(found?.handled).to.deep.equal(['a', 'b']);
      expect(found?.state.stopped).to.be.true;
    });

    it('keeps a bounded number of handled keys, the newest', async () => {
      const lease = await leased(stores());
      for (let i = 0; i < 25; i += 1) {
        await stores().conversations.commitTurn(lease, turn(event(`k${i}`), { replies: [] }));
      }
      const handled = (await stores().conversations.load('citizen-1'))?.handled ?? [];
      expect(handled).to.deep.equal(Array.from({ length: 20 }, (_, at) => `k${at + 5}`));
    });

    it('ticks replies off one by one, counts attempts, and forgets the record once written', async () => {
      const lease = await leased(stores());
      await stores().conversations.commitTurn(lease, turn(event('a')));
      await stores().conversations.delivered(lease, 'a:0');
      await stores().conversations.postponed(lease, 'a:1', 2, minutes(5));
      await stores().conversations.recorded(lease, 'a');
      const found = await stores().conversations.load('citizen-1');
      expect(found?.unrecorded).to.be.empty;
      expect(found?.outbox).to.have.length(1);
      expect(found?.outbox[0]).to.include({ id: 'a:1', attempts: 2 });
      expect(found?.outbox[0]?.notBefore).to.deep.equal(minutes(5));
    });

    it('forgets records with the last reply in one write', async () => {
      const lease = await leased(stores());
      await stores().conversations.commitTurn(lease, turn(event('a')));
      await stores().conversations.commitTurn(lease, turn(event('b'), { replies: [] }));
      await stores().conversations.delivered(lease, 'a:0');
      await stores().conversations.delivered(lease, 'a:1', { last: true, recorded: ['a'] });
      const found = await stores().conversations.load('citizen-1');
      expect(found?.outbox).to.be.empty;
      expect(found?.unrecorded.map(({ eventKey }) => eventKey)).to.deep.equal(['b']);
    });

    it('leaves a proof of consent with the notice’s version and the time', async () => {
      const lease = await leased(stores());
      const given = turn(event('a'), { record: record(event('a'), { consentGiven: 'yes' }) });
      await stores().conversations.commitTurn(lease, given);
      await stores().conversations.commitTurn(lease, given);
      expect(await stores().collections.consents.find({})).to.deep.equal([
        {
          _id: 'a',
          conversationId: 'citizen-1',
          channel: 'messenger',
          choice: 'yes',
          noticeVersion: '2026-11',
          at: NOW,
        },
      ]);
    });
  });

  describe('work left over by a crash', () => {
    it('is owed by conversations with replies or a record, once their lease has run out', async () => {
      const lease = await leased(stores());
      await stores().conversations.commitTurn(lease, turn(event('a')));
      expect(await stores().conversations.owing(NOW, 10)).to.be.empty;
      expect(await stores().conversations.owing(minutes(2), 10)).to.deep.equal(['citizen-1']);
      await stores().conversations.delivered(lease, 'a:0');
      await stores().conversations.delivered(lease, 'a:1');
      expect(await stores().conversations.owing(minutes(2), 10)).to.deep.equal(['citizen-1']);
      await stores().conversations.recorded(lease, 'a');
      expect(await stores().conversations.owing(minutes(2), 10)).to.be.empty;
    });

    it('includes a deletion that was promised', async () => {
      const lease = await leased(stores());
      const asked = turn(event('a'), { state: { ...STATE, deletionDue: true }, replies: [] });
      await stores().conversations.commitTurn(lease, asked);
      await stores().conversations.recorded(lease, 'a');
      await stores().conversations.release(lease);
      expect(await stores().conversations.owing(NOW, 10)).to.deep.equal(['citizen-1']);
    });
  });
}
