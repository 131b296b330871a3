import { expect } from 'chai';
import { encodePayload } from '../../../../src/conversation/payloads.js';
import { errorOf, NOW, openRoom, sessionCookie, type Room } from '../http-room.js';

const MENU = encodePayload({ kind: 'menu' });

describe('What the web page sends', () => {
  let room: Room;
  let cookie: { Cookie: string };
  beforeEach(async () => {
    room = await openRoom();
    cookie = await sessionCookie(room);
  });
  afterEach(() => room.close());

  const say = (text: string, clientId = 'message-1') =>
    room.post('/chat/messages', { clientId, text }, cookie);

  it('waits in the inbox as an event of the web channel, and the worker is told', async () => {
    expect((await say('đăng ký mã số thuế')).status).to.equal(202);
    const [event] = room.storage.events;
    expect(event).to.include({
      channel: 'web',
      pageId: 'web',
      kind: 'text',
      text: 'đăng ký mã số thuế',
      messageId: 'message-1',
    });
    expect(event?.sentAt).to.deep.equal(NOW);
    expect(room.stored).to.deep.equal([event?.conversationId]);
  });

  it('is masked before it is stored, and the page is given the masked text to keep', async () => {
    const answer = await say('cccd của tôi 049088001234');
    const masked = 'cccd của tôi [đã che: số định danh]';
    expect(await answer.json()).to.deep.equal({ text: masked, masked: true });
    expect(room.storage.events[0]).to.deep.include({ text: masked, masked: ['citizen_id'] });
  });

  it('keeps the session out of everything that is stored', async () => {
    await say('xin chào');
    const session = cookie.Cookie.split('=')[1] ?? '';
    expect(session).to.have.length(43);
    expect(JSON.stringify(room.storage.events)).not.to.include(session);
  });

  it('is taken in once, however often it is sent again', async () => {
    expect((await say('xin chào')).status).to.equal(202);
    expect((await say('xin chào')).status).to.equal(202);
    expect(room.storage.events).to.have.length(1);
    expect(room.stored).to.have.length(1);
  });

  it('keeps two citizens apart who happen to use the same message id', async () => {
    await say('của người thứ nhất');
    cookie = await sessionCookie(room);
    await say('của người thứ hai');
    const conversations = room.storage.events.map(({ conversationId }) => conversationId);
    expect(new Set(conversations).size).to.equal(2);
  });

  it('counts the arrivals, so that messages of one moment stay in order', async () => {
    await say('một', 'message-1');
    await say('hai', 'message-2');
    const [first, second] = room.storage.events;
    expect(second?.sequence).to.be.greaterThan(first?.sequence ?? Infinity);
  });

  it('presses a button only with a payload of our making', async () => {
    const press = (payload: string) =>
      room.post('/chat/messages', { clientId: 'message-1', payload, title: 'Xem menu' }, cookie);
    const refused = await press('dh1|{"kind":"become_admin"}');
    expect(refused.status).to.equal(422);
    expect((await errorOf(refused)).code).to.equal('BUTTON_UNKNOWN');
    expect((await press(MENU)).status).to.equal(202);
    expect(room.storage.events).to.have.length(1);
    expect(room.storage.events[0]).to.include({ kind: 'button', payload: MENU, text: 'Xem menu' });
  });

  it('never makes a button of typed text', async () => {
    await say(MENU);
    expect(room.storage.events[0]?.kind).to.equal('text');
    expect(room.storage.events[0]).not.to.have.property('payload');
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
      const answer = await room.post('/chat/messages', body, headers);
      const error = await errorOf(answer);
      expect([answer.status, error.code]).to.deep.equal([status, code]);
      expect(error.remedy).to.match(/Anh\/chị/);
    }
    expect(room.storage.events).to.deep.equal([]);
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
    room.storage.broken = true;
    const refused = await say('xin chào');
    expect(refused.status).to.equal(503);
    expect((await errorOf(refused)).code).to.equal('STORAGE_UNAVAILABLE');
    room.storage.broken = false;
    expect((await say('xin chào')).status).to.equal(202);
    expect(room.storage.events).to.have.length(1);
  });
});

describe('Limits of the web page', () => {
  let room: Room;
  afterEach(() => room.close());

  it('slow down one session without touching the next one behind the same router', async () => {
    room = await openRoom({ limits: { messagesPerSession: 2 } });
    const hasty = await sessionCookie(room);
    const calm = await sessionCookie(room);
    const say = (clientId: string, cookie: { Cookie: string }) =>
      room.post('/chat/messages', { clientId, text: 'xin chào' }, cookie);
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
      room = await openRoom({ dailyCaps });
      for (const clientId of ['message-1', 'message-2']) {
        const cookie = await sessionCookie(room);
        const answer = await room.post('/chat/messages', { clientId, text: 'xin chào' }, cookie);
        expect(answer.status).to.equal(202);
      }
      const cookie = await sessionCookie(room);
      const refused = await room.post('/chat/messages', { clientId: 'message-3', text: 'xin chào' }, cookie);
      expect(refused.status).to.equal(429);
      expect((await errorOf(refused)).message).to.match(/Hôm nay/);
      await room.close();
    }
    room = await openRoom();
  });

  it('slow down an address that opens session after session', async () => {
    room = await openRoom({ limits: { sessionsPerAddress: 2 } });
    await sessionCookie(room);
    await sessionCookie(room);
    expect((await room.post('/chat/session', {})).status).to.equal(429);
  });
});
