import { expect } from 'chai';
import type { Failure } from '../../src/simulator/fake-graph-api/responses.js';
import type { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import { startForgetfulRelay, type ForgetfulRelay } from '../support/forgetful-relay.js';
import { PageBot } from '../support/page-bot.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('replies on their way to Facebook', () => {
  let bot: PageBot;

  before(async () => {
    bot = await PageBot.start();
  });
  after(() => bot.stop());
  afterEach(() => {
    bot.graph.failing = undefined;
    bot.graph.clearFailures();
  });

  /** Writes while Facebook refuses so; resolves once a try was made and nothing is under way. */
  const writesInto = async (failure: Failure): Promise<SimulatedCitizen> => {
    const citizen = await bot.known();
    bot.graph.failing = failure;
    const before = bot.graph.calls.length;
    await citizen.say('menu');
    await bot.until(() => bot.graph.calls.length > before);
    expect(await bot.settled(citizen)).to.equal('');
    return citizen;
  };
  const arrives = async (citizen: SimulatedCitizen, forMs: number): Promise<string> => {
    bot.graph.failing = undefined;
    let seen = '';
    let waited = 0;
    // The bot's own time goes on for so long and no longer; the machine's as long as it takes.
    await bot.until(async () => {
      if (waited < forMs) bot.later(forMs / 20);
      waited += forMs / 20;
      await new Promise((resolve) => setTimeout(resolve, 300));
      seen = await bot.settled(citizen);
      return seen !== '';
    });
    return seen;
  };

  for (const [what, failure] of [
    ['permission 230', { kind: 'error', status: 403, code: 230 }],
    ['permission 10', { kind: 'error', status: 403, code: 10 }],
    ['the proof', { kind: 'error', code: 104 }],
  ] as [string, Failure][]) {
    it(`wait while ${what} is missing, make the health page say so, and arrive once it is there`, async () => {
      const citizen = await writesInto(failure);
      expect((await bot.health()).status).to.equal('degraded');
      expect((await bot.health()).sending.state).to.equal('stopped');
      expect(await arrives(citizen, 20 * MINUTE)).to.match(/\S/);
      expect((await bot.health()).status).to.equal('ok');
    });
  }

  for (const [what, failure] of [
    ['gateway pages', { kind: 'html', status: 503 }],
    ['internal errors', { kind: 'error', status: 500, code: -1, subcode: 2018012 }],
    ['passing faults', { kind: 'error', status: 500, code: 2, isTransient: true }],
  ] as [string, Failure][]) {
    it(`arrive after minutes of ${what}, through a restart in between, and once`, async () => {
      const citizen = await writesInto(failure);
      for (let tries = 0; tries < 4; tries += 1) {
        const before = bot.graph.calls.length;
        bot.later(tries === 0 ? 3 * SECOND : 4 * MINUTE);
        await bot.until(() => bot.graph.calls.length > before);
        await bot.settled(citizen);
      }
      await bot.restart();
      const seen = await arrives(citizen, 20 * MINUTE);
      expect(seen).to.match(/\S/);
      bot.later(60 * MINUTE);
      expect(await bot.settled(citizen)).to.equal('');
    });
  }

  it('that were put off are tried at once when the citizen writes again, in order', async () => {
    const citizen = await writesInto({ kind: 'error', code: 2018300 });
    bot.graph.failing = undefined;
    await citizen.say('trợ giúp');
    const seen = await bot.answered(citizen);
    expect(seen.split('\n---\n')).to.have.length.of.at.least(2);
  });
});

describe('replies through a box that forgets idle connections', () => {
  for (const how of ['silence', 'reset'] as const) {
    it(`arrive on a new connection when the old ones meet ${how}`, async () => {
      let relay: ForgetfulRelay | undefined;
      const bot = await PageBot.start({
        graphUrl: async (fake) => {
          relay = await startForgetfulRelay(fake);
          return relay.url;
        },
      });
      try {
        const citizen = await bot.known();
        const others = Array.from({ length: 6 }, () => bot.citizen());
        await Promise.all(others.map((other) => other.say('menu')));
        for (const other of others) await bot.answered(other);
        relay?.forget(how);
        const before = relay?.opened() ?? 0;
        const seen = bot.graph.messages.length;
        await citizen.say('menu');
        await bot.until(() => {
          bot.later(100);
          return bot.graph.messages.length > seen;
        });
        expect(await bot.settled(citizen)).to.match(/\S/);
        expect(relay?.opened()).to.be.greaterThan(before);
      } finally {
        await bot.stop();
        await relay?.close();
      }
    });
  }
});
