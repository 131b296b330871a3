import { expect } from 'chai';
import { encodePayload } from '../../src/conversation/payloads.js';
import type { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import { postEntry } from '../../src/simulator/webhook-post.js';
import { PAGE } from '../support/bot-process.js';
import { PageBot } from '../support/page-bot.js';
import { EventReader } from '../unit/http/web-chat/event-reader.js';

const SATURDAY = { date: '2026-11-28', place: 'Thuế cơ sở 9' };
const slot = (start: string) => encodePayload({ kind: 'slot', start, ...SATURDAY });

describe('What comes quickly one after another, through the webhook', function () {
  this.timeout(300_000);
  let bot: PageBot;
  let ids = 0;

  before(async () => void (bot = await PageBot.start()));
  after(() => bot.stop());

  /** Several messages of one citizen, a second apart, as Facebook hands them over after a moment: in one post. */
  const together = async (
    citizen: SimulatedCitizen,
    ...messages: Record<string, unknown>[]
  ): Promise<string[]> => {
    const messaging = messages.map((message) => {
      bot.later(1000);
      ids += 1;
      const event = { sender: { id: citizen.id }, recipient: { id: PAGE.id }, timestamp: bot.now };
      return { ...event, message: { mid: `m_${ids}`, ...message } };
    });
    const target = { botUrl: bot.url, appSecret: PAGE.secret, pageId: PAGE.id, now: () => bot.now };
    await postEntry(target, { messaging });
    await bot.answered(citizen);
    return shown(citizen).slice(-messages.length);
  };
  const shown = (citizen: SimulatedCitizen): string[] =>
    bot.graph.messages.filter(({ to }) => to === citizen.id).map(({ text }) => text);
  const picture = { attachments: [{ type: 'image', payload: { url: 'https://example.org/anh' } }] };
  const pressed = (start: string) => ({ text: `28/11 ${start}`, quick_reply: { payload: slot(start) } });

  it('gets one answer to the whole of it', async () => {
    const chi = await bot.known();
    const before = shown(chi).length;
    await together(
      chi,
      { text: 'a ơi' },
      { text: 'cho e hỏi' },
      { text: 'đăng ký mã số thuế cá nhân cần giấy tờ gì' },
    );
    const answers = shown(chi).slice(before);
    expect(answers).to.have.length(1);
    expect(answers[0]).to.match(/GIẤY TỜ/i);
  });

  it('gets one answer to five pictures of an album, in five messages or in one', async () => {
    const chi = await bot.known();
    for (const album of [
      [picture, picture, picture, picture, picture],
      [{ attachments: Array.from({ length: 5 }, () => picture.attachments[0]) }],
    ]) {
      const before = shown(chi).length;
      bot.later(60_000);
      await together(chi, ...album);
      expect(shown(chi).slice(before)).to.have.length(1);
    }
  });

  it('of two times pressed quickly books one, and an old button none', async () => {
    const chi = await bot.known();
    await together(chi, pressed('08:00'), pressed('09:00'));
    const said = shown(chi).join('\n');
    expect(said.match(/Mã đăng ký: LH-/g)).to.have.length(1);
    expect(said).to.match(/đang có lịch thứ Bảy 28\/11\/2026, 08:00/);
    bot.later(3_600_000);
    const [again] = await together(chi, pressed('08:00'));
    expect(again).to.match(/Anh\/chị đã đăng ký thứ Bảy 28\/11\/2026, 08:00/);
  });

  it('says of two appointments which is cancelled and which is left', async () => {
    const anh = await bot.known();
    await together(anh, pressed('08:00'));
    bot.later(60_000);
    await anh.say('giữ thêm một chỗ 9h cho vợ');
    await bot.answered(anh);
    bot.later(60_000);
    await anh.say('huỷ lịch 9h giúp em');
    expect(await bot.answered(anh)).to.match(/đã huỷ đăng ký LH-[^]*còn lịch thứ Bảy 28\/11\/2026, 08:00/);
  });

  it('books one in the web chat as well', async () => {
    const post = (path: string, body: object, headers = {}) =>
      fetch(`${bot.url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const session = await post('/chat/session', {});
    const cookie = { Cookie: session.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    const reader = await EventReader.open(`${bot.url}/chat/replies?after=0`, cookie);
    for (const clientId of ['pressed-1', 'pressed-2']) {
      const button = { clientId, payload: slot('09:00'), title: '28/11 09:00' };
      expect((await post('/chat/messages', button, cookie)).ok).to.equal(true);
    }
    const said: string[] = [];
    while (!said.some((words) => words.includes('Anh/chị đã đăng ký'))) {
      const event = await reader.next();
      if (event === null) throw new Error('the stream has ended');
      if (event.event === 'reply') said.push((event.data as { text: string }).text);
    }
    reader.close();
    expect(said.join('\n').match(/Mã đăng ký: LH-/g)).to.have.length(1);
  });
});
