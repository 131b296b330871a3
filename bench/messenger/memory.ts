import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFakeGraphApi } from '../../src/simulator/fake-graph-api/server.js';
import { BotProcess, PAGE } from '../../test/support/bot-process.js';
import { messageFrom, Sender } from './load.js';

/**
 * Memory of the bot's process (resident, from /proc), idle and after ten thousand citizens have each opened a guide, on
 * the content of this folder.
 * npm run bench:memory   (MONGODB_URI set: on that engine)
 */
const CONVERSATIONS = 10_000;
const CONNECTIONS = 16;

let answered = 0;
const graph = await startFakeGraphApi({
  token: PAGE.token,
  appSecret: PAGE.secret,
  pageId: PAGE.id,
  onMessage: () => {
    answered += 1;
    // Nobody reads them here.
    graph.messages.length = 0;
    graph.calls.length = 0;
  },
});
const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
const uri = process.env['MONGODB_URI'];
const bot = await BotProcess.start({
  graphUrl: graph.url,
  dataDir,
  contentDir: process.env['BENCH_CONTENT'] ?? '.',
  ...(uri === undefined ? {} : { mongodbUri: uri }),
});
await wait(5000);
await report(`idle, ${uri === undefined ? 'embedded' : 'MongoDB'}`);
for (let opened = 0; opened < CONVERSATIONS; opened += CONVERSATIONS / 4) {
  const from = performance.now();
  await open(opened, CONVERSATIONS / 4);
  await quiet();
  const seconds = (performance.now() - from) / 1000;
  await report(`after ${opened + CONVERSATIONS / 4} conversations (${seconds.toFixed(0)} s)`);
}
await wait(20_000);
await report('twenty seconds later');
process.stdout.write(`${answered} messages reached the citizens\n`);
await bot.stop();
await graph.close();
await rm(dataDir, { recursive: true, force: true });

async function open(first: number, count: number): Promise<void> {
  const sender = new Sender(bot.url, CONNECTIONS);
  let next = first;
  const connection = async () => {
    for (let id = next++; id < first + count; id = next++)
      await sender.post(messageFrom(String(3_000_000 + id), 'dang ky mst ca nhan lam sao'));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  sender.close();
}

async function quiet(): Promise<void> {
  for (let before = -1; before !== answered; await wait(1500)) before = answered;
}

async function report(what: string): Promise<void> {
  const status = await readFile(`/proc/${bot.pid ?? 0}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  process.stdout.write(`${what.padEnd(44)} ${(kilobytes / 1024).toFixed(0).padStart(5)} MB\n`);
}
