import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { countWaiting } from '../../../src/statistics/counting/counter.js';
import { rebuildDays, type RebuiltDay } from '../../../src/statistics/counting/rebuild.js';
import { readPeriod } from '../../../src/statistics/read-period.js';
import { readReport } from '../../../src/statistics/report.js';
import { reportValuesOf, type ReportValues } from '../../../src/statistics/report-values.js';
import { CLOCK, record } from './examples.contract.js';
import { randomRecords } from './random-records.js';
import { recount, recountProcedures } from './recount.js';

const MONTH = { from: '2026-11-01', to: '2026-11-30' };

export function recountContract(stores: () => Stores): void {
  const values = async (procedures?: string[]) =>
    reportValuesOf(await readPeriod(stores().collections, MONTH, procedures));
  const rebuilt = async () => {
    const days: RebuiltDay[] = [];
    await rebuildDays(stores().collections, CLOCK, (day) => days.push(day));
    return days;
  };

  describe('the numbers of a month of random records', () => {
    for (const seed of [1, 2, 3]) {
      it(`are those of a slow recount (seed ${seed})`, async () => {
        const records = randomRecords(900, seed);
        for (let at = 0; at < records.length; at += 150) {
          await record(stores(), records.slice(at, at + 150));
          await countWaiting(stores().collections, CLOCK);
        }
        expectSame(await values(), recount(records));
      });
    }

    it('are the same after a rebuild, which finds nothing to correct', async () => {
      const records = randomRecords(500, 4);
      await record(stores(), records);
      const days = await rebuilt();
      expect(days).to.have.length(24);
      expect(days.filter(({ result }) => result !== 'same')).to.be.empty;
      expectSame(await values(), recount(records));
    });

    it('are, procedure by procedure, those of each one’s records and of what came nearest to it', async () => {
      const records = randomRecords(800, 9);
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      const report = await readReport(stores().collections, { period: MONTH }, CLOCK.now(), {
        procedureOf: (intent) => intent,
      });
      expect(report.byProcedure).to.deep.equal(recountProcedures(records));
    });

    it('leave the questions out of a day on which they were not counted from its beginning, and say since when', async () => {
      const records = randomRecords(400, 10);
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      for (let day = 1; day <= 12; day += 1) {
        const _id = `2026-11-${String(day).padStart(2, '0')}`;
        await stores().collections.days.updateOne({ _id }, { $inc: { 'all.question:conversations': -1 } });
      }
      const later = records.filter(({ receivedAt }) => receivedAt >= new Date('2026-11-12T17:00:00Z'));
      const { questions, conversations } = await values();
      expect(questions).to.deep.equal({ ...recount(later).questions, since: '2026-11-13' });
      expect(conversations).to.equal(recount(records).conversations);
    });

    it('filtered by procedure are those of that procedure’s records', async () => {
      const records = randomRecords(600, 5);
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      const own = records.filter((e) => (e.procedure ?? e.rating?.procedure) === 'hoan-thue');
      const { conversations, messages, outcomes, guides, satisfaction, busyHours } = recount(own);
      const { entryPoints, saturday, requests, questions, toldPlaces } = recount(own);
      expect(await values(['hoan-thue'])).to.deep.include({
        ...{ conversations, messages, outcomes, guides, satisfaction, busyHours },
        ...{ entryPoints, saturday, requests, questions, toldPlaces },
      });
    });
  });

  describe('a rebuild', () => {
    it('corrects a day whose counts are wrong', async () => {
      const records = randomRecords(200, 6);
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      const wrong = { $inc: { 'all.conversations': 7, 'procedures.hoan-thue.conversations': -1 } };
      await stores().collections.days.updateOne({ _id: '2026-11-10' }, wrong);
      const corrected = (await rebuilt()).filter(({ result }) => result === 'corrected');
      expect(corrected.map(({ day, change }) => [day, change])).to.deep.equal([
        ['2026-11-10', { conversations: -7 }],
      ]);
      expectSame(await values(), recount(records));
    });

    it('leaves the days alone whose records were swept', async () => {
      const records = randomRecords(400, 7);
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      const before = await values();
      await stores().retention.sweep(new Date('2026-12-12T05:00:00Z'));
      const days = await rebuilt();
      expect(days[0]?.day).to.equal('2026-11-13');
      expect(days.every(({ result }) => result === 'same')).to.equal(true);
      expect(await values()).to.deep.equal(before);
    });

    it('leaves a day alone of which records are missing, and says so', async () => {
      const records = randomRecords(200, 8);
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      const before = await values();
      const gone = records.find(({ receivedAt }) => receivedAt.toISOString().startsWith('2026-11-10T0'));
      await stores().collections.exchanges.deleteMany({ _id: gone?._id ?? '' });
      const days = await rebuilt();
      expect(days.filter(({ result }) => result === 'missing').map(({ day }) => day)).to.deep.equal([
        '2026-11-10',
      ]);
      expect((await values()).messages).to.deep.equal(before.messages);
    });
  });
}

/** All alike but the times to answer, which may be told up to a fifth too long. */
function expectSame(found: ReportValues, expected: ReportValues): void {
  const { answerTime: exact, ...others } = expected;
  const { answerTime: told, ...rest } = found;
  expect(rest).to.deep.equal(others);
  expect(told.answers).to.equal(exact.answers);
  for (const name of ['p50', 'p95'] as const) {
    expect(told[name]).to.be.within(exact[name] ?? NaN, (exact[name] ?? NaN) * 1.2 + 1, name);
  }
}
