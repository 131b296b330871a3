import { setTimeout as wait } from 'node:timers/promises';
import { startFakeGraphApi } from '../../src/simulator/fake-graph-api/server.js';
import { PAGE } from '../../test/support/bot-process.js';
import { median, messageFrom, Sender, serve } from './load.js';

/**
 * Whole turns per second, from the webhook's POST to the reply at the fake Graph API, of an echo through our route,
 * store, worker and client, beside the same echo on Botkit's own web server and Facebook adapter, which keeps nothing.
 * npm run bench:turns   (MONGODB_URI set: that engine too)
 */
const ROUNDS = 5;
const TURNS = 1500;
const CITIZENS = 64;
const PATIENCE_MS = 20_000;

const waiting = new Map<string, () => void>();
const graph = await startFakeGraphApi({
  token: PAGE.token,
  appSecret: PAGE.secret,
  pageId: PAGE.id,
  onMessage: ({ to }) => {
    waiting.get(to)?.();
    waiting.delete(to);
  },
});
const uri = process.env['MONGODB_URI'];
const contestants = [
  { name: 'Botkit, its own web server', server: await serve('./botkit-echo.ts', [graph.url]) },
  { name: 'ours, embedded', server: await serve('./our-echo.ts', [graph.url], { MONGODB_URI: '' }) },
  ...(uri === undefined
    ? []
    : [{ name: 'ours, MongoDB', server: await serve('./our-echo.ts', [graph.url]) }]),
];

const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
/** Milliseconds of a server's processor time per turn: less noisy than the rate on a machine that is shared. */
const costs = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { name, server } of contestants) {
    const before = await server.processorMs();
    const rate = await turns(server.url);
    const cost = ((await server.processorMs()) - before) / TURNS;
    process.stderr.write(`round ${round}: ${name} ${rate.toFixed(0)}, ${cost.toFixed(2)} ms\n`);
    // The first round warms up.
    if (round === 0) continue;
    rates.get(name)?.push(rate);
    costs.get(name)?.push(cost);
  }
}
const reference = median(rates.get('Botkit, its own web server') ?? []);
for (const [name, list] of rates) {
  const rate = median(list);
  const share = ((100 * rate) / reference).toFixed(0).padStart(4);
  const cost = median(costs.get(name) ?? []).toFixed(2);
  process.stdout.write(
    `${name.padEnd(28)} ${rate.toFixed(0).padStart(6)} turns a second  ${share} %  ${cost} ms of the processor each\n`,
  );
}
for (const { server } of contestants) server.stop();
await graph.close();

/** A reply that never comes must not let the bench hang: Botkit's adapter drops what it could not send. */
async function inTime(answered: Promise<void>, id: string): Promise<void> {
  const timer = new AbortController();
  const late = wait(PATIENCE_MS, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`no reply reached ${id}`);
  });
  late.catch(() => undefined);
  await Promise.race([answered, late]);
  timer.abort();
}

/** Each citizen writes again once answered. */
async function turns(url: string): Promise<number> {
  const sender = new Sender(url, CITIZENS);
  let left = TURNS;
  const from = performance.now();
  const citizen = async (id: string) => {
    while (left-- > 0) {
      const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
      const status = await sender.post(messageFrom(id, 'nộp thuế ở đâu'));
      if (status !== 200) throw new Error(`answered ${status}`);
      await inTime(answered, id);
    }
  };
  await Promise.all(Array.from({ length: CITIZENS }, (_, index) => citizen(String(4_000_000 + index))));
  const rate = TURNS / ((performance.now() - from) / 1000);
  sender.close();
  return rate;
}
