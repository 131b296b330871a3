import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery, DeliveryResult, DeliveryTarget, TurnRunner } from '../../src/turns/ports.js';
import { text } from '../../src/conversation/replies.js';
import type { CitizenEvent } from '../../src/conversation/types.js';
import { createWorker, type Worker } from '../../src/turns/worker.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { AppError } from '../../src/shared/errors.js';
import { silentLogger } from '../../src/shared/logger.js';
import { until } from '../support/until.js';

const AT = new Date('2026-11-24T02:00:00Z');

function said(key: string, words: string, more: Partial<CitizenEvent> = {}): CitizenEvent {
  return {
    key,
    channel: 'messenger',
    conversationId: 'an',
    pageId: '1000',
    address: '7',
    kind: 'text',
    text: words,
    sentAt: AT,
    receivedAt: AT,
    sequence: 1,
    ...more,
  };
}

describe('the worker', () => {
  let folder: string;
  let stores: Stores;
  let worker: Worker;
  let sent: string[];
  let typing: DeliveryTarget[];
  let answers: DeliveryResult[];
  let turns: string[];
  /** How many more turns meet a database that is away. */
  let away: number;

  const runner: TurnRunner = {
    run({ text: words = '', sentAt }, state) {
      turns.push(words);
      if (away > 0) {
        away -= 1;
        return Promise.reject(new AppError('STORE_UNAVAILABLE', 'switch: the database did not do it'));
      }
      if (words === 'hỏng') return Promise.reject(new Error('spoilt'));
      return Promise.resolve({
        state: { ...state, lastEventAt: sentAt },
        replies: [text(`${words} 1`), text(`${words} 2`)],
        outcome: 'answered_menu',
        // What no store takes.
        ...(words === 'đồng ý lạ' ? { consentGiven: 'maybe' as 'yes' } : {}),
        contentVersion: 'v1',
      });
    },
  };
  const delivery: Delivery = {
    announce: (target) => Promise.resolve(void typing.push(target)),
    send(target, { reply }) {
      const result = answers.shift() ?? { status: 'sent' };
      if (result.status === 'sent') sent.push(`${target.address}: ${reply.text}`);
      return Promise.resolve(result);
    },
  };
  const start = () => {
    worker = createWorker(
      {
        ...stores,
        runner,
        deliveries: { messenger: delivery, web: delivery },
        clock: systemClock,
        logger: silentLogger,
        apology: () => text('Dạ em xin lỗi, em vừa gặp trục trặc.'),
        keepsText: () => false,
      },
      { pollMs: 20 },
    );
    worker.start();
  };
  const settled = async () => {
    await until(
      async () =>
        (await stores.inbox.waitingConversations(1)).length === 0 &&
        (await stores.collections.conversations.countDocuments({ 'outbox.id': { $gt: '' } })) === 0,
    );
    await worker.idle();
  };

  /** As a process that is killed between the commit and the mark leaves the first event that waits. */
  const commitAndDie = async () => {
    const lease = await stores.conversations.lease('an', 'killed', new Date(Date.now() - 60_000), 30_000);
    if (lease === null) throw new Error('no lease');
    const [event] = await stores.inbox.waitingEvents('an', 1);
    if (event === undefined) throw new Error('no event');
    const outcome = { outcome: 'answered_menu', contentVersion: 'v1' } as const;
    const { key: eventKey, conversationId, channel, pageId, receivedAt } = event;
    await stores.conversations.commitTurn(lease, {
      event,
      state: { consent: { choice: 'unasked' }, stopped: false, suspended: [] },
      replies: [{ id: 'a/0', reply: text('trước khi chết'), attempts: 0 }],
      record: { ...outcome, eventKey, conversationId, channel, pageId, receivedAt, answeredAt: AT },
    });
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'worker-'));
    stores = await createStores({ dataDir: folder, logger: silentLogger, clock: systemClock });
    [sent, typing, answers, turns] = [[], [], [], []];
    away = 0;
  });
  afterEach(async () => {
    await worker.stop();
    await stores.close();
    await rm(folder, { recursive: true });
  });

  it('answers in the order of writing, not of arrival, and shows typing dots once per answer', async () => {
    await stores.inbox.store([
      said('b', 'hai', { sentAt: new Date(AT.getTime() + 1000) }),
      said('a', 'một', { sequence: 2 }),
    ]);
    start();
    await settled();
    expect(sent).to.deep.equal(['7: một 1', '7: một 2', '7: hai 1', '7: hai 2']);
    expect(typing).to.have.length(1);
  });

  it('sends what failed again before anything that comes after it', async () => {
    answers = [
      { status: 'sent' },
      { status: 'retry', afterMs: 10, reason: 'code 2' },
      { status: 'retry', afterMs: 10, reason: 'code 2' },
    ];
    await stores.inbox.store([said('a', 'một'), said('b', 'hai', { sequence: 2 })]);
    start();
    await settled();
    expect(sent).to.deep.equal(['7: một 1', '7: một 2', '7: hai 1', '7: hai 2']);
  });

  it('goes on after a reply that Facebook will never take, and gives up a citizen who cannot be reached', async () => {
    answers = [{ status: 'rejected', reason: 'code 100' }];
    await stores.inbox.store([said('a', 'một')]);
    start();
    await settled();
    expect(sent).to.deep.equal(['7: một 2']);
    answers = [{ status: 'closed', reason: 'code 551' }];
    await stores.inbox.store([said('b', 'hai')]);
    await settled();
    expect(sent).to.deep.equal(['7: một 2']);
  });

  it('apologises once when a turn fails or comes to what cannot be stored, and takes the next', async () => {
    await stores.inbox.store([
      said('a', 'hỏng'),
      said('b', 'đồng ý lạ', { sequence: 2 }),
      said('c', 'ba', { sequence: 3 }),
    ]);
    start();
    await settled();
    expect(sent.filter((line) => line.includes('em vừa gặp trục trặc'))).to.have.length(2);
    expect(sent.slice(-2)).to.deep.equal(['7: ba 1', '7: ba 2']);
    expect(turns).to.deep.equal(['hỏng', 'đồng ý lạ', 'ba']);
  });

  it('does not apologise to whoever only wrote under a post', async () => {
    await stores.inbox.store([said('a', 'hỏng', { kind: 'comment' }), said('b', 'hai', { sequence: 2 })]);
    start();
    await settled();
    expect(sent).to.deep.equal(['7: hai 1', '7: hai 2']);
  });

  it('asks a database that went away during a turn again, in order and without a word of it to the citizen', async () => {
    away = 3;
    await stores.inbox.store([said('a', 'một'), said('b', 'hai', { sequence: 2 })]);
    start();
    await settled();
    expect(sent).to.deep.equal(['7: một 1', '7: một 2', '7: hai 1', '7: hai 2']);
    expect(turns).to.deep.equal(['một', 'một', 'một', 'một', 'hai']);
  });

  it('apologises where one message meets a database that is away each time, and takes the next', async () => {
    away = 5;
    await stores.inbox.store([said('a', 'một'), said('b', 'hai', { sequence: 2 })]);
    start();
    await settled();
    expect(sent).to.deep.equal(['7: Dạ em xin lỗi, em vừa gặp trục trặc.', '7: hai 1', '7: hai 2']);
  });

  it('does not answer twice what was committed by a process that was killed before it could mark it', async () => {
    await stores.inbox.store([said('a', 'một')]);
    await commitAndDie();
    start();
    await settled();
    expect(sent).to.deep.equal(['7: trước khi chết']);
    expect(turns).to.deep.equal([]);
  });

  it('nor when a crowd of messages that were written earlier arrives before it is marked', async () => {
    await stores.inbox.store([said('a', 'một')]);
    await commitAndDie();
    const earlier = new Date(AT.getTime() - 60_000);
    await stores.inbox.store(
      Array.from({ length: 45 }, (_, i) => said(`b${i}`, `sớm ${i}`, { sentAt: earlier, sequence: i })),
    );
    start();
    await settled();
    expect(turns).to.deep.equal(Array.from({ length: 45 }, (_, i) => `sớm ${i}`));
  });

  it('frees at once what a killed process held on the embedded engine', async () => {
    await stores.inbox.store([said('a', 'một')]);
    await stores.conversations.lease('an', 'killed', new Date(), 3_600_000);
    await stores.close();
    stores = await createStores({ dataDir: folder, logger: silentLogger, clock: systemClock });
    start();
    await settled();
    expect(sent).to.deep.equal(['7: một 1', '7: một 2']);
  });

  it('works on many conversations side by side', async () => {
    const people = Array.from({ length: 50 }, (_, index) => String(index));
    await stores.inbox.store(
      people.map((id) => said(`k${id}`, id, { conversationId: `c${id}`, address: id })),
    );
    start();
    await settled();
    expect(new Set(sent).size).to.equal(100);
  });
});
