import { expect } from 'chai';
import type { Collections } from '../../../src/records/collections.js';
import type { Collection, Stored } from '../../../src/records/engine/collection.js';
import type { Stores } from '../../../src/records/stores.js';
import { countWaiting } from '../../../src/statistics/counting/counter.js';
import type { ExampleExchange } from '../../../src/statistics/metrics/example.js';
import { exchangeOf } from '../../support/example-exchange.js';
import { readPeriod } from '../../../src/statistics/read-period.js';
import { CLOCK, record, WEEK } from './examples.contract.js';

const GIVEN: ExampleExchange[] = [
  { who: 1, at: '2026-11-24 08:00', outcome: 'answered_procedure', procedure: 'hoan-thue' },
  { who: 1, at: '2026-11-24 08:05', outcome: 'answered_guide_finished', procedure: 'hoan-thue' },
  { who: 2, at: '2026-11-24 09:00', outcome: 'declined_unknown' },
  { who: 2, at: '2026-11-25 09:00', outcome: 'answered_procedure', procedure: 'hoan-thue' },
  { who: 1, at: '2026-11-24 10:00', outcome: 'handed_over_person' },
];

type Write = 'updateOne' | 'updateMany' | 'insertMany';

/** The process ends at the `n`-th write of this name, just before it is done or just after. */
function endingAt(collections: Collections, name: Write, n: number, when: 'before' | 'after'): Collections {
  let calls = 0;
  const broken = <D extends Stored>(collection: Collection<D>) =>
    new Proxy(collection, {
      get(target, property) {
        const method: unknown = Reflect.get(target, property);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => {
          const ends = property === name && (calls += 1) >= n;
          if (ends && (when === 'before' || calls > n))
            return Promise.reject(new Error('the process ends here'));
          const done = Reflect.apply(method, target, given) as Promise<unknown>;
          return ends ? done.then(() => Promise.reject(new Error('the process ends here'))) : done;
        };
      },
    });
  const entries = Object.entries(collections).map(([key, collection]) => [
    key,
    broken(collection as unknown as Collection<Stored>),
  ]);
  return Object.fromEntries(entries) as Collections;
}

export function countingContract(stores: () => Stores): void {
  const counts = async () => (await readPeriod(stores().collections, WEEK)).counts;
  const expected = async () => {
    const found = await counts();
    expect(found).to.include({
      conversations: 3,
      new_in_week: 2,
      'messages:messenger': 5,
      'guides:finished': 1,
      'resolved:asked': 3,
      'procedure:hoan-thue': 2,
    });
    expect(found['resolved:yes'] ?? 0).to.equal(0);
  };

  describe('counting as the day goes', () => {
    it('comes to the same whether records are counted one by one or together', async () => {
      for (const one of GIVEN.map(exchangeOf)) {
        await record(stores(), [one]);
        expect(await countWaiting(stores().collections, CLOCK)).to.equal(1);
      }
      await expected();
    });

    it('takes back a conversation’s good end when the citizen asks for a person later that day', async () => {
      await record(stores(), GIVEN.slice(0, 4).map(exchangeOf));
      await countWaiting(stores().collections, CLOCK);
      expect(await counts()).to.include({ 'resolved:yes': 1 });
      await record(stores(), GIVEN.map(exchangeOf));
      await countWaiting(stores().collections, CLOCK);
      await expected();
    });

    it('counts a replayed event once', async () => {
      await record(stores(), GIVEN.map(exchangeOf));
      await countWaiting(stores().collections, CLOCK);
      await record(stores(), GIVEN.map(exchangeOf));
      expect(await countWaiting(stores().collections, CLOCK)).to.equal(0);
      await expected();
    });

    for (const name of ['updateOne', 'updateMany', 'insertMany'] as const) {
      for (const [call, when] of [
        [1, 'before'],
        [1, 'after'],
        [2, 'before'],
        [2, 'after'],
      ] as const) {
        it(`neither loses nor doubles a count when the process ends ${when} ${name} number ${call}`, async () => {
          const { collections } = stores();
          await record(stores(), GIVEN.slice(0, 3).map(exchangeOf));
          await countWaiting(endingAt(collections, name, call, when), CLOCK).catch(() => undefined);
          await record(stores(), GIVEN.map(exchangeOf));
          await countWaiting(endingAt(collections, name, call, when), CLOCK).catch(() => undefined);
          await countWaiting(stores().collections, CLOCK);
          await expected();
          expect(await stores().collections.exchanges.countDocuments({ uncounted: { $gt: '' } })).to.equal(0);
        });
      }
    }

    it('is right when several counters run at once', async () => {
      const many = Array.from({ length: 300 }, (_, index) =>
        exchangeOf({ who: index % 50, outcome: 'answered_step', procedure: 'hoan-thue' }, index),
      );
      const writing = record(stores(), many);
      const counting = Promise.all(
        [1, 2, 3, 4].map(async () => {
          for (let round = 0; round < 5; round += 1) await countWaiting(stores().collections, CLOCK);
        }),
      );
      await Promise.all([writing, counting]);
      await countWaiting(stores().collections, CLOCK);
      expect(await counts()).to.include({ conversations: 50, new_in_week: 50, 'messages:messenger': 300 });
    });

    it('keeps the counts when the citizen has everything deleted', async () => {
      await record(stores(), GIVEN.map(exchangeOf));
      await countWaiting(stores().collections, CLOCK);
      await stores().conversations.deleteAll('citizen-1');
      await countWaiting(stores().collections, CLOCK);
      await expected();
      expect(await stores().collections.visits.countDocuments({ conversationId: 'citizen-1' })).to.equal(0);
    });

    it('keeps the counts when the records are deleted after thirty days', async () => {
      await record(stores(), GIVEN.map(exchangeOf));
      await countWaiting(stores().collections, CLOCK);
      await stores().retention.sweep(new Date(CLOCK.now().getTime() + 60 * 86_400_000));
      expect(await stores().collections.exchanges.countDocuments({})).to.equal(0);
      expect(await stores().collections.visits.countDocuments({})).to.equal(0);
      await expected();
    });

    it('gives a procedure its own part', async () => {
      await record(stores(), GIVEN.map(exchangeOf));
      await countWaiting(stores().collections, CLOCK);
      const { counts: own } = await readPeriod(stores().collections, WEEK, ['hoan-thue']);
      expect(own).to.include({ conversations: 2, 'messages:messenger': 3, 'guides:opened': 2 });
      const { counts: none } = await readPeriod(stores().collections, WEEK, ['khac']);
      expect(none).to.be.empty;
    });
  });
}
