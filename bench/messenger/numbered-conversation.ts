import { setTimeout as wait } from 'node:timers/promises';
import { messageFrom } from './load.js';

const MESSAGES = 3;
/** What is written closer together may get one answer; here each message is owed its own. Milliseconds. */
const APART_MS = 9_000;
/** Between two tries of a message that was not acknowledged, milliseconds. */
const AGAIN_MS = 200;

export interface Sent {
  code: string;
  /** Of the first try, by `performance.now()`. */
  at: number;
  acknowledgedMs?: number;
  /** Since the first try. */
  answeredMs?: number;
}

/** A citizen's messages, each with a code that its answer repeats; the next one is written once the last is acknowledged. */
export class Conversation {
  readonly messages: Sent[] = [];
  private readonly seen: string[] = [];

  constructor(readonly citizen: string) {}

  /** `post` resolves to a status; the same body is posted again until it is 200, as Facebook does. */
  async write(post: (body: string) => Promise<number>): Promise<void> {
    const began = Date.now() - MESSAGES * APART_MS;
    for (let number = 0; number < MESSAGES; number += 1) {
      const message: Sent = { code: codeOf(this.citizen, number), at: performance.now() };
      this.messages.push(message);
      const text = `em xem giúp mã YC-${message.code} tới đâu`;
      const body = messageFrom(this.citizen, text, began + number * APART_MS);
      while ((await post(body)) !== 200) await wait(AGAIN_MS);
      message.acknowledgedMs = performance.now() - message.at;
    }
  }

  /** What reached the citizen, `at` by `performance.now()`. */
  read(text: string, at: number): void {
    const code = /YC-([A-J]+)/.exec(text)?.[1];
    if (code === undefined) return;
    this.seen.push(code);
    const message = this.messages.find((one) => one.code === code);
    if (message !== undefined) message.answeredMs ??= at - message.at;
  }

  /** Messages not answered; those not yet written count. */
  get missing(): number {
    return MESSAGES - this.messages.filter(({ answeredMs }) => answeredMs !== undefined).length;
  }

  /** Replies that came again. */
  get repeated(): number {
    return this.seen.length - new Set(this.seen).size;
  }

  /** Whether what was answered was answered in the order of writing, repeats left aside. */
  get inOrder(): boolean {
    const order = [...new Set(this.seen)].map((code) => this.messages.findIndex((one) => one.code === code));
    return order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0));
  }
}

/** Letters for digits: digits might be masked as somebody's papers. */
function codeOf(citizen: string, number: number): string {
  return `${citizen.slice(-5)}${number}`.replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '');
}
