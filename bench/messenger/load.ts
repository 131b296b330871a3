import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { PAGE } from '../../test/support/bot-process.js';
import { endWithUs } from '../../test/support/end-with-us.js';

export interface Served {
  url: string;
  /** Processor time since its start, all threads, milliseconds; from /proc, so on Linux only. */
  processorMs(): Promise<number>;
  stop(): void;
}

/** A server of its own process that prints where it listens. */
export async function serve(file: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const path = new URL(file, import.meta.url).pathname;
  const child = endWithUs(
    spawn(process.execPath, ['--import', 'tsx', path, ...args], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url: url.replace('localhost', '127.0.0.1'),
      processorMs: () => processorMs(child.pid ?? 0),
      stop: () => void child.kill('SIGTERM'),
    };
  }
  throw new Error(`${file} did not start`);
}

/** Processor time of a process since its start, all threads, milliseconds; 0 once it is gone; from /proc, so on Linux only. */
export async function processorMs(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const read = (thread: string) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
  const times = await Promise.all(threads.map(read));
  return times.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e6;
}

let sent = 0;

/** A body as Facebook would send it, each with an id of its own; `timestamp`: when it was written. */
export function messageFrom(citizen: string, text: string, timestamp = Date.now()): string {
  sent += 1;
  const message = { mid: `m_bench_${process.pid}_${sent}`, text };
  const event = { sender: { id: citizen }, recipient: { id: PAGE.id }, timestamp, message };
  return JSON.stringify({ object: 'page', entry: [{ id: PAGE.id, time: timestamp, messaging: [event] }] });
}

export class Sender {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /**
   * Signed both ways: Botkit's adapter knows the older header only. Resolves to the status. A server closes a connection
   * that lay idle, Node's own after five seconds: a post that meets this is sent again on another one, as Facebook does.
   */
  post(body: string): Promise<number> {
    const hmac = (algorithm: string) => createHmac(algorithm, PAGE.secret).update(body).digest('hex');
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'X-Hub-Signature': `sha1=${hmac('sha1')}`,
      'X-Hub-Signature-256': `sha256=${hmac('sha256')}`,
    };
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.url}/webhook`,
        { method: 'POST', agent: this.agent, headers },
        (answer) => {
          answer.resume();
          answer.once('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      call.once('error', (error: NodeJS.ErrnoException) => {
        const closedMeanwhile = call.reusedSocket && error.code === 'ECONNRESET';
        if (closedMeanwhile) resolve(this.post(body));
        else reject(error);
      });
      call.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The value that `share` (0–1) of all do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
