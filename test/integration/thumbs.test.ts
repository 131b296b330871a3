import { expect } from 'chai';
import { countWaiting } from '../../src/statistics/counting/counter.js';
import { METRICS } from '../../src/statistics/metrics/all.js';
import { readPeriod } from '../../src/statistics/read-period.js';
import type { Stores } from '../../src/records/stores.js';
import type { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import { PageBot } from '../support/page-bot.js';

const TODAY = { from: '2026-11-24', to: '2026-11-24' };
const QUESTION = 'đăng ký mã số thuế cá nhân ở đâu';

describe('A thumb under an answer in Messenger', function () {
  this.timeout(120_000);
  let bot: PageBot;
  let citizen: SimulatedCitizen;

  beforeEach(async () => {
    bot = await PageBot.start({ settings: { FACEBOOK_THUMBS: 'yes' } });
    citizen = await bot.known();
    await citizen.say(QUESTION);
    await bot.settled(citizen);
  });
  afterEach(() => bot.stop());

  /** By the id that the fake Graph API gave the newest message. */
  const newest = () => `m_${bot.graph.messages.length}`;
  const thumb = async (given: 'up' | 'down', messageId = newest()) => {
    bot.later(1000);
    await citizen.thumb(messageId, given);
    expect(await bot.settled(citizen), 'nothing is said to it').to.equal('');
  };
  const look = async (see: (stores: Stores) => Promise<void>) => bot.restart(see);
  const figures = async (stores: Stores) => {
    await countWaiting(stores.collections, { now: () => new Date(bot.now) });
    const reading = await readPeriod(stores.collections, TODAY);
    return {
      thumbs: METRICS.thumbs.value(reading),
      rated: METRICS.satisfaction.value(reading).rated,
      conversations: METRICS.conversations.value(reading),
    };
  };

  it('down puts the very question before the reviewers, and is counted apart from ratings', async () => {
    const answer = newest();
    await citizen.say('menu');
    await bot.settled(citizen);
    await thumb('down', answer);
    await look(async (stores) => {
      const [item] = await stores.reviewQueue.newest(10);
      expect(item).to.include({ cause: 'thumbed_down', text: QUESTION });
      const { thumbs, rated } = await figures(stores);
      expect(thumbs).to.deep.equal({ up: 0, down: 1 });
      expect(rated).to.equal(0);
    });
  });

  it('up is counted and asks nobody to look; the last of the day counts, and a redelivery does not', async () => {
    await thumb('down', 'm_unknown');
    await thumb('down');
    await thumb('up');
    await look(async (stores) => {
      expect((await figures(stores)).thumbs).to.deep.equal({ up: 1, down: 1 });
    });
  });

  it('makes no conversation of a day on which nothing was said', async () => {
    const before: unknown[] = [];
    await look(async (stores) => void before.push((await figures(stores)).conversations));
    await thumb('up');
    await look(async (stores) => {
      expect((await figures(stores)).conversations).to.deep.equal(before[0]);
    });
  });

  it('finds nothing of somebody who had everything deleted', async () => {
    await citizen.say('xoá dữ liệu của tôi');
    await bot.settled(citizen);
    await citizen.say('xoá');
    await bot.settled(citizen);
    await look(async (stores) => {
      expect(await stores.collections.sentMessages.countDocuments({})).to.equal(0);
    });
  });

  it('needs the office’s setting: without it nothing is kept of what answers what', async () => {
    const quiet = await PageBot.start();
    try {
      const other = await quiet.known();
      await other.say(QUESTION);
      await quiet.settled(other);
      await quiet.restart(async (stores) => {
        expect(await stores.collections.sentMessages.countDocuments({})).to.equal(0);
      });
    } finally {
      await quiet.stop();
    }
  });
});
