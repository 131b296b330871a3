import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpApp, type HttpDependencies } from '../../../src/http/http-app.js';
import type { Health } from '../../../src/http/health.js';
import { createWebNotifier } from '../../../src/http/web-chat/notifier.js';
import { createMetrics } from '../../../src/shared/metrics.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { chatPage } from '../../fakes/chat-page.js';
import { fakeStorage } from '../../fakes/web-storage.js';

export const NOW = new Date('2026-11-23T01:00:00Z');

export const HEALTHY: Health = {
  storage: { engine: 'embedded', reachable: true, refusal: null, shortOf: null },
  content: { version: 'c0ffee', problems: 0, summary: [], watching: true },
  matcher: { version: 'm1' },
  queue: { messages: 0, replies: 0, oldestSeconds: 0, dropped: 0 },
  page: { problems: [] },
  bot: { mode: 'on' },
  sending: { state: 'not_connected' },
};

/** The app on a free port, with ports in memory; `parts` replaces what a test is about. */
export async function openTestServer(parts: Partial<HttpDependencies> = {}) {
  const storage = fakeStorage();
  const notifier = createWebNotifier();
  const metrics = createMetrics();
  const stored: string[] = [];
  const app = createHttpApp({
    inbox: storage.inbox,
    webReplies: storage.webReplies,
    notifier,
    metrics,
    citizenSecret: 'a secret for tests only',
    clock: { now: () => NOW },
    logger: silentLogger,
    trustProxy: false,
    health: () => Promise.resolve(HEALTHY),
    ...chatPage,
    history: storage.history,
    eventStored: (conversationId) => void stored.push(conversationId),
    ...parts,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    storage,
    notifier,
    metrics,
    /** Conversations the worker was told of. */
    stored,
    get: (path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async close() {
      notifier.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>;

/** Opens a session as the page does; the result is what a browser would send back. */
export async function sessionCookie(server: TestServer): Promise<{ Cookie: string }> {
  const answer = await server.post('/chat/session', {});
  const [written = ''] = answer.headers.getSetCookie();
  return { Cookie: written.split(';')[0] ?? '' };
}

export interface ErrorAnswer {
  error: { code: string; message: string; remedy?: string };
}

export async function errorOf(answer: Response): Promise<ErrorAnswer['error']> {
  return ((await answer.json()) as ErrorAnswer).error;
}
