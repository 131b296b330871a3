import { expect } from 'chai';
import { encodePayload } from '../../../../src/conversation/payloads.js';
import { errorOf, NOW, openTestServer, sessionCookie, type TestServer } from '../test-server.js';

const MENU = encodePayload({ kind: 'menu' });

describe('What the web page sends', () => {
  let server: TestServer;
  let cookie: { Cookie: string };
  beforeEach(async () => {
    server = await openTestServer();
    cookie = await sessionCookie(server);
  });
  afterEach(() => server.close());

  const say = (text: string, clientId = 'message-1') =>
    server.post('/chat/messages', { clientId, text }, cookie);

  it('waits in the inbox as an event of the web channel, and the worker is told', async () => {
    expect((await say('đăng ký mã số thuế')).status).to.equal(202);
    const [event] = server.storage.events;
    expect(event).to.include({
      channel: 'web',
      pageId: 'web',
      kind: 'text',
      text: 'đăng ký mã số thuế',
      messageId: 'message-1',
    });
    expect(event?.sentAt).to.deep.equal(NOW);
    expect(server.stored).to.deep.equal([event?.conversationId]);
  });

  it('is masked before it is stored, and the page is given the masked text to keep', async () => {
    const answer = await say('cccd của tôi 049088001234');
    const masked = 'cccd của tôi [đã che: số định danh]';
    expect(await answer.json()).to.deep.equal({ text: masked, masked: true });
    expect(server.storage.events[0]).to.deep.include({ text: masked, masked: ['citizen_id'] });
  });

  it('keeps the session out of everything that is stored', async () => {
    await say('xin chào');
    const session = cookie.Cookie.split('=')[1] ?? '';
    expect(session).to.have.length(43);
    expect(JSON.stringify(server.storage.events)).not.to.include(session);
  });

  it('is taken in once, however often it is sent again', async () => {
    expect((await say('xin chào')).status).to.equal(202);
    expect((await say('xin chào')).status).to.equal(202);
    expect(server.storage.events).to.have.length(1);
    expect(server.stored).to.have.length(1);
  });

  it('keeps two citizens apart who happen to use the same message id', async () => {
    await say('của người thứ nhất');
    cookie = await sessionCookie(server);
    await say('của người thứ hai');
    const conversations = server.storage.events.map(({ conversationId }) => conversationId);
    expect(new Set(conversations).size).to.equal(2);
  });

  it('counts the arrivals, so that messages of one moment stay in order', async () => {
    await say('một', 'message-1');
    await say('hai', 'message-2');
    const [first, second] = server.storage.events;
    expect(second?.sequence).to.be.greaterThan(first?.sequence ?? Infinity);
  });

  it('presses a button only with a payload of our making', async () => {
    const press = (payload: string) =>
      server.post('/chat/messages', { clientId: 'message-1', payload, title: 'Xem menu' }, cookie);
    const refused = await press('dh1|{"kind":"become_admin"}');
    expect(refused.status).to.equal(422);
    expect((await errorOf(refused)).code).to.equal('BUTTON_UNKNOWN');
    expect((await press(MENU)).status).to.equal(202);
    expect(server.storage.events).to.have.length(1);
    expect(server.storage.events[0]).to.include({ kind: 'button', payload: MENU, text: 'Xem menu' });
  });

  it('never makes a button of typed text', async () => {
    await say(MENU);
    expect(server.storage.events[0]?.kind).to.equal('text');
    expect(server.storage.events[0]).not.to.have.property('payload');
  });

  it('is refused in plain Vietnamese when it is empty, malformed, too long or of another form', async () => {
    const json = { ...cookie };
    const cases: [unknown, Record<string, string>, number, string][] = [
      [{ clientId: 'message-1', text: '  \n ' }, json, 400, 'MESSAGE_EMPTY'],
      [{ clientId: 'message-1' }, json, 400, 'MESSAGE_INVALID'],
      [{ clientId: 'x', text: 'xin chào' }, json, 400, 'MESSAGE_INVALID'],
      [{ clientId: 'message-1', text: 'a', payload: MENU, title: 'b' }, json, 400, 'MESSAGE_INVALID'],
      ['{"clientId":', json, 400, 'BAD_REQUEST'],
      ['[]', json, 400, 'MESSAGE_INVALID'],
      [{ clientId: 'message-1', text: 'dài '.repeat(3000) }, json, 413, 'BODY_TOO_LARGE'],
      ['clientId=message-1', { ...json, 'Content-Type': 'text/plain' }, 400, 'MESSAGE_INVALID'],
    ];
    for (const [body, headers, status, code] of cases) {
      const answer = await server.post('/chat/messages', body, headers);
      const error = await errorOf(answer);
      expect([answer.status, error.code]).to.deep.equal([status, code]);
      expect(error.remedy).to.match(/Anh\/chị/);
    }
    expect(server.storage.events).to.deep.equal([]);
  });

  it('needs a session, and an invented one of the wrong form is none', async () => {
    for (const Cookie of ['', 'dong_hanh_web=short', 'other=1']) {
      cookie = { Cookie };
      const answer = await say('xin chào');
      expect(answer.status).to.equal(401);
      expect((await errorOf(answer)).code).to.equal('SESSION_MISSING');
    }
  });

  it('gets a 503 while the storage is away, and goes through when sent again', async () => {
    server.storage.broken = true;
    const refused = await say('xin chào');
    expect(refused.status).to.equal(503);
    expect((await errorOf(refused)).code).to.equal('STORAGE_UNAVAILABLE');
    server.storage.broken = false;
    expect((await say('xin chào')).status).to.equal(202);
    expect(server.storage.events).to.have.length(1);
  });
});

describe('Limits of the web page', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('slow down one session without touching the next one behind the same router', async () => {
    server = await openTestServer({ limits: { messagesPerSession: 2 } });
    const hasty = await sessionCookie(server);
    const calm = await sessionCookie(server);
    const say = (clientId: string, cookie: { Cookie: string }) =>
      server.post('/chat/messages', { clientId, text: 'xin chào' }, cookie);
    await say('message-1', hasty);
    await say('message-2', hasty);
    const refused = await say('message-3', hasty);
    expect(refused.status).to.equal(429);
    expect(refused.headers.get('Retry-After')).to.match(/^\d+$/);
    expect((await errorOf(refused)).message).to.match(/nhanh/);
    expect((await say('message-4', calm)).status).to.equal(202);
  });

  it('take no more in a day than the storage is to bear, from everyone and from one address, and say so kindly', async () => {
    for (const dailyCaps of [
      { everyone: 2, perAddress: 9 },
      { everyone: 9, perAddress: 2 },
    ]) {
      server = await openTestServer({ dailyCaps });
      for (const clientId of ['message-1', 'message-2']) {
        const cookie = await sessionCookie(server);
        const answer = await server.post('/chat/messages', { clientId, text: 'xin chào' }, cookie);
        expect(answer.status).to.equal(202);
      }
      const cookie = await sessionCookie(server);
      const refused = await server.post(
        '/chat/messages',
        { clientId: 'message-3', text: 'xin chào' },
        cookie,
      );
      expect(refused.status).to.equal(429);
      expect((await errorOf(refused)).message).to.match(/Hôm nay/);
      await server.close();
    }
    server = await openTestServer();
  });

  it('slow down an address that opens session after session', async () => {
    server = await openTestServer({ limits: { sessionsPerAddress: 2 } });
    await sessionCookie(server);
    await sessionCookie(server);
    expect((await server.post('/chat/session', {})).status).to.equal(429);
  });
});
