import { expect } from 'chai';
import { text } from '../../../../src/conversation/replies.js';
import type { CitizenEvent } from '../../../../src/conversation/types.js';
import { webDelivery } from '../../../../src/http/web-chat/web-delivery.js';
import { errorOf, NOW, openTestServer, sessionCookie, type TestServer } from '../test-server.js';
import { EventReader } from './event-reader.js';

/** So long that only a notification can be why a reply came in time for the test. */
const NEVER = { awaiting: 600_000, idle: 600_000 };
const OFTEN = { awaiting: 5, idle: 5 };

describe('Replies to the web page', () => {
  let server: TestServer;
  let cookie: { Cookie: string };
  const readers: EventReader[] = [];
  const enter = async (parts: Parameters<typeof openTestServer>[0]) => {
    server = await openTestServer(parts);
    cookie = await sessionCookie(server);
  };
  afterEach(async () => {
    readers.splice(0).forEach((reader) => reader.close());
    await server.close();
  });

  const listen = async (path = '/chat/replies', headers: Record<string, string> = {}) => {
    const reader = await EventReader.open(server.address + path, { ...cookie, ...headers });
    readers.push(reader);
    return reader;
  };
  const say = async (said: string, clientId: string): Promise<CitizenEvent> => {
    await server.post('/chat/messages', { clientId, text: said }, cookie);
    const event = server.storage.events.find(({ messageId }) => messageId === clientId);
    if (event === undefined) throw new Error('not stored');
    return event;
  };
  const reply = (event: CitizenEvent, said: string) =>
    webDelivery(server.storage.webReplies, server.notifier, { now: () => NOW }).send(event, {
      id: said,
      reply: text(said),
      attempts: 0,
    });
  const heard = (number: number, said: string) => ({
    id: String(number),
    event: 'reply',
    data: text(said),
  });

  it('arrive at once, after typing dots, in the order they were sent', async () => {
    await enter({ poll: NEVER });
    const page = await listen();
    expect(await page.next()).to.deep.equal({ event: 'ready', data: { waiting: false } });
    const event = await say('xin chào', 'message-1');
    expect(await page.next()).to.deep.equal({ event: 'typing', data: { on: true } });
    await reply(event, 'Dạ');
    await reply(event, 'em chào anh/chị');
    expect(await page.take(2)).to.deep.equal([heard(1, 'Dạ'), heard(2, 'em chào anh/chị')]);
  });

  it('that were missed are there when the page comes back, those it has read are not', async () => {
    await enter({ poll: NEVER });
    const event = await say('xin chào', 'message-1');
    for (const said of ['một', 'hai', 'ba']) await reply(event, said);
    const reconnected = await listen('/chat/replies', { 'Last-Event-ID': '2' });
    expect(await reconnected.next()).to.deep.equal(heard(3, 'ba'));
    const reloaded = await listen('/chat/replies?after=1');
    expect(await reloaded.take(2)).to.deep.equal([heard(2, 'hai'), heard(3, 'ba')]);
    const anew = await listen();
    expect(await anew.next()).to.deep.equal(heard(1, 'một'));
  });

  it('survive a Last-Event-ID that makes no sense: everything is sent', async () => {
    await enter({ poll: NEVER });
    await reply(await say('xin chào', 'message-1'), 'một');
    for (const nonsense of ['-1', 'abc', '1e9', '9'.repeat(40)]) {
      const page = await listen('/chat/replies', { 'Last-Event-ID': nonsense });
      expect(await page.next(), nonsense).to.deep.equal(heard(1, 'một'));
    }
  });

  it('that another process stored are found by looking', async () => {
    await enter({ poll: OFTEN });
    const page = await listen();
    await page.next();
    const event = await say('xin chào', 'message-1');
    await server.storage.webReplies.add(
      event.conversationId,
      { id: 'a', reply: text('từ nơi khác'), attempts: 0 },
      NOW,
    );
    expect(await page.take(2)).to.deep.equal([
      { event: 'typing', data: { on: true } },
      heard(1, 'từ nơi khác'),
    ]);
  });

  it('go on after the citizen had everything deleted, although the numbers start again', async () => {
    await enter({ poll: NEVER });
    const event = await say('xoá dữ liệu của tôi', 'message-1');
    const page = await listen();
    await reply(event, 'một');
    await reply(event, 'Đã xoá.');
    const seen = new Set<unknown>();
    while (!seen.has('2')) seen.add((await page.next())?.id);
    server.storage.forget(event.conversationId);
    await reply(event, 'Chào lại anh/chị');
    expect(await page.next()).to.deep.equal(heard(1, 'Chào lại anh/chị'));
  });

  it('stop the dots when the event was handled without a reply', async () => {
    await enter({ poll: OFTEN });
    const page = await listen();
    await page.next();
    const event = await say('dừng', 'message-1');
    expect(await page.next()).to.deep.equal({ event: 'typing', data: { on: true } });
    server.storage.handled(event.key);
    expect(await page.next()).to.deep.equal({ event: 'typing', data: { on: false } });
  });

  it('tell a page that is loaded in between that an answer is still being made', async () => {
    await enter({ poll: NEVER });
    await say('xin chào', 'message-1');
    const page = await listen();
    expect(await page.next()).to.deep.equal({ event: 'ready', data: { waiting: true } });
  });

  it('of one citizen never reach another', async () => {
    await enter({ poll: NEVER });
    const event = await say('xin chào', 'message-1');
    cookie = await sessionCookie(server);
    const stranger = await listen();
    await reply(event, 'chỉ dành cho người hỏi');
    const own = await say('câu khác', 'message-2');
    await reply(own, 'của người này');
    const events = await stranger.take(3);
    expect(JSON.stringify(events)).to.include('của người này').and.not.to.include('chỉ dành');
  });

  it('need a session', async () => {
    await enter({});
    const answer = await server.get('/chat/replies');
    expect(answer.status).to.equal(401);
    expect((await errorOf(answer)).code).to.equal('SESSION_MISSING');
  });

  it('are not held open for someone who only asks for the headers', async () => {
    await enter({ poll: NEVER });
    const answer = await fetch(`${server.address}/chat/replies`, { method: 'HEAD', headers: cookie });
    expect(answer.status).to.equal(405);
  });

  it('are refused to an address that holds too many pages open, until one is closed', async () => {
    await enter({ poll: OFTEN, limits: { openStreams: 1, streamsPerAddress: 100_000 } });
    const first = await listen();
    expect((await server.get('/chat/replies', cookie)).status).to.equal(429);
    first.close();
    let status = 429;
    while (status === 429) {
      const answer = await server.get('/chat/replies', cookie);
      status = answer.status;
      await answer.body?.cancel();
    }
    expect(status).to.equal(200);
  });

  it('end in a plain 503 while the storage is away', async () => {
    await enter({});
    server.storage.broken = true;
    const answer = await server.get('/chat/replies', cookie);
    expect(answer.status).to.equal(503);
    expect((await errorOf(answer)).code).to.equal('STORAGE_UNAVAILABLE');
  });

  it('end when the server stops', async () => {
    await enter({ poll: NEVER });
    const page = await listen();
    await page.next();
    server.notifier.close();
    expect(await page.next()).to.equal(null);
    const late = await server.get('/chat/replies', cookie);
    expect(late.status).to.equal(503);
  });

  it('are tried again when they could not be kept', async () => {
    await enter({});
    const event = await say('xin chào', 'message-1');
    server.storage.broken = true;
    const result = await reply(event, 'một');
    expect(result.status).to.equal('retry');
    server.storage.broken = false;
    expect(await reply(event, 'một')).to.deep.equal({ status: 'sent' });
  });
});
