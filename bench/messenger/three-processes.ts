import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFakeGraphApi } from '../../src/simulator/fake-graph-api/server.js';
import { BotProcess, PAGE } from '../../test/support/bot-process.js';
import { percentile, processorMs, Sender } from './load.js';
import { Conversation } from './numbered-conversation.js';

/**
 * Three processes of the bot on one database, behind what a load balancer does: each message goes to the next of them, and
 * to another when it was not acknowledged. Conversations begin at a steady rate; half way one process is killed. Says how
 * fast messages were acknowledged and answered before and after, whether one was lost, answered out of order or twice, and
 * what each process took of a core: a process near 100 % is the limit, otherwise the database is, if it is on another
 * machine or takes the rest of this one. Ends with 1 when a message is lost or out of order.
 * MONGODB_URI=… npm run bench:three-processes -- [conversations a second] [seconds]
 */
const RATE = Number(process.argv[2] ?? 5);
const SECONDS = Number(process.argv[3] ?? 20);
/** Longer than the lease of a killed process runs. */
const PATIENCE_MS = 180_000;
const CONNECTIONS = 256;

const mongodbUri = process.env['MONGODB_URI'];
if (mongodbUri === undefined) throw new Error('MONGODB_URI names the database that they share');

const conversations = new Map<string, Conversation>();
const graph = await startFakeGraphApi({
  token: PAGE.token,
  appSecret: PAGE.secret,
  pageId: PAGE.id,
  onMessage: ({ to, text }) => conversations.get(to)?.read(text, performance.now()),
});
// One directory, so that they share the key of the citizens' hashes and what the first has learned; all else is in the database.
const dataDir = await mkdtemp(join(tmpdir(), 'three-processes-'));
const processes: { bot: BotProcess; sender: Sender }[] = [];
for (let count = 0; count < 3; count += 1) {
  const bot = await BotProcess.start({ graphUrl: graph.url, dataDir, mongodbUri });
  processes.push({ bot, sender: new Sender(bot.url, CONNECTIONS) });
}
let turn = 0;

// The first message of a process loads what the later ones find loaded.
await Promise.all(processes.map((_, index) => begin(6_000_000 + index).written));
await untilAnswered();
conversations.clear();

const usage = await startUsage();
const from = performance.now();
const writing: Promise<void>[] = [];
let killed: Promise<void> | undefined;
let killedAt = Infinity;
for (let begun = 0; begun < RATE * SECONDS; begun += 1) {
  await wait(Math.max(0, from + (1000 * begun) / RATE - performance.now()));
  if (killed === undefined && begun >= (RATE * SECONDS) / 2) {
    report('three processes', await usage());
    killedAt = performance.now();
    killed = processes[0]?.bot.kill();
  }
  writing.push(begin(7_000_000 + begun).written);
}
const sentSeconds = (performance.now() - from) / 1000;
await Promise.all([...writing, killed]);
report('two processes, until all was acknowledged', await usage());
await untilAnswered();
const answeredSeconds = (performance.now() - from) / 1000;
const failed = summary();

for (const { sender } of processes) sender.close();
await Promise.all(processes.map(({ bot }) => bot.stop()));
await graph.close();
await rm(dataDir, { recursive: true });
process.exitCode = failed ? 1 : 0;

function begin(id: number): { written: Promise<void> } {
  const conversation = new Conversation(String(id));
  conversations.set(conversation.citizen, conversation);
  return { written: conversation.write(post) };
}

/** To the next process that runs; resolves to the status, 0 where the connection broke. */
async function post(body: string): Promise<number> {
  const running = processes.filter(({ bot }) => bot.running);
  turn += 1;
  return (await running[turn % running.length]?.sender.post(body).catch(() => 0)) ?? 0;
}

async function untilAnswered(): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && [...conversations.values()].some(({ missing }) => missing > 0))
    await wait(100);
}

interface Usage {
  bots: number[];
  load: number;
  /** All else on this machine, the database among it if it is here. */
  rest: number;
}

/** Each call resolves to what was taken since the last one, in per cent of a core. */
async function startUsage(): Promise<() => Promise<Usage>> {
  const pids = [process.pid, ...processes.map(({ bot }) => bot.pid ?? 0)];
  const read = async () => ({
    at: performance.now(),
    machine: cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0),
    used: await Promise.all(pids.map(processorMs)),
  });
  let before = await read();
  return async () => {
    const now = await read();
    const share = (ms: number) => Math.max(0, (100 * ms) / (now.at - before.at));
    const [load = 0, ...bots] = now.used.map((used, index) => share(used - (before.used[index] ?? 0)));
    const rest = share(now.machine - before.machine) - bots.reduce((sum, one) => sum + one, load);
    before = now;
    return { bots, load, rest: Math.max(0, rest) };
  };
}

function report(when: string, { bots, load, rest }: Usage): void {
  const each = bots.map((share) => share.toFixed(0)).join(' / ');
  process.stdout.write(
    `${when}: ${each} % of a core each, this load ${load.toFixed(0)} %, all else ${rest.toFixed(0)} %, of ${cpus().length} cores\n`,
  );
}

/** Resolves to whether a message was lost or out of order. */
function summary(): boolean {
  const all = [...conversations.values()];
  const sum = (of: (one: Conversation) => number) => all.reduce((total, one) => total + of(one), 0);
  const [lost, disordered] = [sum(({ missing }) => missing), sum((one) => (one.inOrder ? 0 : 1))];
  process.stdout.write(
    [
      `${all.length} conversations of ${sum(({ messages }) => messages.length)} messages`,
      `${(all.length / sentSeconds).toFixed(1)} conversations a second begun, ${(all.length / answeredSeconds).toFixed(1)} answered to the end`,
      `${lost} messages lost, ${disordered} conversations out of order, ${sum(({ repeated }) => repeated)} replies repeated\n`,
    ].join('; '),
  );
  const messages = all.flatMap((one) => one.messages);
  for (const after of [false, true]) {
    const those = messages.filter(({ at }) => at >= killedAt === after);
    const times = (values: number[]) =>
      [0.5, 0.99, 1].map((share) => percentile(values, share).toFixed(0)).join(' / ');
    process.stdout.write(
      `${after ? 'after' : 'before'} the kill: acknowledged in ${times(those.map((one) => one.acknowledgedMs ?? Infinity))} ms, ` +
        `answered in ${times(those.map((one) => one.answeredMs ?? Infinity))} ms (median / 99 % / all)\n`,
    );
  }
  return lost > 0 || disordered > 0;
}
