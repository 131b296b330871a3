import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { playStory, type PlayedTurn } from '../../src/simulator/play-story.js';
import { amiss, readStory, writtenTurn } from '../../src/simulator/story.js';
import type { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import type { PageInbox } from '../../src/simulator/page-inbox.js';
import { createStores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { contentFolder } from '../support/content-folder.js';
import { PageBot } from '../support/page-bot.js';

const START = new Date('2026-11-24T03:00:00Z');
const HOUR = 3_600_000;
const uri = process.env['MONGODB_URI'];

for (const engine of ['the embedded engine', 'MongoDB'] as const) {
  const skipped = engine === 'MongoDB' && uri === undefined;
  describe(`A colleague answers in the Page’s inbox, on ${engine}`, function () {
    this.timeout(300_000);
    for (const file of ['can-bo-trong-hop-thu', 'khong-dinh-tuyen'])
      it(`${file.replaceAll('-', ' ')}${skipped ? ' (MONGODB_URI not set)' : ''}`, async function () {
        if (skipped) this.skip();
        const { turns, refusals, stored } = await played(
          `test/conversations/inbox/${file}.yml`,
          engine === 'MongoDB' ? freshDatabase(uri ?? '') : undefined,
        );
        for (const { turn, messages, passed } of turns) {
          const text = messages.map((message) => message.text).join('\n');
          const wrong = amiss(turn, { text, titles: [], passed });
          expect(wrong, `${writtenTurn(turn)}\n${text}`).to.deep.equal([]);
        }
        expect(refusals).to.deep.equal([]);
        expect(stored, 'what was said to the colleague is kept nowhere').not.to.match(/tổ [579]|xem hồ sơ/u);
      });
  });
}

describe('The Page’s inbox and what goes wrong with it', function () {
  this.timeout(300_000);
  let bot: PageBot;
  let citizen: SimulatedCitizen;
  let inbox: PageInbox;

  before(async () => {
    bot = await PageBot.start({ settings: { OFFICERS_ANSWER_IN: 'page_inbox' } });
    inbox = bot.inbox();
  });
  after(() => bot.stop());
  beforeEach(async () => {
    bot.graph.threads.defaultApp = '2000';
    bot.graph.clearFailures();
    citizen = await bot.known();
  });
  const says = async (words: string): Promise<string> => {
    bot.later(1000);
    await citizen.say(words);
    return bot.settled(citizen);
  };
  const summaryOf = () =>
    bot.graph.threads.passed.filter((one) => one.citizen === citizen.id).map(({ metadata }) => metadata);

  it('gets a summary without anybody’s numbers, within Facebook’s limit', async () => {
    await says(`em muốn gặp cán bộ, mst 4000123456, sđt 0905123456, ${'chuyện dài lắm '.repeat(80)}`);
    await says('gặp cán bộ');
    expect(summaryOf()).to.have.length(1);
    expect(summaryOf()[0])
      .to.have.length.below(1000)
      .and.not.match(/4000123456|0905123456/);
  });

  it('that does not take the conversation leaves nobody alone: the wish is noted for the staff pages', async () => {
    const sentFirst = bot.graph.messages.length;
    // The reply goes out, the call after it is refused.
    const refused = bot.graph.threads.change.bind(bot.graph.threads);
    bot.graph.threads.change = () => ({ status: 400, code: 100, message: '(#100) refused on purpose' });
    await citizen.say('gặp cán bộ');
    await bot.until(() => bot.graph.messages.slice(sentFirst).some(({ text }) => text.includes('YC-')));
    bot.graph.threads.change = refused;
    expect(await bot.settled(citizen)).to.match(/em chưa chuyển được[^]*YC-[^]*Để cán bộ đọc/u);
    bot.graph.refusals.splice(0);
    expect(await says('hoàn thuế thu nhập cá nhân')).to.match(/\S/);
  });

  it('whose permission is missing keeps back no one else’s reply', async () => {
    const change = bot.graph.threads.change.bind(bot.graph.threads);
    bot.graph.threads.change = () => ({ status: 403, code: 200, message: '(#200) missing permission' });
    expect(await says('gặp cán bộ')).to.include('em chuyển cuộc trò chuyện');
    expect((await bot.health()).sending.state).to.equal('attention');
    const other = await bot.known();
    await other.say('menu');
    expect(await bot.answered(other)).to.match(/\S/);
    bot.graph.threads.change = change;
  });

  it('holds a conversation in which a colleague wrote, until it gives it back', async () => {
    await inbox.answer(citizen.id, 'Tôi xem giúp anh nhé');
    expect(await says('dạ cần giấy gì ạ')).to.equal('');
    bot.later(HOUR);
    expect(await says('menu')).to.equal('');
    await inbox.giveBack(citizen.id);
    expect(await bot.settled(citizen)).to.include('em lại là trợ lý tự động');
    expect(await says('menu')).to.match(/\S/);
  });

  it('is never talked over by what was on its way: it comes when the conversation returns', async () => {
    bot.graph.threads.give(citizen.id, '263902037430900');
    await citizen.post({
      sender: { id: citizen.id },
      recipient: { id: '1000' },
      message: { mid: `m_late_${citizen.id}`, text: 'trợ giúp' },
    });
    expect(await bot.settled(citizen)).to.equal('');
    await inbox.giveBack(citizen.id);
    expect(await bot.answered(citizen)).to.match(/\S/);
  });

  it('of a third app is not mistaken for the office’s: its conversation is never taken', async () => {
    bot.graph.threads.give(citizen.id, '999');
    expect(await says('menu')).to.equal('');
    bot.later(20 * HOUR);
    bot.graph.calls.splice(0);
    expect(await says('hoàn thuế thu nhập cá nhân')).to.equal('');
    expect(bot.graph.calls.join(' ')).not.to.include('take_thread_control');
  });

  it('and a missing default app are told of, with what to click', async () => {
    bot.graph.threads.defaultApp = undefined;
    await says('menu');
    await bot.restart();
    citizen = await bot.known();
    const problems = await bot.pageProblems();
    expect(problems.join('\n')).to.match(
      /message_echoes, messaging_handovers, standby[^]*Add subscriptions/u,
    );
  });
});

async function played(file: string, mongodbUri?: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'page-inbox-'));
  try {
    const turns: PlayedTurn[] = [];
    const contentDir = contentFolder('test/conversations/content');
    const stage = { dataDir, contentDir, logger: silentLogger, startAt: START, mongodbUri };
    const refusals = await playStory(await readStory(file), stage, (turn) => turns.push(turn));
    return { turns, refusals, stored: await everythingStored(dataDir, mongodbUri) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function everythingStored(dataDir: string, mongodbUri?: string): Promise<string> {
  const where = mongodbUri === undefined ? { dataDir } : { dataDir, mongodbUri };
  const stores = await createStores({ ...where, logger: silentLogger, clock: systemClock });
  try {
    const { inbox, conversations, exchanges, requests, talkLines } = stores.collections;
    const all = [inbox, conversations, exchanges, requests, talkLines].map((each) => each.find({}));
    return JSON.stringify(await Promise.all(all));
  } finally {
    await stores.close();
  }
}

function freshDatabase(server: string): string {
  const url = new URL(server);
  url.pathname = `/page-inbox-${randomUUID()}`;
  return url.href;
}
