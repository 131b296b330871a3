import { setTimeout as wait } from 'node:timers/promises';
import { EventReader } from '../../test/unit/http/web-chat/event-reader.js';
import { messageFrom, type Sender } from './load.js';

/** How long each request took, and which were refused. */
export class Times {
  private ms: number[] = [];
  total = 0;
  /** What was asked with the status that it got (0: no answer), each as often as it came. */
  readonly refused = new Map<string, number>();

  /** `answered` resolves to the status. */
  async take(what: string, answered: Promise<number>): Promise<void> {
    const from = performance.now();
    const status = await answered.catch(() => 0);
    this.total += 1;
    this.ms.push(performance.now() - from);
    if (status >= 200 && status < 400) return;
    const refusal = `${what} ${status}`;
    this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1);
  }

  /** Milliseconds of those since the last call. */
  reset(): number[] {
    const { ms } = this;
    this.ms = [];
    return ms;
  }
}

/** Until `ended`; steps that are late are not caught up with. */
async function every(seconds: number, ended: () => boolean, step: (count: number) => void): Promise<void> {
  for (let count = 0; !ended(); count += 1) {
    step(count);
    await wait(1000 * seconds);
  }
}

export interface Crowd {
  url: string;
  texts: readonly string[];
  ended: () => boolean;
}

/** Citizens on Messenger, one message after another at `rate` a second, not waiting for answers. */
export async function messengerCrowd(
  { texts, ended }: Crowd,
  { sender, rate, citizens }: { sender: Sender; rate: number; citizens: number },
  acknowledged: Times,
): Promise<void> {
  await every(1 / rate, ended, (count) => {
    const citizen = String(8_000_000 + (count % citizens));
    const body = messageFrom(citizen, texts[count % texts.length] ?? '');
    void acknowledged.take('webhook', sender.post(body));
  });
}

/** A page of the web chat: a session, its stream of replies, opened again like a browser's, and a message each `seconds`. */
export async function webPage({ url, texts, ended }: Crowd, seconds: number, sent: Times): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Cookie: '' };
  while (headers.Cookie === '' && !ended()) {
    const init = { method: 'POST', headers, body: '{}' };
    const opened = fetch(`${url}/chat/session`, init);
    await sent.take(
      'session',
      opened.then(({ status }) => status),
    );
    headers.Cookie = (await cookieOf(opened)) ?? '';
  }
  let stream: EventReader | undefined;
  const reading = (async () => {
    while (!ended()) {
      stream = await EventReader.open(`${url}/chat/replies`, { Cookie: headers.Cookie }).catch(
        () => undefined,
      );
      if (stream === undefined) await wait(2000);
      else while ((await stream.next().catch(() => null)) !== null);
    }
  })();
  const first = Math.floor(Math.random() * texts.length);
  await every(seconds, ended, (count) => {
    const text = texts[(first + count) % texts.length];
    const init = { method: 'POST', headers, body: JSON.stringify({ clientId: crypto.randomUUID(), text }) };
    void sent.take('message', statusOf(`${url}/chat/messages`, init));
  });
  stream?.close();
  await reading;
}

async function cookieOf(opened: Promise<Response>): Promise<string | undefined> {
  const answer = await opened.catch(() => undefined);
  return answer?.headers.get('Set-Cookie')?.split(';')[0];
}

/** One after another of the pages, again and again. */
export async function visitor(
  { url, ended }: Crowd,
  { session, pages, seconds }: { session: string; pages: readonly string[]; seconds: number },
  read: Times,
): Promise<void> {
  for (let count = 0; !ended(); count += 1) {
    const page = pages[count % pages.length] ?? '';
    const init = { headers: { Cookie: `dong_hanh_phien=${session}` }, redirect: 'manual' } as const;
    await read.take(page, statusOf(`${url}/quan-tri${page}`, init));
    await wait(1000 * seconds);
  }
}

async function statusOf(address: string, init: RequestInit): Promise<number> {
  const answer = await fetch(address, init);
  await answer.arrayBuffer();
  return answer.status;
}
