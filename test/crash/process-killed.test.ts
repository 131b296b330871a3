import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { Stage } from './support/stage.js';

const KILLS = Number(process.env['CRASH_KILLS'] ?? 20);
/** At least so many are acknowledged between two kills. */
const MESSAGES_PER_RUN = 5;
const uri = process.env['MONGODB_URI'];

/** How much the crowd writes: the compatible server searches without indexes, so it is given less. */
const LOADS = {
  'the embedded engine': { citizens: 30, pauseMs: 120 },
  MongoDB: { citizens: 12, pauseMs: 300 },
};

describe(`the process is killed ${KILLS} times at random moments under load`, function () {
  this.timeout(300_000 + KILLS * 30_000);
  let stage: Stage;
  afterEach(() => stage.close());

  for (const [engine, load] of Object.entries(LOADS)) {
    const skipped = engine === 'MongoDB' && uri === undefined;
    it(`loses no acknowledged message and repeats at most the reply in flight, on ${engine}${skipped ? ' (MONGODB_URI not set)' : ''}`, async function () {
      stage = await Stage.open(engine === 'MongoDB' ? freshDatabase(uri) : undefined);
      if (skipped) this.skip();
      await stage.startBot();
      await stage.learn();
      const crowd = stage.crowd(load);
      crowd.start();
      for (let kill = 0; kill < KILLS; kill += 1) {
        // A busy machine takes long to start: each run takes some messages before its end.
        for (const before = crowd.count; crowd.count < before + MESSAGES_PER_RUN;) await wait(10);
        await wait(Math.random() * 1400);
        await stage.bot?.kill();
        // What it had sent before its end is read by now.
        await wait(200);
        stage.ledger.epoch += 1;
        await stage.startBot();
      }
      await wait(500);
      await crowd.leave();
      const { acknowledged, repeated } = await stage.settle(crowd);
      process.stdout.write(
        `      ${engine}: ${KILLS} kills, ${acknowledged} acknowledged, 0 lost, ${repeated} repeated\n`,
      );
      expect(acknowledged).to.be.at.least(KILLS * MESSAGES_PER_RUN);
    });
  }
});

function freshDatabase(server: string | undefined): string | undefined {
  if (server === undefined) return undefined;
  const url = new URL(server);
  url.pathname = `/crash-${randomUUID()}`;
  return url.href;
}
