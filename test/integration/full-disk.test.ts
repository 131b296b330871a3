import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Delivery, TurnRunner } from '../../src/turns/ports.js';
import { text } from '../../src/conversation/replies.js';
import { gated } from '../../src/turns/store-gate.js';
import { createWorker, type Worker } from '../../src/turns/worker.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';
import { FailingDisk } from '../fakes/disk.js';
import { event } from './records/samples.js';
import { until } from '../support/until.js';

describe('while the disk is full', () => {
  let folder: string;
  let disk: FailingDisk;
  let stores: Stores;
  let worker: Worker;
  let sent: string[];
  let turns: number;
  let now: number;
  let fullAfter: number;

  const runner: TurnRunner = {
    run(_said, state) {
      turns += 1;
      const replies = [text('một'), text('hai'), text('ba')];
      return Promise.resolve({
        state: { ...state },
        replies,
        outcome: 'answered_menu',
        contentVersion: 'v1',
      });
    },
  };
  const delivery: Delivery = {
    send(_target, { reply }) {
      sent.push(reply.text);
      if (sent.length === fullAfter) disk.full = true;
      return Promise.resolve({ status: 'sent' });
    },
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'full-'));
    [disk, sent, turns, now] = [new FailingDisk(), [], 0, Date.parse('2026-11-24T02:00:00Z')];
    fullAfter = Number.POSITIVE_INFINITY;
    const clock = { now: () => new Date((now += 1)) };
    stores = await createStores({ dataDir: folder, logger: silentLogger, clock, disk });
    const deliveries = { web: delivery, messenger: delivery };
    worker = createWorker(
      {
        ...gated({ ...stores, deliveries }, () => stores.writable(), clock),
        ...{ records: stores.records, runner, clock, logger: silentLogger, keepsText: () => false },
        apology: () => text('Dạ em xin lỗi, em vừa gặp trục trặc.'),
      },
      { pollMs: 2 },
    );
    worker.start();
  });
  afterEach(async () => {
    await worker.stop();
    await stores.close();
    await rm(folder, { recursive: true });
  });

  /** Long enough for the worker to look again many times. */
  const looks = () => new Promise((resolve) => setTimeout(resolve, 100));

  it('no reply goes out twice, none goes out that can’t be noted, and all come once there is room', async () => {
    fullAfter = 1;
    await stores.inbox.store([event('a')]);
    worker.wake(['citizen-1']);
    await until(() => sent.length > 0);
    await looks();
    expect(sent).to.deep.equal(['một']);
    expect(turns).to.equal(1);
    disk.full = false;
    now += 120_000;
    await until(() => sent.length >= 3);
    expect(sent).to.deep.equal(['một', 'hai', 'ba']);
  });

  it('nothing that comes in is confirmed, nor answered, and the probe says so', async () => {
    disk.full = true;
    const refused = await stores.inbox.store([event('a')]).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'STORE_UNWRITABLE', status: 503 });
    await looks();
    expect(await stores.inbox.waitingConversations(10)).to.be.empty;
    expect([turns, sent.length]).to.deep.equal([0, 0]);
    const probed = await stores.ping().catch((error: unknown) => error);
    expect(probed).to.have.property('code', 'STORE_UNWRITABLE');
    expect(stores.refusal()).to.equal('ENOSPC');
    disk.full = false;
    await stores.ping();
    expect(stores.refusal()).to.equal(null);
    expect(await stores.inbox.store([event('a')])).to.equal(1);
  });

  it('a start is refused with a sentence that names the folder', async () => {
    const full = new FailingDisk();
    full.full = true;
    const elsewhere = join(folder, 'new');
    const options = {
      dataDir: elsewhere,
      logger: silentLogger,
      clock: { now: () => new Date(now) },
      disk: full,
    };
    const refused = await createStores(options).catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'DATA_DIR_UNWRITABLE');
    expect(String(refused)).to.contain(elsewhere);
  });
});
