import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { occurrences } from '../../src/alerts/find.js';
import { createStores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('The office is told of somebody who waits in the Page’s inbox', () => {
  it('once nobody has written to them in time, and no more when it is long ago', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'alerts-inbox-'));
    const passedAt = new Date('2026-11-24T02:00:00Z');
    let now = passedAt;
    const clock = { now: () => now };
    const stores = await createStores({ dataDir, logger: silentLogger, clock });
    try {
      const { requests, talkLines: talks, inboxWaits } = stores;
      const sending = () => ({ state: 'ready' });
      const look = occurrences({ requests, talks, inboxWaits, faults: () => [], sending, now: clock.now });
      const confirmBy = new Date(passedAt.getTime() + 2 * DAY);
      await stores.collections.inboxWaits.insertMany([
        { _id: 'alone', passedAt, confirmBy },
        { _id: 'answered', passedAt, confirmBy, firstAnswerAt: new Date(passedAt.getTime() + HOUR) },
      ]);
      const after = async (milliseconds: number) => {
        now = new Date(passedAt.getTime() + milliseconds);
        return (await look()).map(({ kind, about, line }) => `${kind} ${about}: ${line}`);
      };
      expect(await after(2 * DAY - HOUR)).to.deep.equal([]);
      const [told = '', ...more] = await after(2 * DAY + HOUR);
      expect(told).to.match(
        /^overdue hộp thư alone: .*hộp thư của Trang chưa ai trả lời, hạn .*26\/11\/2026/u,
      );
      expect(more).to.deep.equal([]);
      expect(await after(3 * DAY), 'the same thing, which is told once').to.deep.equal([told]);
      expect(await after(20 * DAY)).to.deep.equal([]);
    } finally {
      await stores.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
