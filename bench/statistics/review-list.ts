import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../../src/shared/days.js';
import { createStores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';
import { detailOf } from './records.js';

/**
 * npm run bench:review -- --messages 100000: what the review list costs among the records of thirty days at that many
 * messages a year; on MongoDB where MONGODB_URI is set, otherwise embedded. One record in twelve waits for review.
 */
const { values } = parseArgs({ options: { messages: { type: 'string', default: '10000' } } });
const TODAY = '2026-11-24';
const SHOWN = 1000;
const now = new Date(`${TODAY}T16:59:00Z`);

const uri = process.env['MONGODB_URI'];
const url = uri === undefined ? undefined : new URL(uri);
if (url !== undefined) url.pathname = `/bench-${randomUUID()}`;
const dataDir = await mkdtemp(join(tmpdir(), 'bench-review-'));
const stores = await createStores({
  ...(url === undefined ? {} : { mongodbUri: url.href }),
  dataDir,
  logger: silentLogger,
  clock: { now: () => now },
});
try {
  const { exchanges } = stores.collections;
  const perDay = Math.round(Number(values.messages) / 365);
  for (let day = 29; day >= 0; day -= 1) {
    const records = detailOf(perDay, addDays(TODAY, -day), 3, 'review').map((record) =>
      record.outcome === 'declined_unknown'
        ? { ...record, awaitsReview: record.answeredAt.getTime(), reviewCause: 'not_understood' as const }
        : record,
    );
    for (let at = 0; at < records.length; at += 1000)
      await exchanges.insertMany(records.slice(at, at + 1000));
  }
  const queue = stores.reviewQueue;
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    found = (await queue.newest(SHOWN)).length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  process.stdout.write(
    `${stores.engine}, ${values.messages} messages a year, ${perDay * 30} records kept: ${found} waiting ones in ${Math.round(times[7] ?? 0)} ms (median of 15, most ${Math.round(times[14] ?? 0)} ms); index { awaitsReview: -1 }\n`,
  );
} finally {
  await stores.close();
  await rm(dataDir, { recursive: true, force: true });
}
