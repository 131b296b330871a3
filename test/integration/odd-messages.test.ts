import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import { PAGE } from '../support/bot-process.js';
import { PageBot } from '../support/page-bot.js';

const HOUR = 3_600_000;

describe('messages as they seldom come', function () {
  this.timeout(300_000);
  let bot: PageBot;
  let citizen: SimulatedCitizen;

  before(async () => {
    bot = await PageBot.start();
  });
  after(() => bot.stop());
  beforeEach(async () => {
    citizen = await bot.known();
  });

  const unsend = (mid: string) =>
    citizen.post({ message: { mid, is_deleted: true }, timestamp: bot.now + 3000 });
  /** A colleague writes to the citizen from the Page. */
  const colleague = (message: Record<string, unknown> = {}) => {
    bot.later(1000);
    return citizen.post({
      sender: { id: PAGE.id },
      recipient: { id: citizen.id },
      message: {
        mid: `m_human_${citizen.id}_${bot.now}`,
        text: 'Chào anh, em Lan đây ạ',
        is_echo: true,
        ...message,
      },
    });
  };
  const says = async (text: string): Promise<string> => {
    bot.later(1000);
    await citizen.say(text);
    return bot.settled(citizen);
  };
  const onDisk = async (): Promise<string> => {
    const names = await readdir(bot.dataDir, { recursive: true, withFileTypes: true });
    const files = names.filter((name) => name.isFile() && !name.parentPath.includes('models'));
    // A file that was rewritten meanwhile is read at the next look.
    const read = (path: string) => readFile(path, 'utf8').catch(() => onDisk());
    return (await Promise.all(files.map((file) => read(join(file.parentPath, file.name))))).join('\n');
  };

  for (const order of [
    'the unsend first',
    'the message first',
    'the unsend first, the message twice',
  ] as const) {
    it(`are not answered and kept nowhere when they were taken back: ${order}`, async () => {
      const mid = `m_unsent_${order.length}`;
      const words = `nha em o so ${order.length} duong khong ten`;
      const message = () => citizen.post({ message: { mid, text: words } });
      if (order === 'the message first') await Promise.all([message(), unsend(mid)]);
      else {
        await unsend(mid);
        await bot.settled(citizen);
        await message();
        if (order.endsWith('twice')) await message();
      }
      const seen = await bot.settled(citizen);
      if (order !== 'the message first') expect(seen).to.equal('');
      await unsend(mid);
      expect(await bot.settled(citizen)).to.equal('');
      if (order !== 'the message first') expect(await onDisk()).not.to.include(words);
      expect(await says('menu')).to.match(/\S/);
    });
  }

  it('with another app’s button are read by the words on it', async () => {
    await citizen.say('Đăng ký mã số thuế cá nhân');
    const typed = await bot.answered(citizen);
    for (const payload of ['FAQ_3', '']) {
      const other = await bot.known();
      const quick = { text: 'Đăng ký mã số thuế cá nhân', quick_reply: { payload } };
      await other.post({ message: { mid: `m_qr_${other.id}`, ...quick } });
      expect(await bot.settled(other)).to.equal(typed);
    }
  });

  it('with nothing but a link get the answer for links', async () => {
    expect(await says('https://thue-gia.example/x')).to.include('đừng bấm');
    await citizen.post({
      message: { mid: `m_share_${bot.now}`, attachments: [{ type: 'share', payload: {} }] },
    });
    expect(await bot.settled(citizen)).to.include('đừng bấm');
  });

  it('from the Page itself are not answered and their words not kept', async () => {
    await colleague({ text: 'menu riêng của Trang', is_echo: undefined });
    await colleague({ text: 'menu riêng của Trang', is_echo: 'true' });
    expect(await bot.settled(citizen)).to.equal('');
    expect(bot.graph.messages.filter(({ to }) => to === PAGE.id)).to.deep.equal([]);
    expect(await onDisk()).not.to.include('riêng của Trang');
  });

  it('are left to a colleague who answers from the Page, for half a day', async () => {
    await colleague();
    expect(await says('dạ em ở tổ 5, cần nộp thêm gì không chị')).to.equal('');
    // What waited to be read leaves the folder as outdated lines do.
    await bot.until(async () => !(await onDisk()).includes('dạ em ở tổ 5'));
    expect(await says('đồng ý')).to.equal('');
    bot.later(6 * HOUR);
    await colleague({ app_id: '263902037430900' });
    bot.later(11 * HOUR);
    expect(await says('hoàn thuế thu nhập cá nhân')).to.equal('');
    bot.later(2 * HOUR);
    expect(await says('hoàn thuế thu nhập cá nhân')).to.match(/\S/);
  });

  it('reach the bot beside a colleague when they stop it, delete data or call it', async () => {
    await colleague();
    expect(await says('dừng')).to.include('em thôi trả lời');
    await colleague();
    expect(await says('bắt đầu')).to.match(/\S/);
    expect(await says('nộp ở đâu')).to.match(/\S/);
    await colleague();
    expect(await says('xoá dữ liệu')).to.include('xoá dữ liệu');
    await citizen.press('Xoá hết');
    expect(await bot.settled(citizen)).to.include('em xoá ngay');
  });

  it('are answered on after echoes of the bot’s own messages', async () => {
    expect(await says('menu')).to.match(/\S/);
    const mid = `m_${bot.graph.messages.length}`;
    await colleague({ metadata: 'dong-hanh', app_id: '42' });
    await colleague({ mid, app_id: '42' });
    await colleague({ app_id: '42' });
    expect(await says('menu')).to.match(/\S/);
  });

  it('are kept unanswered while another app has the conversation, until a colleague has answered', async () => {
    bot.graph.failing = { kind: 'error', code: 2018300 };
    expect(await says('menu')).to.equal('');
    bot.graph.failing = undefined;
    await colleague();
    await bot.settled(citizen);
    bot.later(13 * HOUR);
    expect(await bot.settled(citizen)).to.equal('');
    expect(await says('trợ giúp')).to.match(/\S/);
  });

  it('are answered once the conversation is given back', async () => {
    bot.graph.failing = { kind: 'error', code: 100, subcode: 2534037 };
    expect(await says('menu')).to.equal('');
    bot.graph.failing = undefined;
    await citizen.post({
      pass_thread_control: { previous_owner_app_id: 263902037430900, new_owner_app_id: 42 },
    });
    expect(await bot.answered(citizen)).to.match(/\S/);
  });
});
