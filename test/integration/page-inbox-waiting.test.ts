import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import type { Stores } from '../../src/records/stores.js';
import type { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import type { PageInbox } from '../../src/simulator/page-inbox.js';
import { PageBot } from '../support/page-bot.js';
import { clientOf } from '../support/staff-site.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const uri = process.env['MONGODB_URI'];

for (const engine of ['the embedded engine', 'MongoDB'] as const) {
  const skipped = engine === 'MongoDB' && uri === undefined;
  describe(`Who waits for a person in the Page’s inbox, on ${engine}${skipped ? ' (MONGODB_URI not set)' : ''}`, function () {
    this.timeout(300_000);
    let bot: PageBot;
    let inbox: PageInbox;

    before(async function () {
      if (skipped) this.skip();
      const database = engine === 'MongoDB' ? { MONGODB_URI: freshDatabase(uri ?? '') } : {};
      bot = await PageBot.start({ settings: { OFFICERS_ANSWER_IN: 'page_inbox', ...database } });
      inbox = bot.inbox();
    });

    const says = async (citizen: SimulatedCitizen, words: string): Promise<string> => {
      await citizen.say(words);
      return bot.settled(citizen);
    };
    const asked = async (): Promise<SimulatedCitizen> => {
      const citizen = await bot.known();
      expect(await says(citizen, 'gặp cán bộ')).to.include('em chuyển cuộc trò chuyện');
      return citizen;
    };
    /** The table of the page for managers, its rows by name, and the page. */
    const figures = async (): Promise<{ rows: Record<string, string>; text: string }> => {
      let session = '';
      await bot.restart(async (stores) => {
        session = await signedIn(stores, () => new Date(bot.now));
      });
      const { text } = await clientOf(bot.url, session).get('/quan-tri/thong-ke/can-bo');
      const rows = text.matchAll(/<th scope="row">([^<]*)<\/th><td class="figure">([^<]*)<\/td>/g);
      const plain = [...rows].map(([, name = '', value = '']) => [name, value.replace(/\u00a0/g, ' ')]);
      return { rows: Object.fromEntries(plain) as Record<string, string>, text };
    };
    const echo = async (citizen: SimulatedCitizen, message: object): Promise<void> => {
      await citizen.post({
        ...{ sender: { id: '1000' }, recipient: { id: citizen.id }, timestamp: bot.now },
        message: { is_echo: true, text: 'Cảm ơn anh chị đã nhắn tin', ...message },
      });
      await bot.settled(citizen);
    };

    it('is counted from asking to the first words of a person, however the conversation goes on', async () => {
      const [deleting, quick, alone] = [await asked(), await asked(), await asked()];
      await echo(alone, { mid: 'm_ours', metadata: 'dong-hanh' });
      await echo(alone, { mid: 'm_other_app', app_id: 999 });
      await says(deleting, 'xoá dữ liệu của tôi');
      bot.later(10 * MINUTE);
      expect(await says(quick, 'alo cán bộ ơi, nhà em ở tổ 5')).to.equal('');
      await inbox.answer(quick.id, 'Chào anh, tôi xem ngay');
      await bot.settled(quick);
      await inbox.giveBack(quick.id);
      expect(await bot.settled(quick)).to.include('em lại là trợ lý tự động');
      bot.later(20 * MINUTE);
      await inbox.answer(deleting.id, 'Chào chị');
      await inbox.answer(deleting.id, 'Chị chờ chút');
      await bot.settled(deleting);
      expect((await figures()).rows).to.include({
        'Yêu cầu': '3',
        'Trong đó chuyển sang hộp thư của Trang': '3',
        'Đã có cán bộ trả lời': '2 (66,7%)',
        'Nửa số yêu cầu có câu trả lời đầu tiên trong': '10 phút',
        '95 trong 100 yêu cầu có câu trả lời đầu tiên trong': '30 phút',
        'Trả lời đúng hạn': '2 (100%)',
        'Đã trao lại cho trợ lý': '1',
        'Trong đó đóng ở đây với kết quả “Đã làm xong”': '0 (–)',
      });

      bot.later(13 * HOUR);
      expect(await says(alone, 'menu'), 'nobody wrote for long').to.include('em lại là trợ lý tự động');
      expect(await says(alone, 'gặp cán bộ')).to.include('em chuyển cuộc trò chuyện');
      bot.later(4 * 24 * HOUR);
      const { rows: late } = await figures();
      expect(late, 'asking again is the same wait').to.include({ 'Yêu cầu': '3' });
      expect(late).to.include({ 'Trả lời đúng hạn': '2 (66,7%)' });
    });

    it('is counted as a request and not twice where the inbox does not take the conversation', async () => {
      const { rows: before } = await figures();
      const change = bot.graph.threads.change.bind(bot.graph.threads);
      const citizen = await bot.known();
      bot.graph.threads.change = () => ({ status: 400, code: 100, message: '(#100) refused on purpose' });
      await citizen.say('gặp cán bộ');
      await bot.until(() =>
        bot.graph.messages.some(({ to, text }) => to === citizen.id && text.includes('YC-')),
      );
      await bot.settled(citizen);
      bot.graph.threads.change = change;
      const { rows: now } = await figures();
      expect(now).to.include({ 'Yêu cầu': String(Number(before['Yêu cầu']) + 1) });
      const inboxRow = 'Trong đó chuyển sang hộp thư của Trang';
      expect(now[inboxRow]).to.equal(before[inboxRow]);
    });

    it('says of officers that the inbox does not tell who wrote, and keeps times alone', async () => {
      expect((await figures()).text).to.match(
        /Theo cán bộ[^]*Ai viết trong hộp thư của Trang thì không biết được/u,
      );
      const kept = new Set<string>();
      let written = '';
      await bot.restart(async ({ collections: { inboxWaits } }) => {
        const all = await inboxWaits.find({});
        for (const key of all.flatMap((one) => Object.keys(one))) kept.add(key);
        written = JSON.stringify(all);
      });
      expect([...kept].sort()).to.deep.equal(['_id', 'confirmBy', 'firstAnswerAt', 'passedAt', 'returnedAt']);
      expect(written).not.to.match(/tổ 5|m_|7000000/u);
    });
  });
}

async function signedIn({ staff }: Stores, now: () => Date): Promise<string> {
  const { administration, sessions } = createStaffAccounts(staff, { now });
  if ((await staff.accounts.get('truong')) === null)
    await administration.add('server', {
      ...{ name: 'truong', role: 'head', passwordToChange: false, externalId: 'truong' },
    });
  return sessions.start('truong');
}

function freshDatabase(server: string): string {
  const url = new URL(server);
  url.pathname = `/inbox-waiting-${randomUUID()}`;
  return url.href;
}
