import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import type { Exchange } from '../../../src/records/documents/exchange.js';
import { countWaiting } from '../../../src/statistics/counting/counter.js';
import { METRICS } from '../../../src/statistics/metrics/all.js';
import { exchangeOf } from '../../support/example-exchange.js';
import type { Metric } from '../../../src/statistics/metrics/metric.js';
import { readPeriod } from '../../../src/statistics/read-period.js';
import { NOW } from '../records/engines.js';

export const CLOCK = { now: () => NOW };
/** The week of the examples, from Monday. */
export const WEEK = { from: '2026-11-23', to: '2026-11-29' };

/** As the worker records it. */
export async function record(stores: Stores, exchanges: readonly Exchange[]): Promise<void> {
  for (const { _id, uncounted, ...rest } of exchanges) {
    expect(uncounted).to.be.a('string');
    await stores.records.write({ eventKey: _id, ...rest });
  }
}

export function examplesContract(stores: () => Stores): void {
  describe('each number of the statistics', () => {
    for (const metric of Object.values(METRICS) as Metric<unknown>[]) {
      for (const { when, given, value } of metric.examples) {
        it(`${metric.name}: ${when}`, async () => {
          await record(stores(), given.map(exchangeOf));
          await countWaiting(stores().collections, CLOCK);
          const reading = await readPeriod(stores().collections, WEEK);
          expect(metric.value(reading)).to.deep.equal(value);
        });
      }
    }
  });
}
