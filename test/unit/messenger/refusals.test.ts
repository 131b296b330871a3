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

describe('what Facebook refuses', () => {
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

  /** Refused so `tries` times in a row, each at its time: the waits between, in seconds, and how the last ended. */
  const refusedFor = async (failure: Failure, tries: number, target = TARGET, more = {}) => {
    const waits: number[] = [];
    let status = '';
    for (let attempt = 0; attempt < tries; attempt += 1) {
      graph.failNext(failure);
      const result = await delivery(more).send(target, outgoing(HELLO, attempt));
      status = result.status;
      if (result.status !== 'retry') break;
      waits.push(result.afterMs / 1000);
      now = new Date(now.getTime() + result.afterMs);
    }
    return { waits, status };
  };
  const minutesOf = (waits: number[]) => waits.reduce((sum, wait) => sum + wait, 0) / 60;

  const outages: [string, Failure][] = [
    ['a gateway page (502)', { kind: 'html', status: 502 }],
    ['a gateway page (503)', { kind: 'html', status: 503 }],
    ['Facebook’s internal error (-1)', { kind: 'error', status: 500, code: -1, subcode: 2018012 }],
    ['Facebook’s internal error (2) with HTTP 500', { kind: 'error', status: 500, code: 2 }],
    ['a fault that Facebook calls passing', { kind: 'error', code: 2, isTransient: true }],
    ['an unknown code that Facebook calls passing', { kind: 'error', code: 77001, isTransient: true }],
  ];
  for (const [what, failure] of outages) {
    it(`goes on trying for hours, ever more slowly, after ${what}`, async () => {
      const { waits, status } = await refusedFor(failure, 20);
      expect(status).to.equal('retry');
      expect(waits.slice(0, 7)).to.deep.equal([2, 6, 18, 54, 162, 486, 900]);
      expect(minutesOf(waits)).to.be.greaterThan(180);
      expect(page.describe()).to.deep.equal({ state: 'ready' });
    });
  }

  for (const code of [2, 1200]) {
    it(`spreads its tries over twelve minutes after ${code}, which may be this citizen’s account`, async () => {
      const { waits, status } = await refusedFor({ kind: 'error', code }, 20);
      expect(waits).to.deep.equal([2, 6, 18, 54, 162, 486]);
      expect(status).to.equal('rejected');
    });
  }

  const onceMore: [string, Failure, number][] = [
    ['an unknown fault (1), later', { kind: 'error', code: 1 }, 30],
    ['a connection torn after the message was out', { kind: 'torn', taken: true }, 1],
  ];
  for (const [what, failure, wait] of onceMore) {
    it(`tries once more after ${what}`, async () => {
      expect(await refusedFor(failure, 3)).to.deep.equal({ waits: [wait], status: 'rejected' });
    });
  }

  it('tries once more after a time-out, which may have arrived', async () => {
    const refused = await refusedFor({ kind: 'silence' }, 3, TARGET, { timeoutMs: 50 });
    expect(refused).to.deep.equal({ waits: [1], status: 'rejected' });
  });

  for (const [code, subcode] of [
    [1, 1357046],
    [100, undefined],
    [100, 2534015],
    [100, 2018034],
    [10900, undefined],
  ] as const) {
    it(`never sends a message again that arrived or is itself at fault: ${code}/${subcode ?? ''}`, async () => {
      expect(
        await sendWith({ kind: 'error', code, ...(subcode === undefined ? {} : { subcode }) }),
      ).to.include({ status: 'rejected' });
    });
  }

  const setUp: [string, Failure][] = [
    ['the token (190)', { kind: 'error', code: 190 }],
    ['the token (190/460)', { kind: 'error', status: 401, code: 190, subcode: 460 }],
    ['the session (102)', { kind: 'error', code: 102 }],
    ['the proof (104)', { kind: 'error', code: 104 }],
    ['a permission (10)', { kind: 'error', status: 403, code: 10 }],
    ['a permission (200)', { kind: 'error', status: 403, code: 200 }],
    ['a permission (230)', { kind: 'error', status: 403, code: 230 }],
    ['a feature (10/2018065)', { kind: 'error', code: 10, subcode: 2018065 }],
    ['the capability (3)', { kind: 'error', code: 3 }],
    ['the Page itself (100/33)', { kind: 'error', code: 100, subcode: 33 }],
    ['the version (2635)', { kind: 'error', code: 2635 }],
    ['the path (2500)', { kind: 'error', code: 2500 }],
    ['a proxy that wants a name (407)', { kind: 'html', status: 407 }],
    ['a gateway (401)', { kind: 'html', status: 401 }],
    ['a firewall (403)', { kind: 'html', status: 403 }],
    ['a wrong address (404)', { kind: 'html', status: 404 }],
  ];
  for (const [what, failure] of setUp) {
    it(`keeps replies back, alarms once and says so when ${what} is refused, and notices when it is mended`, async () => {
      for (const address of ['7', '8', '9'])
        for (let minute = 0; minute < 20; minute += 1) {
          graph.failNext(failure);
          expect(await delivery().send({ ...TARGET, address }, outgoing())).to.include({ status: 'paused' });
          now = new Date(now.getTime() + 60_000);
        }
      expect(alarms).to.have.length(1);
      expect(page.describe().state).to.equal('stopped');
      graph.failing = undefined;
      graph.clearFailures();
      now = new Date(now.getTime() + 10 * 60_000);
      expect(await delivery().send(TARGET, outgoing())).to.deep.equal({ status: 'sent' });
      expect(page.describe()).to.deep.equal({ state: 'ready' });
    });
  }

  for (const [what, failure] of [
    ['a code that nobody knows', { kind: 'error', code: 77001 }],
    ['an unknown kind of missing permission', { kind: 'error', code: 10, subcode: 4711 }],
    ['an app that is not live for this citizen', { kind: 'error', code: 200, subcode: 2018028 }],
    ['a portal’s page with HTTP 200', { kind: 'html', status: 200 }],
  ] as [string, Failure][]) {
    it(`lets this citizen’s reply wait and alarms once after ${what}, while others are answered`, async () => {
      const { status, waits } = await refusedFor(failure, 5);
      expect(status).to.equal('retry');
      expect(minutesOf(waits)).to.be.greaterThan(4);
      expect(alarms).to.have.length(1);
      expect(page.describe().state).to.equal('attention');
      expect(await delivery().send({ ...TARGET, address: '8' }, outgoing())).to.deep.equal({
        status: 'sent',
      });
      now = new Date(now.getTime() + 31 * 60_000);
      expect(page.describe()).to.deep.equal({ state: 'ready' });
    });
  }

  it('gives a reply up that is refused for an unknown reason again and again while others go out', async () => {
    const failure: Failure = { kind: 'error', code: 77001 };
    expect(await sendWith(failure, 6)).to.include({ status: 'retry' });
    await delivery().send({ ...TARGET, address: '8' }, outgoing());
    expect(await sendWith(failure, 6)).to.include({ status: 'rejected' });
  });

  for (const [code, subcode] of [
    [2018300, undefined],
    [2018321, undefined],
    [100, 2534037],
  ] as const) {
    it(`keeps the reply back while another app has the conversation: ${code}/${subcode ?? ''}`, async () => {
      const failure: Failure = { kind: 'error', code, ...(subcode === undefined ? {} : { subcode }) };
      const { status, waits } = await refusedFor(failure, 30);
      expect(status).to.equal('retry');
      expect(new Set(waits)).to.deep.equal(new Set([300]));
      expect(await delivery().send(TARGET, outgoing(HELLO, 30))).to.deep.equal({ status: 'sent' });
    });
  }

  it('tries a private reply to a comment again where it surely did not arrive, and only there', async () => {
    const comment = (failure: Failure) => {
      graph.failNext(failure);
      return delivery().send({ ...TARGET, address: '5_6' }, { ...outgoing(), comment: true });
    };
    expect(await comment({ kind: 'error', code: 2 })).to.include({ status: 'retry' });
    expect(await comment({ kind: 'html', status: 502 })).to.include({ status: 'retry' });
    for (const code of [1, 10900, 10903, 2018300])
      expect(await comment({ kind: 'error', code }), String(code)).to.include({ status: 'rejected' });
    expect(await comment({ kind: 'torn', taken: false })).to.include({ status: 'rejected' });
    expect(graph.messages).to.deep.equal([]);
  });

  it('sends no private reply more than seven days after the comment', async () => {
    const lastEventAt = new Date(now.getTime() - 7 * 24 * 3_600_000);
    const late = await delivery().send({ ...TARGET, lastEventAt }, { ...outgoing(), comment: true });
    expect(late).to.include({ status: 'closed' });
    expect(graph.calls).to.deep.equal([]);
  });

  for (const [code, subcode] of [
    [10, 2018278],
    [10, 2018108],
    [100, 2018001],
    [200, 1545041],
    [551, undefined],
  ] as const) {
    it(`gives the citizen up until they write again after ${code}/${subcode ?? ''}`, async () => {
      expect(
        await sendWith({ kind: 'error', code, ...(subcode === undefined ? {} : { subcode }) }),
      ).to.include({ status: 'closed' });
    });
  }
});
