import { expect } from 'chai';
import type { OutgoingReply } from '../../../src/conversation/ports.js';
import type { Reply } from '../../../src/conversation/types.js';
import {
  startGraphDouble,
  type Failure,
  type GraphDouble,
} from '../../../src/messenger/graph-double/server.js';
import { createGraphClient } from '../../../src/messenger/send/client.js';
import { messengerDelivery } from '../../../src/messenger/send/delivery.js';
import { PageState } from '../../../src/messenger/send/page-state.js';
import { silentLogger, type Logger } from '../../../src/shared/logger.js';

const TOKEN = 'EAAG-page-token';
const SECRET = 'app-secret';
const TARGET = { address: '7', pageId: '1000', conversationId: 'c' };
const HELLO: Reply = { kind: 'text', text: 'Dạ em chào anh/chị' };

describe('sending through the Send API', () => {
  let graph: GraphDouble;
  let now: Date;
  let page: PageState;
  const alarms: unknown[] = [];
  const logger: Logger = { ...silentLogger, fatal: (...said: unknown[]) => alarms.push(said) };
  const clock = { now: () => now };

  beforeEach(async () => {
    graph = await startGraphDouble({ token: TOKEN, appSecret: SECRET, pageId: '1000' });
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
      timeoutMs: 200,
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
    expect(graph.bubbles.map(({ to, text }) => ({ to, text }))).to.deep.equal([
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
    expect(graph.bubbles.map(({ text }) => text).join(' ')).to.include(long.trim().slice(-50));
  });

  const again: [string, Failure, number][] = [
    ['a passing fault (2)', { kind: 'error', code: 2 }, 3],
    ['a passing fault (1200)', { kind: 'error', code: 1200 }, 3],
    ['a gateway page', { kind: 'html', status: 502 }, 3],
    ['an unknown fault (1)', { kind: 'error', code: 1 }, 2],
    ['a connection torn after the message was out', { kind: 'torn', taken: true }, 2],
    ['a time-out, which may have arrived', { kind: 'silence' }, 2],
  ];
  for (const [what, failure, tries] of again) {
    it(`tries ${tries} times at most after ${what}`, async () => {
      for (let attempt = 0; attempt < tries - 1; attempt += 1) {
        expect(await sendWith(failure, attempt)).to.include({
          status: 'retry',
          afterMs: 1000 * 2 ** attempt,
        });
      }
      expect(await sendWith(failure, tries - 1)).to.include({ status: 'rejected' });
    });
  }

  const never: [string, number, number | undefined][] = [
    ['1/1357046, which was sent although it failed', 1, 1357046],
    ['an invalid parameter', 100, undefined],
    ['a missing permission', 200, undefined],
  ];
  for (const [what, code, subcode] of never) {
    it(`never sends again after ${what}`, async () => {
      expect(
        await sendWith({ kind: 'error', code, ...(subcode === undefined ? {} : { subcode }) }),
      ).to.include({ status: 'rejected' });
    });
  }

  for (const [code, subcode] of [
    [10, 2018278],
    [100, 2018001],
    [551, undefined],
    [2018300, undefined],
  ] as const) {
    it(`gives the citizen up until they write again after ${code}/${subcode ?? ''}`, async () => {
      expect(
        await sendWith({ kind: 'error', code, ...(subcode === undefined ? {} : { subcode }) }),
      ).to.include({ status: 'closed' });
    });
  }

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

  it('stops and alarms once when the token or the Page is refused, and notices when that is mended', async () => {
    expect(await sendWith({ kind: 'error', code: 190 })).to.include({ status: 'paused' });
    expect(await delivery().send(TARGET, outgoing())).to.include({ status: 'paused' });
    expect(page.describe()).to.deep.equal({ state: 'stopped', reason: 'code 190' });
    expect(alarms).to.have.length(1);
    now = new Date(now.getTime() + 10 * 60_000);
    const sent = await Promise.all([
      delivery().send(TARGET, outgoing()),
      delivery().send(TARGET, outgoing()),
    ]);
    expect(sent.map(({ status }) => status)).to.deep.equal(['sent', 'paused']);
    expect(page.describe()).to.deep.equal({ state: 'ready' });
  });

  it('asks no more than once in ten minutes while it stays stopped', async () => {
    await sendWith({ kind: 'error', code: 190 });
    graph.calls.length = 0;
    for (let minute = 1; minute <= 30; minute += 1) {
      now = new Date(now.getTime() + 60_000);
      graph.failNext({ kind: 'error', code: 190 });
      await delivery().send(TARGET, outgoing());
      await delivery().send({ ...TARGET, address: '8' }, outgoing());
    }
    expect(graph.calls).to.have.length(3);
    expect(alarms).to.have.length(1);
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
      [0, 1000],
      [5, 32_000],
      [40, 256_000],
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
    expect(graph.bubbles).to.deep.equal([]);
  });

  it('stops as well when the Page is blocked for abuse', async () => {
    expect(await sendWith({ kind: 'error', code: 368 })).to.include({ status: 'paused' });
    expect(page.describe().state).to.equal('stopped');
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
