import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { postEntry } from '../../src/simulator/webhook-post.js';
import { countWaiting } from '../../src/statistics/counting/counter.js';
import { METRICS } from '../../src/statistics/metrics/all.js';
import { readPeriod } from '../../src/statistics/read-period.js';
import { PAGE } from '../support/bot-process.js';
import { PageBot } from '../support/page-bot.js';
import { said, WorkerStage } from '../support/worker-stage.js';

const DAY = 24 * 3_600_000;
const ASKS = 'làm sao đăng ký mã số thuế cá nhân vậy ạ';

describe('Comments under the Page’s posts', function () {
  this.timeout(300_000);
  let bot: PageBot;
  let written = 0;

  before(async () => {
    bot = await PageBot.start({ settings: { COMMENT_REPLIES: 'yes' } });
  });
  after(() => bot.stop());

  interface Written {
    id?: string;
    by?: string;
    more?: Record<string, unknown>;
    beside?: Record<string, unknown>;
  }
  /** Somebody writes under a post; resolves to the comment's id. */
  const comments = async (message: string, { id, by, more, beside }: Written = {}): Promise<string> => {
    written += 1;
    const comment = id ?? `555_${written}`;
    bot.later(1000);
    const value = {
      ...{ item: 'comment', verb: 'add', post_id: `${PAGE.id}_555`, comment_id: comment, message },
      ...{ from: { id: by ?? '888', name: 'Nguyễn Văn Bình' }, created_time: Math.floor(bot.now / 1000) },
      ...more,
    };
    const target = { botUrl: bot.url, appSecret: PAGE.secret, pageId: PAGE.id, now: () => bot.now };
    await postEntry(target, { changes: [{ field: 'feed', value }], ...beside });
    return comment;
  };
  /** What came privately for a comment, once nothing is under way. */
  const toldOf = async (comment: string): Promise<string[]> => {
    await bot.settled(bot.citizen());
    const to = bot.graph.comments.writerOf(comment);
    return bot.graph.messages.filter((shown) => shown.to === to).map(({ text }) => text);
  };

  const figures = async () => {
    const found: { answered: number; invited: number; leftAlone: number; conversations: number }[] = [];
    await bot.restart(async ({ collections }) => {
      await countWaiting(collections, { now: () => new Date(bot.now) });
      const reading = await readPeriod(collections, { from: '2026-11-24', to: '2026-12-31' });
      const conversations = METRICS.conversations.value(reading);
      found.push({ ...METRICS.comments.value(reading), conversations });
    });
    const [first] = found;
    if (first === undefined) throw new Error('nothing was counted');
    return first;
  };

  it('that ask about a procedure get one private reply with its guide, and what follows is a conversation', async () => {
    const citizen = bot.citizen();
    bot.graph.comments.wrote(citizen.id, '555_first');
    await comments(ASKS, { id: '555_first' });
    expect(await bot.answered(citizen)).to.match(/trợ lý tự động.*Đăng ký mã số thuế/u);
    bot.later(60_000);
    await citizen.press('Đăng ký MST cá nhân');
    expect(await bot.settled(citizen)).to.match(/Đăng ký mã số thuế/iu);
  });

  it('are answered once, however often Facebook sends them', async () => {
    const comment = await comments(ASKS);
    expect(await toldOf(comment)).to.have.length(1);
    await comments(ASKS, { id: comment });
    await bot.restart();
    bot.later(3 * DAY);
    await comments(ASKS, { id: comment });
    expect(await toldOf(comment)).to.have.length(1);
    // Facebook would refuse a second one; it is not even asked to take it.
    expect(bot.graph.refusals).to.deep.equal([]);
  });

  it('beside a message in the same entry lose nothing of it, nor it of them', async () => {
    const citizen = await bot.known();
    const message = {
      ...{ sender: { id: citizen.id }, recipient: { id: PAGE.id }, timestamp: bot.now },
      message: { mid: 'm_beside', text: 'menu' },
    };
    const comment = await comments(ASKS, { beside: { messaging: [message] } });
    expect(await bot.answered(citizen)).to.match(/\S/);
    expect(await toldOf(comment)).to.have.length(1);
  });

  it('with personal data get an invitation only, and their words are kept nowhere', async () => {
    const comment = await comments(`${ASKS}, cccd 048199001234, sđt 0905123456`);
    const told = await toldOf(comment);
    expect(told).to.have.length(1);
    expect(told[0])
      .to.match(/nhắn riêng/u)
      .and.not.include('Đăng ký mã số thuế');
    await bot.restart(async ({ collections }) => {
      const { inbox, conversations, exchanges } = collections;
      const all = await Promise.all([inbox, conversations, exchanges].map((each) => each.find({})));
      expect(JSON.stringify(all)).not.to.match(/vậy ạ|048199001234|Nguyễn Văn Bình/u);
    });
  });

  const leftAlone: [what: string, message: string, about?: Written][] = [
    ['that only praise', 'bài viết hay quá ạ'],
    ['that ask nothing of a procedure', 'mai trời có mưa không mọi người'],
    ['of the Page itself', ASKS, { by: PAGE.id }],
    ['whose writer is not named', ASKS, { more: { from: undefined } }],
    ['that were edited', ASKS, { more: { verb: 'edited' } }],
    ['that were removed', ASKS, { more: { verb: 'remove' } }],
    ['that are likes', ASKS, { more: { item: 'reaction' } }],
    ['older than seven days', ASKS, { more: { created_time: 1_763_000_000 } }],
  ];
  for (const [what, message, about] of leftAlone)
    it(`${what} are left alone`, async () => {
      expect(await toldOf(await comments(message, about))).to.deep.equal([]);
    });

  it('are not sent twice when it is not known whether the reply arrived', async () => {
    bot.graph.failNext({ kind: 'torn', taken: true });
    const comment = await comments(ASKS);
    expect(await toldOf(comment)).to.have.length(1);
    bot.later(60_000);
    await bot.restart();
    expect(await toldOf(comment)).to.have.length(1);
  });

  it('are answered later when Facebook could not take the reply', async () => {
    bot.graph.failNext({ kind: 'html', status: 502 });
    const comment = await comments(ASKS);
    await bot.settled(bot.citizen());
    bot.later(60_000);
    await bot.until(async () => (await toldOf(comment)).length === 1);
  });

  it('are counted by what became of them, and make no conversation', async () => {
    const before = await figures();
    for (const words of [ASKS, ASKS, `${ASKS}, sđt 0905123456`, 'bài viết hay quá ạ']) await comments(words);
    await bot.settled(bot.citizen());
    const { answered, invited, leftAlone, conversations } = await figures();
    expect([
      answered - before.answered,
      invited - before.invited,
      leftAlone - before.leftAlone,
    ]).to.deep.equal([2, 1, 1]);
    expect(conversations).to.equal(before.conversations);
  });

  it('are not sent again after a crash between sending and noting it down', async () => {
    const stage = await WorkerStage.open();
    try {
      await stage.leftByCrash(said('c', ASKS, { kind: 'comment' }), { comment: true, begun: true });
      stage.start();
      await stage.settled();
      expect(stage.sent).to.deep.equal([]);
    } finally {
      await stage.close();
    }
  });

  it('are left alone where the office has not asked for it, and under posts that staff name', async () => {
    const off = await PageBot.start();
    try {
      const target = { botUrl: off.url, appSecret: PAGE.secret, pageId: PAGE.id, now: () => off.now };
      const value = { item: 'comment', verb: 'add', comment_id: '9_9', message: ASKS, from: { id: '1' } };
      await postEntry(target, { changes: [{ field: 'feed', value }] });
      await off.settled(off.citizen());
      expect(off.graph.messages).to.deep.equal([]);
    } finally {
      await off.stop();
    }
    const sentences = join(bot.contentDir, 'procedures/shared/sentences.yml');
    const words = await readFile(sentences, 'utf8');
    await writeFile(sentences, words.replace('quiet_posts: []', "quiet_posts: ['777']"));
    await bot.restart();
    const quiet = await comments(ASKS, { more: { post_id: `${PAGE.id}_777` } });
    expect(await toldOf(quiet)).to.deep.equal([]);
    expect(await toldOf(await comments(ASKS))).to.have.length(1);
  });
});
