import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { createHttpApp, type HttpDependencies } from '../../../src/http/http-app.js';
import { createWebNotifier, type WebNotifier } from '../../../src/http/web-chat/notifier.js';
import { webDelivery } from '../../../src/http/web-chat/web-delivery.js';
import type { CitizenEvent, Reply } from '../../../src/conversation/types.js';
import { systemClock } from '../../../src/shared/clock.js';
import { createMetrics } from '../../../src/shared/metrics.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { chatPage } from '../../fakes/chat-page.js';
import { GUIDE, WELCOME } from './scripted-answers.js';
import { fakeStorage, type FakeStorage } from '../../fakes/web-storage.js';

export interface ChatServer {
  address: string;
  storage: FakeStorage;
  /** Answers wait until it is let go on. */
  hold(): void;
  letGo(): Promise<void>;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

/** The real endpoints and the real page in front of answers that are written down beforehand. */
export async function startChatServer(
  answers: (event: CitizenEvent) => Reply[],
  more: Pick<HttpDependencies, 'frameSites'> = {},
): Promise<ChatServer> {
  const storage = fakeStorage();
  const answered = new Set<string>();
  let held = false;
  let notifier = createWebNotifier();
  let server: Server;

  const answer = async () => {
    const delivery = webDelivery(storage.webReplies, notifier, systemClock);
    for (const event of storage.events) {
      if (held || answered.has(event.key)) continue;
      answered.add(event.key);
      const replies = answers(event);
      if (replies.some(({ deletes }) => deletes)) storage.forget(event.conversationId);
      for (const [position, reply] of replies.entries())
        await delivery.send(event, { id: `${event.key}:${position}`, reply, attempts: 0 });
      storage.handled(event.key);
    }
  };
  const start = (port: number) => {
    notifier = createWebNotifier();
    const parts = { ...partsFor(storage, notifier), ...more };
    server = createServer(
      createHttpApp({ ...parts, eventStored: () => void setTimeout(() => void answer()) }),
    );
    return new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  };
  const port = await start(0);
  return {
    address: `http://127.0.0.1:${port}`,
    storage,
    hold: () => void (held = true),
    async letGo() {
      held = false;
      await answer();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        notifier.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async startAgain() {
      await start(port);
    },
  };
}

function partsFor(storage: FakeStorage, notifier: WebNotifier): HttpDependencies {
  return {
    inbox: storage.inbox,
    webReplies: storage.webReplies,
    notifier,
    clock: systemClock,
    metrics: createMetrics(),
    logger: silentLogger,
    citizenSecret: 'a secret for tests only',
    trustProxy: false,
    ...chatPage,
    history: storage.history,
    page: () => ({ authority: 'Thuế thành phố Đà Nẵng', trial: true, welcome: WELCOME }),
    guide: (id) => (id === 'tax-code' ? GUIDE : undefined),
    health: () => Promise.reject(new Error('not asked here')),
    poll: { awaiting: 200, idle: 1000 },
    limits: { messagesPerSession: 200 },
  };
}
