import { expect } from 'chai';
import type { OutgoingReply } from '../../../src/turns/ports.js';
import type { Reply } from '../../../src/conversation/types.js';
import type { Failure } from '../../../src/simulator/fake-graph-api/responses.js';
import { startFakeGraphApi, type FakeGraphApi } from '../../../src/simulator/fake-graph-api/server.js';
import { createGraphClient } from '../../../src/messenger/send/client.js';
import { messengerDelivery } from '../../../src/messenger/send/delivery.js';
import { PageState } from '../../../src/messenger/send/page-state.js';
import { silentLogger, type Logger } from '../../../src/shared/logger.js';

const TOKEN = 'EAAG-page-token';
const SECRET = 'app-secret';
const TARGET = { address: '7', pageId: '1000', conversationId: 'c' };
const HELLO: Reply = { kind: 'text', text: 'Dạ em chào anh/chị' };

describe('sending through the Send API', () => {
  let graph: FakeGraphApi;
  let now: Date;
  let page: PageState;
  const alarms: unknown[] = [];
  const logger: Logger = { ...silentLogger, fatal: (...said: unknown[]) => alarms.push(said) };
  const clock = { now: () => now };

  beforeEach(async () => {
    graph = await startFakeGraphApi({ token: TOKEN, appSecret: SECRET, pageId: '1000' });
    now = new Date('2026-11-23T03:00:00Z');
    page = new PageState(clock, logger);
    alarms.length = 0;
  });
  afterEach(() => graph.close());

  const client = (more = {}) =>
    createGraphClient({
      url: graph.url,
      version: 'v26.0',
      token: TOKEN,
      appSecret: SECRET,
      timeoutMs: 60_000,
      ...more,
    });
  const delivery = (more = {}) => messengerDelivery({ client: client(more), page, clock, jitter: () => 0 });
  const outgoing = (reply: Reply = HELLO, attempts = 0): OutgoingReply => ({ id: 'r', reply, attempts });
  const sendWith = (failure: Failure, attempts = 0) => {
    graph.failNext(failure);
    return delivery().send(TARGET, outgoing(HELLO, attempts));
  };

  it('reaches the citizen, with the token in the header and its proof', async () => {
    expect(await delivery().send(TARGET, outgoing())).to.deep.equal({ status: 'sent' });
    expect(graph.messages.map(({ to, text }) => ({ to, text }))).to.deep.equal([
      { to: '7', text: HELLO.text },
    ]);
    expect(graph.refusals).to.deep.equal([]);
  });

  it('can carry the token in the address where the Page needs it', async () => {
    expect(await delivery({ tokenInQuery: true }).send(TARGET, outgoing())).to.deep.equal({ status: 'sent' });
  });

  it('keeps within Messenger’s limits whatever the reply holds', async () => {
    const long = 'Câu này dài. '.repeat(400);
    const button = { type: 'reply' as const, title: 'Một cái tên nút rất là dài', payload: 'p' };
    const choices = Array.from({ length: 20 }, (_, index) => ({
      title: `Lựa chọn số ${index} 👨‍👩‍👧‍👦👨‍👩‍👧‍👦`,
      payload: `p${index}`,
    }));
    expect(
      await delivery().send(
        TARGET,
        outgoing({
          kind: 'buttons',
          text: long,
          buttons: [button, button, button, button],
          quickReplies: choices,
        }),
      ),
    ).to.deep.equal({ status: 'sent' });
    expect(graph.refusals).to.deep.equal([]);
    expect(graph.messages.map(({ text }) => text).join(' ')).to.include(long.trim().slice(-50));
  });

  it('pauses the whole Page for the time that Facebook names', async () => {
    expect(await sendWith({ kind: 'error', code: 613, waitMinutes: 30 })).to.deep.include({
      status: 'paused',
      untilMs: now.getTime() + 30 * 60_000,
    });
    expect(await delivery().send({ ...TARGET, address: '8' }, outgoing())).to.include({ status: 'paused' });
    expect(page.describe().state).to.equal('paused');
    now = new Date(now.getTime() + 31 * 60_000);
    expect(await delivery().send(TARGET, outgoing())).to.deep.equal({ status: 'sent' });
  });

  it('lets one reply at a time try whether a refusal is over, ever more seldom', async () => {
    await sendWith({ kind: 'error', code: 190 });
    graph.calls.length = 0;
    const tried: number[] = [];
    for (let second = 10; second <= 3600; second += 10) {
      now = new Date(now.getTime() + 10_000);
      graph.clearFailures();
      graph.failNext({ kind: 'error', code: 190 });
      const before = graph.calls.length;
      await Promise.all([
        delivery().send(TARGET, outgoing()),
        delivery().send({ ...TARGET, address: '8' }, outgoing()),
      ]);
      if (graph.calls.length > before) tried.push(second);
    }
    expect(tried).to.deep.equal([30, 90, 210, 450, 930, 1530, 2130, 2730, 3330]);
    expect(graph.calls).to.have.length(tried.length);
    expect(alarms).to.have.length(1);
  });

  it('asks no more than once in ten minutes while the Page is blocked for abuse', async () => {
    for (const failure of [
      { kind: 'error', code: 368 },
      { kind: 'error', code: 613, subcode: 2018338 },
    ] as Failure[]) {
      await sendWith(failure);
      expect(page.describe().state).to.equal('stopped');
      graph.calls.length = 0;
      for (let minute = 1; minute <= 30; minute += 1) {
        now = new Date(now.getTime() + 60_000);
        graph.clearFailures();
        graph.failNext(failure);
        await delivery().send(TARGET, outgoing());
      }
      expect(graph.calls).to.have.length(3);
    }
    expect(alarms).to.have.length(1);
  });

  it('lets the rest wait when Facebook answers nothing, and goes on once it answers', async () => {
    graph.failing = { kind: 'silence' };
    const send = (index: number) => delivery().send({ ...TARGET, address: `1${index}` }, outgoing());
    const impatient = delivery({ timeoutMs: 50 });
    const first = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        impatient.send({ ...TARGET, address: `1${index}` }, outgoing()),
      ),
    );
    expect(new Set(first.map(({ status }) => status))).to.deep.equal(new Set(['retry']));
    expect(page.describe().state).to.equal('paused');
    graph.calls.length = 0;
    const rest = await Promise.all(Array.from({ length: 40 }, (_, index) => send(index)));
    expect(new Set(rest.map(({ status }) => status))).to.deep.equal(new Set(['paused']));
    await delivery().announce?.(TARGET);
    expect(graph.calls).to.deep.equal([]);
    graph.failing = undefined;
    now = new Date(now.getTime() + 30_000);
    expect(await send(0)).to.deep.equal({ status: 'sent' });
    expect(await send(1)).to.deep.equal({ status: 'sent' });
    expect(alarms).to.deep.equal([]);
  });

  it('stays paused when a message that was under way before the limit goes through after it', () => {
    const opening = page.opening;
    page.pause('code 613', 30);
    page.wentThrough(opening);
    expect(page.describe().state).to.equal('paused');
  });

  it('goes on trying, ever more slowly, while Facebook cannot be reached: nothing can have arrived', async () => {
    const nowhere = delivery({ url: 'http://127.0.0.1:1' });
    for (const [attempts, afterMs] of [
      [0, 2000],
      [5, 486_000],
      [40, 900_000],
    ] as const)
      expect(await nowhere.send(TARGET, outgoing(HELLO, attempts))).to.include({ status: 'retry', afterMs });
  });

  it('shows typing dots before an answer, and none while the Page is paused or the 24 hours are over', async () => {
    await delivery().announce?.(TARGET);
    expect(graph.calls).to.deep.equal(['POST 1000/messages']);
    await delivery().announce?.({ ...TARGET, lastEventAt: new Date(now.getTime() - 25 * 60 * 60_000) });
    page.pause('code 613', 30);
    await delivery().announce?.(TARGET);
    expect(graph.calls).to.have.length(1);
    expect(graph.messages).to.deep.equal([]);
  });

  it('sends nothing once the citizen’s 24 hours are over', async () => {
    const lastEventAt = new Date(now.getTime() - 24 * 60 * 60_000);
    expect(await delivery().send({ ...TARGET, lastEventAt }, outgoing())).to.include({ status: 'closed' });
    expect(graph.calls).to.deep.equal([]);
  });

  it('says in no error what the token, the secret or the proof is', async () => {
    const broken = createGraphClient({
      url: 'http://127.0.0.1:1',
      version: 'v26.0',
      token: TOKEN,
      appSecret: SECRET,
    });
    const answers = [
      await broken.call('GET', 'me'),
      await client({ token: 'wrong' }).call('GET', '1000/subscribed_apps'),
      await client().call('GET', 'no/such'),
    ];
    expect(JSON.stringify(answers)).not.to.match(new RegExp(`${TOKEN}|${SECRET}|[0-9a-f]{64}`));
    expect(answers.map(({ ok }) => ok)).to.deep.equal([false, false, false]);
  });
});
