import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnRunner } from '../../src/turns/ports.js';
import { text } from '../../src/conversation/replies.js';
import { createWorker, type Worker } from '../../src/turns/worker.js';
import { createWebNotifier } from '../../src/http/web-chat/notifier.js';
import { webDelivery } from '../../src/http/web-chat/web-delivery.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { EventReader, type ServerEvent } from '../unit/http/web-chat/event-reader.js';
import { openTestServer, sessionCookie, type TestServer } from '../unit/http/test-server.js';

/** Repeats what it hears; "xoá" has everything deleted. */
const echo: TurnRunner = {
  run: (event, state) =>
    Promise.resolve({
      state: { ...state, ...(event.text === 'xoá' ? { deletionDue: true } : {}) },
      replies: [text(`Em nghe: ${event.text ?? ''}`), text('Dạ hết ạ.')],
      outcome: 'answered_small_talk',
      contentVersion: 'v1',
    }),
};

describe('The web chat on the embedded storage', () => {
  let folder: string;
  let stores: Stores;
  let worker: Worker;
  let server: TestServer;
  let cookie: { Cookie: string };
  const readers: EventReader[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-chat-'));
    stores = await createStores({ dataDir: folder, logger: silentLogger, clock: systemClock });
    const notifier = createWebNotifier();
    const web = webDelivery(stores.webReplies, notifier, systemClock);
    worker = createWorker({
      ...stores,
      runner: echo,
      deliveries: { web, messenger: web },
      clock: systemClock,
      logger: silentLogger,
      apology: () => text('Dạ em xin lỗi, em vừa gặp trục trặc.'),
      keepsText: () => false,
    });
    worker.start();
    server = await openTestServer({
      inbox: stores.inbox,
      webReplies: stores.webReplies,
      notifier,
      clock: systemClock,
      eventStored: (conversationId) => worker.wake([conversationId]),
    });
    cookie = await sessionCookie(server);
  });
  afterEach(async () => {
    readers.splice(0).forEach((reader) => reader.close());
    await server.close();
    await worker.stop();
    await stores.close();
    await rm(folder, { recursive: true });
  });

  const say = (said: string, clientId: string) =>
    server.post('/chat/messages', { clientId, text: said }, cookie);
  const listen = async (after: number) => {
    const reader = await EventReader.open(`${server.address}/chat/replies?after=${after}`, cookie);
    readers.push(reader);
    return reader;
  };
  const replies = async (reader: EventReader, count: number): Promise<ServerEvent[]> => {
    const found: ServerEvent[] = [];
    while (found.length < count) {
      const event = await reader.next();
      if (event === null) throw new Error('the stream has ended');
      if (event.event === 'reply') found.push(event);
    }
    return found;
  };
  const texts = (events: ServerEvent[]) => events.map(({ data }) => (data as { text: string }).text);

  it('answers in order, keeps what a closed page missed, and takes a repeated message in once', async () => {
    const page = await listen(0);
    await say('một', 'message-1');
    await say('một', 'message-1');
    await say('hai', 'message-2');
    const expected = ['Em nghe: một', 'Dạ hết ạ.', 'Em nghe: hai', 'Dạ hết ạ.'];
    const heard = await replies(page, 4);
    expect(texts(heard)).to.deep.equal(expected);
    expect(heard.map(({ id }) => id)).to.deep.equal(['1', '2', '3', '4']);
    page.close();
    await say('ba', 'message-3');
    expect(texts(await replies(await listen(4), 2))).to.deep.equal(['Em nghe: ba', 'Dạ hết ạ.']);
  });

  it('tells the citizen that everything was deleted, even on a page that comes later, and talks on', async () => {
    const page = await listen(0);
    await say('chuyện riêng', 'message-1');
    await replies(page, 2);
    page.close();
    await say('xoá', 'message-2');
    const later = await listen(2);
    expect(texts(await replies(later, 2))).to.deep.equal(['Em nghe: xoá', 'Dạ hết ạ.']);
    await worker.idle();
    await say('chào lại', 'message-3');
    expect(texts(await replies(later, 2))).to.deep.equal(['Em nghe: chào lại', 'Dạ hết ạ.']);
    const anew = await replies(await listen(0), 4);
    expect(texts(anew)).not.to.include('Em nghe: chuyện riêng');
  });
});
