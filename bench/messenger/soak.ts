import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import { createStores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { startFakeGraphApi } from '../../src/simulator/fake-graph-api/server.js';
import { BotProcess, PAGE } from '../../test/support/bot-process.js';
import { percentile, Sender } from './load.js';
import { messengerCrowd, Times, visitor, webPage } from './soak-load.js';

/**
 * A long time of mixed load on one process with the content of this folder: citizens on Messenger and in the web chat, an
 * officer who goes through the pages, statistics with their exports. For each sixth of the time: memory, event loop delay
 * and how long everything took. Ends with 1 when something was refused, dropped or left unanswered.
 * npm run bench:soak -- [--minutes 30] [--rate 4]   (rate: messages a second on Messenger; MONGODB_URI set: on that engine)
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '4' } },
});
const SECONDS = 60 * Number(values.minutes);
const RATE = Number(values.rate);
const CITIZENS = 500;
const WEB_PAGES = 6;
const PARTS = 6;
const LOOK_SECONDS = 5;
const PATIENCE_SECONDS = 180;
const PAGES = [
  '/viec',
  '/duyet',
  '/yeu-cau',
  '/noi-dung',
  '/noi-dung/ban-thao',
  '/duyet/cham',
  '/bang-quyet-dinh',
];
const STATISTICS = ['', '/so-lieu.csv', '/so-lieu.xlsx', '/bao-cao', '/cuoc-tro-chuyen.csv'];

const uri = process.env['MONGODB_URI'];
const dataDir = await mkdtemp(join(tmpdir(), 'soak-'));
const { session, token } = await prepared();
const graph = await startFakeGraphApi({
  token: PAGE.token,
  appSecret: PAGE.secret,
  pageId: PAGE.id,
  onMessage: () => {
    replies += 1;
    // Nobody reads them here.
    graph.messages.length = 0;
    graph.calls.length = 0;
  },
});
let replies = 0;
const bot = await BotProcess.start({
  graphUrl: graph.url,
  dataDir,
  contentDir: '.',
  ...(uri === undefined ? {} : { mongodbUri: uri }),
  more: { WEB_MESSAGES_PER_ADDRESS_PER_DAY: '50000' },
});

const texts = (await readFile('test/content/messages.jsonl', 'utf8'))
  .trim()
  .split('\n')
  .map((line) => String((JSON.parse(line) as { text: unknown }).text));
const times = { acknowledged: new Times(), web: new Times(), pages: new Times(), statistics: new Times() };
const looks: Look[] = [];

const from = performance.now();
const spent = () => (performance.now() - from) / 1000;
const crowd = { url: bot.url, texts, ended: () => spent() > SECONDS };
const sender = new Sender(bot.url, 32);
const load = [
  messengerCrowd(crowd, { sender, rate: RATE, citizens: CITIZENS }, times.acknowledged),
  ...Array.from({ length: WEB_PAGES }, () => webPage(crowd, 6, times.web)),
  visitor(crowd, { session, pages: PAGES, seconds: 3 }, times.pages),
  visitor(
    crowd,
    { session, pages: STATISTICS.map((one) => `/thong-ke${one}`), seconds: 12 },
    times.statistics,
  ),
];
process.stdout.write(
  'minutes   resident  heap in use  event loop (99 %, worst)   acknowledged (median, 99 %, worst)   web 99 %  pages 99 %  statistics 99 %\n',
);
for (let part = 1; part <= PARTS; part += 1) {
  const seen: Look[] = [];
  do {
    await wait(1000 * LOOK_SECONDS);
    seen.push(await look());
    if (process.stderr.isTTY)
      process.stderr.write(`\r${(spent() / 60).toFixed(1)} of ${SECONDS / 60} minutes `);
  } while (spent() < (SECONDS * part) / PARTS);
  looks.push(summary(part, seen));
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
await Promise.all(load);
const left = await untilAnswered();
finish(left);
sender.close();
await bot.stop();
await graph.close();
await rm(dataDir, { recursive: true, force: true });

/** Bytes and seconds, as the process tells them. */
interface Look {
  resident: number;
  heap: number;
  lag99: number;
  lagMax: number;
}

/** An administrator's open session and a token for the figures. */
async function prepared(): Promise<{ session: string; token: string }> {
  const base = { dataDir, logger: silentLogger, clock: systemClock };
  const stores = await createStores({ ...base, ...(uri === undefined ? {} : { mongodbUri: uri }) });
  const { administration, sessions, tokens } = createStaffAccounts(stores.staff, systemClock);
  await administration.add('server', {
    name: 'soak',
    role: 'admin',
    fullName: 'Soak',
    passwordToChange: false,
    externalId: 'soak',
  });
  const open = await sessions.start('soak');
  const made = await tokens.create('server', { name: 'soak', role: 'metrics', days: 1 });
  await stores.close();
  return { session: open, token: made.token };
}

async function figures(): Promise<(name: string) => number> {
  const answer = await fetch(`${bot.url}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  const text = await answer.text();
  return (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
}

async function look(): Promise<Look> {
  const of = await figures();
  return {
    resident: of('process_resident_memory_bytes'),
    heap: of('nodejs_heap_size_used_bytes'),
    lag99: of('nodejs_eventloop_lag_p99_seconds'),
    lagMax: of('nodejs_eventloop_lag_max_seconds'),
  };
}

/** Of the heap the least that was seen: right after a collection. */
function summary(part: number, seen: readonly Look[]): Look {
  const whole = {
    resident: Math.max(...seen.map(({ resident }) => resident)),
    heap: Math.min(...seen.map(({ heap }) => heap)),
    lag99: percentile(
      seen.map(({ lag99 }) => lag99),
      0.5,
    ),
    lagMax: Math.max(...seen.map(({ lagMax }) => lagMax)),
  };
  const mb = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
  const ms = (seconds: number) => (1000 * seconds).toFixed(0);
  const acknowledged = times.acknowledged.reset();
  const at = (list: number[], share: number) => percentile(list, share).toFixed(0);
  const cells: [string, number][] = [
    [`–${((SECONDS * part) / PARTS / 60).toFixed(1)}`, 7],
    [mb(whole.resident), 11],
    [mb(whole.heap), 13],
    [`${ms(whole.lag99)}, ${ms(whole.lagMax)} ms`, 26],
    [[0.5, 0.99, 1].map((share) => at(acknowledged, share)).join(', ') + ' ms', 37],
    [`${at(times.web.reset(), 0.99)} ms`, 11],
    [`${at(times.pages.reset(), 0.99)} ms`, 12],
    [`${at(times.statistics.reset(), 0.99)} ms`, 17],
  ];
  process.stdout.write(`${cells.map(([cell, width]) => cell.padStart(width)).join('')}\n`);
  return whole;
}

/** Resolves to what is still owed when patience ends, in messages and conversations. */
async function untilAnswered(): Promise<number> {
  for (const end = spent() + PATIENCE_SECONDS; ; await wait(500)) {
    const of = await figures();
    const owed = of('queue_messages') + of('queue_replies');
    if (owed === 0 || spent() > end) return owed + of('replies_dropped_total');
  }
}

function finish(unanswered: number): void {
  const counts = Object.entries(times).map(([name, { total }]) => `${name} ${total}`);
  const refused = Object.values(times).flatMap((one) => [...one.refused]);
  const messages = times.acknowledged.total + times.web.total;
  const [warm, last] = [looks[1]?.heap ?? 0, looks.at(-1)?.heap ?? 0];
  const share = (PARTS - 2) / PARTS;
  const perThousand = (last - warm) / 1024 ** 2 / ((messages * share) / 1000);
  process.stdout.write(
    `${counts.join(', ')}; ${replies} replies on Messenger; ${unanswered} unanswered or dropped\n` +
      `refused: ${refused.map(([what, count]) => `${count} × ${what}`).join(', ') || 'none'}\n` +
      `heap from the second part to the last: ${((last - warm) / 1024 ** 2).toFixed(0)} MB, ${perThousand.toFixed(1)} MB for a thousand messages\n`,
  );
  if (refused.length + unanswered > 0) process.exitCode = 1;
}
