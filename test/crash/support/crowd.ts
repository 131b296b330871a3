import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { PAGE } from '../../support/bot-process.js';

const RESTART = 'bắt đầu lại';
/** Every fourth message is answered with several replies, the same ones each time; the others each have a code that the answer repeats. */
const RESTART_EVERY = 4;
/** What is written closer together may get one answer; here each message is owed its own. Milliseconds. */
const APART_MS = 9_000;
const SINCE_MS = 2 * 60 * 60 * 1000;

/** One message that was acknowledged with 200, by what its answer must be. */
export type Acknowledged = { code: string } | 'restart';

export interface CrowdOptions {
  citizens: number;
  /** Of the first; the others follow. */
  firstId?: number;
  /** Milliseconds between a citizen's acknowledged message and their next. */
  pauseMs: number;
  /** Where the bot listens now; `undefined` while it is down. */
  url: () => string | undefined;
}

/** Citizens who write without waiting for answers; Facebook brings late what they wrote over two hours. What is not acknowledged is sent again as it was, as Facebook does. */
export class Crowd {
  /** By citizen, in the order of writing. */
  readonly acknowledged = new Map<string, Acknowledged[]>();
  /** How often each status came; `0`: no answer. */
  readonly statuses = new Map<number, number>();
  private readonly writing: Promise<void>[] = [];
  private leaving = false;

  constructor(private readonly options: CrowdOptions) {}

  start(): void {
    for (let index = 0; index < this.options.citizens; index += 1)
      this.writing.push(this.write(String((this.options.firstId ?? 7_000_000) + index), index));
  }

  /** Nobody begins a new message; resolves once the last ones are acknowledged. */
  async leave(): Promise<void> {
    this.leaving = true;
    await Promise.all(this.writing);
  }

  get count(): number {
    return [...this.acknowledged.values()].reduce((sum, list) => sum + list.length, 0);
  }

  private async write(citizen: string, index: number): Promise<void> {
    const done: Acknowledged[] = [];
    this.acknowledged.set(citizen, done);
    let timestamp = Date.now() - SINCE_MS;
    for (let count = 0; !this.leaving; count += 1) {
      await wait(this.options.pauseMs * (0.5 + Math.random()));
      const said: Acknowledged =
        count % RESTART_EVERY === RESTART_EVERY - 1 ? 'restart' : { code: letters(index * 10_000 + count) };
      timestamp += APART_MS;
      const text = said === 'restart' ? RESTART : `em xem giúp mã YC-${said.code} tới đâu`;
      await this.deliver(bodyOf(citizen, `m_${citizen}_${count}`, text, timestamp));
      done.push(said);
    }
  }

  private async deliver(body: string): Promise<void> {
    for (;;) {
      const url = this.options.url();
      const status = url === undefined ? undefined : await post(url, body);
      if (status !== undefined) this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status === 200) return;
      await wait(100);
    }
  }
}

function bodyOf(citizen: string, mid: string, text: string, timestamp: number): string {
  const event = { sender: { id: citizen }, recipient: { id: PAGE.id }, timestamp, message: { mid, text } };
  return JSON.stringify({ object: 'page', entry: [{ id: PAGE.id, time: timestamp, messaging: [event] }] });
}

/** The status; `0` when the connection broke before one came. */
async function post(url: string, body: string): Promise<number> {
  const signature = createHmac('sha256', PAGE.secret).update(body).digest('hex');
  try {
    const response = await fetch(`${url}/webhook`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': `sha256=${signature}` },
      body,
      // Facebook waits five seconds.
      signal: AbortSignal.timeout(5000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** Six letters for a number: digits might be masked as somebody's papers. */
function letters(number: number): string {
  return Array.from({ length: 6 }, (_, place) => 'ABCDEFGHIJ'[Math.floor(number / 10 ** place) % 10]).join(
    '',
  );
}
