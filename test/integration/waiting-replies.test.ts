import { expect } from 'chai';
import { AT, said, WorkerStage } from '../support/worker-stage.js';
import { until } from '../support/until.js';

describe('replies that wait', () => {
  let stage: WorkerStage;

  beforeEach(async () => {
    stage = await WorkerStage.open();
  });
  afterEach(() => stage.close());

  it('answers the web chat, and other citizens, while forty replies hang on their way to Facebook', async () => {
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (letGo = resolve));
    stage.messenger = {
      async send(target, reply) {
        if (target.address !== 'an') await hanging;
        return stage.delivery.send(target, reply);
      },
    };
    const people = Array.from({ length: 40 }, (_, index) => String(index));
    await stage.stores.inbox.store(
      people.map((id) => said(`k${id}`, id, { conversationId: `c${id}`, address: id })),
    );
    stage.start();
    await until(() => stage.turns.length >= 40);
    const web = { channel: 'web', conversationId: 'w', address: 'w' } as const;
    await stage.stores.inbox.store([said('web', 'web', web), said('an', 'an', { address: 'an' })]);
    await until(() => stage.sent.length >= 4);
    expect([...stage.sent].sort()).to.deep.equal(['an: an 1', 'an: an 2', 'w: web 1', 'w: web 2']);
    letGo();
    await stage.settled();
    expect(stage.sent).to.have.length(84);
  });

  it('finds what is due behind hundreds of replies that wait for a later time, also after a restart', async () => {
    const later = AT.getTime() + 3_600_000;
    stage.now = AT;
    const people = Array.from({ length: 150 }, (_, index) => String(index));
    stage.answers = people.map(() => ({ status: 'paused', untilMs: later, reason: 'the Page is paused' }));
    await stage.stores.inbox.store(
      people.map((id) => said(`k${id}`, id, { conversationId: `c${id}`, address: id })),
    );
    stage.start();
    await until(() => stage.turns.length >= 150 && stage.answers.length === 0);
    await stage.worker.stop();
    await stage.leftByCrash(said('a', 'một'));
    stage.start();
    await until(() => stage.sent.length > 0);
    expect(stage.sent).to.deep.equal(['7: trước khi chết']);
    expect(await stage.worker.backlog()).to.deep.include({ messages: 0, replies: 150, dropped: 0 });
    stage.now = new Date(later);
    await stage.settled();
    expect(stage.sent).to.have.length(301);
    expect(await stage.worker.backlog()).to.deep.include({ replies: 0, oldestSeconds: 0 });
  });

  it('leaves replies alone until their time: nothing is read or tried meanwhile', async () => {
    stage.now = AT;
    stage.answers = [{ status: 'retry', afterMs: 3_600_000, reason: 'code 2' }];
    await stage.stores.inbox.store([said('a', 'một')]);
    stage.start();
    await until(() => stage.answers.length === 0);
    await stage.worker.idle();
    const loads: string[] = [];
    const load = stage.stores.conversations.load.bind(stage.stores.conversations);
    stage.stores.conversations.load = (id) => {
      loads.push(id);
      return load(id);
    };
    for (let looks = 0; looks < 10; looks += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(loads).to.deep.equal([]);
  });

  it('counts what is given up, for the health page', async () => {
    stage.answers = [{ status: 'rejected', reason: 'code 100' }, { status: 'sent' }];
    await stage.stores.inbox.store([said('a', 'một')]);
    stage.start();
    await stage.settled();
    expect(await stage.worker.backlog()).to.deep.include({
      messages: 0,
      replies: 0,
      oldestSeconds: 0,
      dropped: 1,
    });
  });
});
