import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery, DeliveryResult, OutgoingReply } from '../../src/turns/ports.js';
import { text } from '../../src/conversation/replies.js';
import type { CitizenEvent, ConversationState } from '../../src/conversation/types.js';
import { createWorker, type Worker } from '../../src/turns/worker.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { until } from './until.js';

export const AT = new Date('2026-11-24T02:00:00Z');

/** What the citizen An said, unless it is somebody else. */
export function said(key: string, words: string, more: Partial<CitizenEvent> = {}): CitizenEvent {
  const [sentAt, receivedAt] = [AT, AT];
  const who = { channel: 'messenger', conversationId: 'an', pageId: '1000', address: '7' } as const;
  return { key, ...who, kind: 'text', text: words, sentAt, receivedAt, sequence: 1, ...more };
}

/** Store and worker with a way out that does as it is told; each message is answered with two replies. */
export class WorkerStage {
  readonly sent: string[] = [];
  readonly turns: string[] = [];
  /** How the next replies fare; `sent` when there is nothing left. */
  answers: DeliveryResult[] = [];
  /** Time stands still once it is set. */
  now: Date | undefined;
  readonly delivery: Delivery = {
    send: (target, { reply }) => {
      const result = this.answers.shift() ?? { status: 'sent' };
      if (result.status === 'sent') this.sent.push(`${target.address}: ${reply.text}`);
      return Promise.resolve(result);
    },
  };
  messenger = this.delivery;
  private readonly clock = { now: () => this.now ?? systemClock.now() };
  private running: Worker | undefined;

  private constructor(
    readonly stores: Stores,
    private readonly folder: string,
  ) {}

  static async open(): Promise<WorkerStage> {
    const folder = await mkdtemp(join(tmpdir(), 'worker-'));
    const stores = await createStores({ dataDir: folder, logger: silentLogger, clock: systemClock });
    return new WorkerStage(stores, folder);
  }

  get worker(): Worker {
    if (this.running === undefined) throw new Error('the worker was not started');
    return this.running;
  }

  start(): void {
    const runner = {
      run: ({ text: words = '', sentAt }: CitizenEvent, state: ConversationState) => {
        this.turns.push(words);
        const outcome = { outcome: 'answered_menu', contentVersion: 'v1' } as const;
        const replies = [text(`${words} 1`), text(`${words} 2`)];
        return Promise.resolve({ state: { ...state, lastEventAt: sentAt }, replies, ...outcome });
      },
    };
    this.running = createWorker(
      {
        ...this.stores,
        runner,
        deliveries: { messenger: this.messenger, web: this.delivery },
        clock: this.clock,
        logger: silentLogger,
        apology: () => text('Dạ em xin lỗi, em vừa gặp trục trặc.'),
        keepsText: () => false,
      },
      { pollMs: 20 },
    );
    this.running.start();
  }

  /** Resolves once nothing waits any more. */
  async settled(): Promise<void> {
    const { inbox, conversations } = this.stores;
    await until(
      async () => (await inbox.waiting()).count === 0 && (await conversations.owedReplies()).count === 0,
    );
    await this.worker.idle();
  }

  /** An answered message whose reply a killed process did not send, and which it did not mark as answered. */
  async leftByCrash(event: CitizenEvent, more: Partial<OutgoingReply> = {}): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 60_000);
    await this.stores.inbox.store([event]);
    const lease = await this.stores.conversations.lease(event.conversationId, 'killed', before, 30_000);
    if (lease === null) throw new Error('no lease');
    const { key: eventKey, conversationId, channel, pageId, receivedAt } = event;
    await this.stores.conversations.commitTurn(lease, {
      event,
      state: { consent: { choice: 'unasked' }, stopped: false, suspended: [] },
      replies: [{ id: 'a/0', reply: text('trước khi chết'), attempts: 0, ...more }],
      record: {
        eventKey,
        conversationId,
        channel,
        pageId,
        receivedAt,
        answeredAt: AT,
        outcome: 'answered_menu',
        contentVersion: 'v1',
      },
    });
  }

  async close(): Promise<void> {
    await this.running?.stop();
    await this.stores.close();
    await rm(this.folder, { recursive: true });
  }
}
