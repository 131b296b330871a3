import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { DatabaseServer } from './support/database-server.js';
import { Stage } from './support/stage.js';

const KILLS = 3;
const command = process.env['MONGODB_SERVER_COMMAND'];

describe(`the database is killed ${KILLS} times under load while the bot goes on`, function () {
  this.timeout(600_000);

  it(`answers 5xx meanwhile, loses nothing it acknowledged, recovers by itself${command === undefined ? ' (MONGODB_SERVER_COMMAND not set)' : ''}`, async function () {
    if (command === undefined) this.skip();
    const folder = await mkdtemp(join(tmpdir(), 'database-'));
    const database = await DatabaseServer.at(command, join(folder, 'file'));
    await database.start();
    const stage = await Stage.open(database.uri);
    try {
      const bot = await stage.startBot();
      await stage.learn();
      const crowd = stage.crowd({ citizens: 10, pauseMs: 400 });
      crowd.start();
      for (let kill = 0; kill < KILLS; kill += 1) {
        await wait(1000 + Math.random() * 2000);
        await database.kill();
        await untilHealth(bot.url, 503);
        // Messages meet the dead database, too.
        const before = crowd.statuses.get(503) ?? 0;
        while ((crowd.statuses.get(503) ?? 0) === before) await wait(50);
        stage.ledger.epoch += 1;
        await database.start();
      }
      await wait(1000);
      await crowd.leave();
      const { acknowledged, repeated } = await stage.settle(crowd);
      const refused = crowd.statuses.get(503) ?? 0;
      process.stdout.write(
        `      ${KILLS} kills, ${acknowledged} acknowledged, ${refused} refused with 503, 0 lost, ${repeated} repeated\n`,
      );
      expect(refused).to.be.greaterThan(0);
      expect([...crowd.statuses.keys()].sort()).to.deep.equal([200, 503]);
      expect(bot.running, 'the same process all along').to.equal(true);
      await untilHealth(bot.url, 200);
    } finally {
      await stage.close();
      await database.kill();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Asks until the bot's health is that; the test's time runs out where it never is. */
async function untilHealth(url: string, wanted: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(30_000) }).catch(
      () => undefined,
    );
    if (answer?.status === wanted) return;
    await wait(100);
  }
}
