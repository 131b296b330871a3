import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vietnameseDay } from '../../src/shared/days.js';
import { loadContent } from '../../src/content/load.js';
import { trainingExamples } from '../../src/content/training-examples.js';
import { NOISES, NoiseWriter } from '../../src/intent-matching/noise.js';
import { evaluateInWorker, trainInWorker } from '../../src/intent-matching/train-in-worker.js';
import type { Example, Vocabulary } from '../../src/intent-matching/types.js';

/**
 * Whether webhooks are acknowledged while the same process trains and cross-validates in a worker thread. The load
 * comes from a process of its own: 100 requests a second, for as long as the worker is busy.
 * npm run bench:acknowledgements
 */
const EXAMPLES = 5000;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.end('EVENT_RECEIVED');
  });
});
const port = await listen(server);
const { examples, vocabulary } = await manyExamples();
await report('idle', () => new Promise((resolve) => setTimeout(resolve, 5000)));
await report(`training on ${examples.length} examples`, () =>
  trainInWorker(examples, vocabulary, { version: 'bench' }),
);
await report('cross-validating them', () => evaluateInWorker(examples, vocabulary, []));
server.close();

/** Prints how long acknowledgements took while `work` ran. */
async function report(what: string, work: () => Promise<unknown>): Promise<void> {
  const load = spawn(process.execPath, ['--import', 'tsx', clientFile(), String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const started = new Promise<void>((resolve) => {
    load.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      resolve();
    });
  });
  await started;
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  load.stdin.end();
  await new Promise((resolve) => load.once('close', resolve));
  const figures = output.split('\n').at(-2) ?? '';
  process.stdout.write(`${what.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s   ${figures}\n`);
}

function clientFile(): string {
  return new URL('./acknowledgements-load.ts', import.meta.url).pathname;
}

function listen(target: Server): Promise<number> {
  return new Promise((resolve) =>
    target.listen(0, '127.0.0.1', () => resolve((target.address() as AddressInfo).port)),
  );
}

async function manyExamples(): Promise<{ examples: Example[]; vocabulary: Vocabulary }> {
  const { content } = await loadContent(process.cwd(), vietnameseDay(new Date()));
  if (content === null) throw new Error('the content has errors: npm run content:check');
  const own = trainingExamples(content);
  const writer = new NoiseWriter(content.vocabulary);
  const examples = Array.from({ length: EXAMPLES }, (_, at) => {
    const { text, intent } = own[at % own.length] ?? { text: '', intent: null };
    const noise = NOISES[Math.floor(at / own.length) % NOISES.length] ?? 'typos';
    return { text: at < own.length ? text : writer.write(text, noise, at), intent };
  });
  return { examples, vocabulary: content.vocabulary };
}
