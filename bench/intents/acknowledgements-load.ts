import { Agent, request } from 'node:http';

/** Sends an event every 10 ms until standard input ends, then prints percentiles of the answers' times in ms. */
const port = Number(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const body = JSON.stringify({ object: 'page', entry: [{ id: '1', time: 1, messaging: [{ message: { text: 'xin chào' } }] }] });
const times: number[] = [];
const pending = new Set<Promise<void>>();

process.stdout.write('started\n');
const timer = setInterval(() => {
  const sent = send();
  pending.add(sent);
  void sent.finally(() => pending.delete(sent));
}, 10);
process.stdin.resume();
process.stdin.once('end', () => void finish());

function send(): Promise<void> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const post = request({ port, host: '127.0.0.1', method: 'POST', path: '/webhook', agent }, (response) => {
      response.resume();
      response.once('end', () => {
        times.push(performance.now() - from);
        resolve();
      });
    });
    post.once('error', reject);
    post.end(body);
  });
}

async function finish(): Promise<void> {
  clearInterval(timer);
  await Promise.all(pending);
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  process.stdout.write(`${times.length} acknowledged, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms\n`);
  agent.destroy();
}
