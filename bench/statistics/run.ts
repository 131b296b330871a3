import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../../src/shared/days.js';
import type { Collections } from '../../src/records/collections.js';
import type { Collection, Filter, Stored } from '../../src/records/engine/collection.js';
import { createStores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';
import { conversationRows } from '../../src/statistics/conversation-rows.js';
import { countWaiting } from '../../src/statistics/counting/counter.js';
import { conversationsCsv } from '../../src/statistics/export/csv.js';
import { conversationsXlsx } from '../../src/statistics/export/xlsx.js';
import { startOf } from '../../src/statistics/periods.js';
import { createDayCache } from '../../src/statistics/day-cache.js';
import { createProcedureCache } from '../../src/statistics/procedure-sums.js';
import { readReport } from '../../src/statistics/report.js';
import { detailOf, yearOfDays } from './records.js';

/**
 * npm run bench:statistics -- --messages 10000 [--live 2000] [--export 100000]: what the statistics cost at that size,
 * on MongoDB where MONGODB_URI is set, otherwise embedded. Counts and the thirty days of records are loaded as they
 * would be; `--live` are then recorded and counted one batch after the other.
 */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    live: { type: 'string', default: '2000' },
    export: { type: 'string', default: '0' },
  },
});
const messages = Number(values.messages);
const TODAY = '2026-11-24';
const now = new Date(`${TODAY}T16:59:00Z`);
const clock = { now: () => now };

interface Query {
  collection: string;
  filter: Filter;
  returned: number;
  ms: number;
}
const queries: Query[] = [];

/** Times each read and counts what it returns. */
function watched<D extends Stored>(name: string, collection: Collection<D>): Collection<D> {
  return new Proxy(collection, {
    get(target, property) {
      const method: unknown = Reflect.get(target, property);
      if (property !== 'find' || typeof method !== 'function') return method;
      return async (filter: Filter, ...rest: unknown[]) => {
        const start = performance.now();
        const found = (await Reflect.apply(method, target, [filter, ...rest])) as D[];
        queries.push({ collection: name, filter, returned: found.length, ms: performance.now() - start });
        return found;
      };
    },
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const rounded = (value: number) => Math.round(value * 10) / 10;
const median = (list: number[]) => rounded(list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);

async function report(collections: Collections): Promise<void> {
  const store = Object.fromEntries(
    Object.entries(collections).map(([name, one]) => [
      name,
      watched(name, one as unknown as Collection<Stored>),
    ]),
  ) as unknown as Collections;
  const year = { from: addDays(TODAY, -364), to: TODAY };
  const [walls, cpu]: [number[], number[]] = [[], []];
  const readers = { readDays: createDayCache(store), readProcedures: createProcedureCache(store) };
  for (let round = 0; round < 15; round += 1) {
    if (round === 1)
      say(`  first, nothing read yet: ${rounded(walls[0] ?? 0)} ms, processor ${rounded(cpu[0] ?? 0)} ms`);
    queries.length = 0;
    const [start, used] = [performance.now(), process.cpuUsage()];
    await readReport(store, { period: year }, now, readers);
    walls.push(performance.now() - start);
    cpu.push((process.cpuUsage(used).user + process.cpuUsage(used).system) / 1000);
  }
  for (const { collection, filter, returned, ms } of queries)
    say(`  ${collection} ${JSON.stringify(filter).slice(0, 90)}: ${returned} documents, ${rounded(ms)} ms`);
  say(
    `  overview of a year with the year before: ${median(walls)} ms, of which ${median(cpu)} ms of this process's processor (medians of 15)`,
  );
}

async function counting(collections: Collections): Promise<void> {
  const live = detailOf(Number(values.live), TODAY, 1, 'live');
  for (let at = 0; at < live.length; at += 500)
    await collections.exchanges.insertMany(
      live.slice(at, at + 500).map((one) => ({ ...one, uncounted: TODAY })),
    );
  const start = performance.now();
  const counted = await countWaiting(collections, clock);
  const seconds = (performance.now() - start) / 1000;
  say(`  counted ${counted} records in ${rounded(seconds)} s: ${Math.round(counted / seconds)} a second`);
}

async function exporting(collections: Collections): Promise<void> {
  const from = addDays(TODAY, -29);
  const options = { demo: false, nameOf: (id: string) => id };
  for (const [name, write] of [
    ['CSV', conversationsCsv],
    ['XLSX', conversationsXlsx],
  ] as const) {
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    let [most, bytes, seen] = [0, 0, 0];
    const start = performance.now();
    for await (const chunk of await write(conversationRows(collections, { from, to: TODAY }), options)) {
      bytes += (chunk as Buffer).length;
      if ((seen += 1) % 150 === 0) {
        global.gc?.();
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
    }
    const seconds = rounded((performance.now() - start) / 1000);
    say(
      `  ${name}: ${rounded(bytes / 1e6)} MB in ${seconds} s, at most ${rounded(most / 1e6)} MB more heap in use`,
    );
  }
}

const uri = process.env['MONGODB_URI'];
const dataDir = await mkdtemp(join(tmpdir(), 'bench-statistics-'));
const url = uri === undefined ? undefined : new URL(uri);
if (url !== undefined) url.pathname = `/bench-${randomUUID()}`;
const stores = await createStores({
  ...(url === undefined ? {} : { mongodbUri: url.href }),
  dataDir,
  logger: silentLogger,
  clock,
});
try {
  const { days, exchanges } = stores.collections;
  const counted = yearOfDays(messages, TODAY);
  for (let at = 0; at < counted.length; at += 20) await days.insertMany(counted.slice(at, at + 20));
  const rows = Number(values.export);
  const detail = rows > 0 ? rows : Math.round((messages / 365) * 30);
  for (let day = 29; day >= 0; day -= 1) {
    const of = addDays(TODAY, -day);
    const some = detailOf(Math.round(detail / 30), of, rows > 0 ? 1 : 3, 'old');
    for (let at = 0; at < some.length; at += 1000) await exchanges.insertMany(some.slice(at, at + 1000));
  }
  say(
    `${stores.engine}, ${messages} messages a year, ${await exchanges.countDocuments({ receivedAt: { $lt: startOf(addDays(TODAY, 1)) } })} records kept`,
  );
  await report(stores.collections);
  await counting(stores.collections);
  if (rows > 0) await exporting(stores.collections);
} finally {
  await stores.close();
  await rm(dataDir, { recursive: true, force: true });
}
