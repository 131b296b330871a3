import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { event, minutes, turn } from './samples.js';
import { NOW } from './engines.js';

/** Two processes on one database: each has its own connection, and neither knows of the other. */
export function twoProcessesContract(stores: () => Stores, openAnother: () => Promise<Stores>): void {
  describe('two processes on the same database', () => {
    let other: Stores;
    beforeEach(async () => {
      other = await openAnother();
    });
    afterEach(() => other.close());

    it('store an event once that was delivered to both', async () => {
      const both = await Promise.all([stores().inbox.store([event('a')]), other.inbox.store([event('a')])]);
      expect(both[0] + both[1]).to.equal(1);
    });

    it('serve as one of them was told to, from the next look on', async () => {
      await stores().service.set({ mode: 'off', since: NOW, by: 'chu' });
      expect((await other.service.read())?.mode).to.equal('off');
    });

    it('never hold one conversation’s lease together', async () => {
      for (let i = 0; i < 20; i += 1) {
        const asked = [stores(), other].map((from, n) =>
          from.conversations.lease(`citizen-${i}`, `process-${n}`, NOW, 60_000),
        );
        expect((await Promise.all(asked)).filter((lease) => lease !== null)).to.have.length(1);
      }
    });

    it('hand a conversation over when one of them stops: the slow one’s turn is refused', async () => {
      const slow = await stores().conversations.lease('citizen-1', 'process-0', NOW, 60_000);
      const quick = await other.conversations.lease('citizen-1', 'process-1', minutes(2), 60_000);
      if (slow === null || quick === null) throw new Error('a lease is missing');
      await other.conversations.commitTurn(quick, turn(event('a')));
      const refused = await stores()
        .conversations.commitTurn(slow, turn(event('a')))
        .catch((error: unknown) => error);
      expect(refused).to.have.property('code', 'LEASE_LOST');
      expect((await stores().conversations.load('citizen-1'))?.outbox).to.have.length(2);
    });
  });
}
