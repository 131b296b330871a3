import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFakeGraphApi } from '../../src/simulator/fake-graph-api/server.js';
import { BotProcess, PAGE } from '../../test/support/bot-process.js';
import { median, messageFrom, Sender, serve } from './load.js';

/**
 * Acknowledgements per second of the whole bot, event stored, beside a bare Express route that parses JSON and answers
 * 200: every server in a process of its own, the rounds interleaved, the load from this process.
 * npm run bench:webhook   (MONGODB_URI set: that engine too)
 */
const ROUNDS = 5;
const REQUESTS = 1500;
const CONNECTIONS = 32;

const graph = await startFakeGraphApi({ token: PAGE.token, appSecret: PAGE.secret, pageId: PAGE.id });
const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
const bare = await serve('./bare-express.ts');
const embedded = await BotProcess.start({ graphUrl: graph.url, dataDir });
const uri = process.env['MONGODB_URI'];
const mongodb =
  uri === undefined
    ? undefined
    : await BotProcess.start({ graphUrl: graph.url, dataDir: join(dataDir, 'mongodb'), mongodbUri: uri });

const delivery = (citizen: string) =>
  messageFrom(citizen, '').replace(
    /"message":\{"mid":("[^"]+"),"text":""\}/,
    '"delivery":{"mids":[$1],"watermark":1}',
  );
const question = (citizen: string) => messageFrom(citizen, 'em xem giúp mã YC-ABCDEF tới đâu');
const contestants: [string, string, (citizen: string) => string][] = [
  ['bare Express', bare.url, question],
  ['embedded: messages, answered meanwhile', embedded.url, question],
  ['embedded: deliveries, nothing to answer', embedded.url, delivery],
];
if (mongodb !== undefined) {
  contestants.push(
    ['MongoDB: messages, answered meanwhile', mongodb.url, question],
    ['MongoDB: deliveries, nothing to answer', mongodb.url, delivery],
  );
}

const rates = new Map<string, number[]>(contestants.map(([name]) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, url, body] of contestants) {
    const rate = await acknowledged(url, body);
    // The first round warms up.
    if (round > 0) rates.get(name)?.push(rate);
    await quiet();
  }
}
const reference = median(rates.get('bare Express') ?? []);
for (const [name, list] of rates) {
  const rate = median(list);
  process.stdout.write(
    `${name.padEnd(42)} ${rate.toFixed(0).padStart(6)} a second  ${((100 * rate) / reference).toFixed(0).padStart(4)} %\n`,
  );
}
bare.stop();
await embedded.stop();
await mongodb?.stop();
await graph.close();
await rm(dataDir, { recursive: true, force: true });

async function acknowledged(url: string, body: (citizen: string) => string): Promise<number> {
  const bodies = Array.from({ length: REQUESTS }, (_, index) => body(String(5_000_000 + (index % 500))));
  const sender = new Sender(url, CONNECTIONS);
  const from = performance.now();
  let refused = 0;
  const connection = async () => {
    for (let next = bodies.pop(); next !== undefined; next = bodies.pop())
      if ((await sender.post(next)) !== 200) refused += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const rate = REQUESTS / ((performance.now() - from) / 1000);
  sender.close();
  if (refused > 0) throw new Error(`${refused} of ${REQUESTS} were not acknowledged`);
  return rate;
}

/** Until the bots have answered what the last round brought. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== graph.messages.length; await wait(700)) before = graph.messages.length;
}
