import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from './config.js';
import { createAnswer } from './conversation/answer.js';
import { LiveKnowledge } from './conversation/live-knowledge.js';
import type { Bookings, Delivery } from './conversation/ports.js';
import type { ConversationSettings } from './conversation/turn.js';
import { keepsText } from './conversation/state.js';
import { createWorker, type Worker } from './conversation/work/worker.js';
import { keepLive, startingContent, type LiveContent } from './content/live-content.js';
import { hasErrors, writtenProblem } from './content/problem.js';
import { trainingExamples, type Content } from './content/types.js';
import { calendarFile } from './http/calendar-file.js';
import { createHttpApp } from './http/http-app.js';
import { createWebNotifier, type WebNotifier } from './http/web-chat/notifier.js';
import { webDelivery } from './http/web-chat/web-delivery.js';
import { trainInWorker } from './intent-matching/train-in-worker.js';
import type { IntentMatcher } from './intent-matching/types.js';
import { connectPage, type PageConnection } from './messenger/connect-page.js';
import { createTurnRunner } from './messenger/botkit/turn-runner.js';
import { keptSecret } from './privacy/citizen-secret.js';
import { createStores, type Stores } from './records/stores.js';
import { startSweeping } from './records/sweeping.js';
import { startCounting } from './statistics/counting/start-counting.js';
import { systemClock, type Clock } from './shared/clock.js';
import { createCounters, type Counters } from './shared/counters.js';
import type { Logger } from './shared/logger.js';

export interface AppOptions {
  logger: Logger;
  clock?: Clock;
}

export interface App {
  /** Where it listens on this machine. */
  url: string;
  /** Resolves once all that was acknowledged is answered, or waits for its time (a retry, a paused Page). */
  idle(): Promise<void>;
  /** Takes no new requests, finishes what is under way, closes the store. */
  close(): Promise<void>;
}

/** What every part is built from, once. */
export interface Parts {
  config: Config;
  logger: Logger;
  clock: Clock;
  counters: Counters;
  stores: Stores;
  knowledge: LiveKnowledge;
  citizenSecret: string;
  notifier: WebNotifier;
}

/** Builds each part once, joins them, and listens. Rejects with a clear reason when the start fails; nothing is left open. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { logger, clock = systemClock } = options;
  const citizenSecret = config.citizenKey ?? (await keptSecret(config.dataDir));
  const daysOff = () =>
    new Set(knowledge.current().content.holidays.years.flatMap(({ days }) => days.map(({ date }) => date)));
  const stores = await createStores({
    ...(config.mongodbUri === undefined ? {} : { mongodbUri: config.mongodbUri }),
    dataDir: config.dataDir,
    logger,
    clock,
    retentionDays: config.retentionDays,
    daysOff,
  });
  const content = await startingContent(config.contentDir, stores.contentVersions, logger);
  const train = trainerIn(join(config.dataDir, 'models'));
  const knowledge = new LiveKnowledge({ content, matcher: await train(content) }, train);
  const parts: Parts = {
    config,
    logger,
    clock,
    counters: createCounters(),
    stores,
    knowledge,
    citizenSecret,
    notifier: createWebNotifier(),
  };
  return run(parts);
}

function trainerIn(cacheDir: string) {
  return (content: Content, signal?: AbortSignal): Promise<IntentMatcher> =>
    trainInWorker(trainingExamples(content), content.vocabulary, {
      version: content.version,
      cacheDir,
      ...(signal === undefined ? {} : { signal }),
    });
}

async function run(parts: Parts): Promise<App> {
  const { config, logger, clock, stores, knowledge, notifier } = parts;
  const page = pageOf(parts, (conversations) => worker.wake(conversations));
  const worker = workerOf(parts, page);
  const live = await keepLive(
    {
      root: config.contentDir,
      versions: stores.contentVersions,
      logger,
      clock,
      use: (content) => knowledge.swap(content),
    },
    knowledge.current().content,
  );
  const server = createServer(httpApp(parts, page, worker, live));
  const counting = startCounting(stores.collections, clock, logger);
  const sweeping = startSweeping(stores.retention, clock, logger);
  await listen(server, config.port, config.host);
  worker.start();
  page?.watch.start();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    idle: () => worker.idle(),
    async close() {
      live.stop();
      sweeping.stop();
      page?.watch.stop();
      knowledge.stop();
      notifier.close();
      await closed(server);
      await worker.stop();
      await counting.stop();
      await stores.close();
    },
  };
}

function pageOf(
  parts: Parts,
  stored: (conversations: readonly string[]) => void,
): PageConnection | undefined {
  const { page } = parts.config;
  return page === undefined ? undefined : connectPage(page, { ...parts, inbox: parts.stores.inbox, stored });
}

function workerOf(
  { config, clock, logger, stores, knowledge, notifier }: Parts,
  page: PageConnection | undefined,
): Worker {
  const settings: ConversationSettings = {
    authority: config.authority,
    consentMode: config.consentMode,
    retentionDays: config.retentionDays,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  };
  const answer = createAnswer({
    knowledge,
    requests: stores.requests,
    bookings: bookingsOf(stores, knowledge),
    clock,
    settings,
  });
  const web = webDelivery(stores.webReplies, notifier, clock);
  return createWorker({
    inbox: stores.inbox,
    conversations: stores.conversations,
    records: stores.records,
    runner: createTurnRunner(answer),
    deliveries: { web, messenger: page?.delivery ?? pageMissing(clock) },
    clock,
    logger,
    keepsText: (state) => keepsText(state, config.consentMode),
  });
}

const PAGE_LOOK_MS = 10 * 60_000;

/** Without a Page nothing comes in from Messenger; what an earlier run still owed there waits for the Page. */
function pageMissing(clock: Clock): Delivery {
  return {
    send: () =>
      Promise.resolve({
        status: 'paused',
        untilMs: clock.now().getTime() + PAGE_LOOK_MS,
        reason: 'no Page is connected',
      }),
  };
}

/** Seats of the Saturdays that the content in use announces. */
function bookingsOf(stores: Stores, knowledge: LiveKnowledge): Bookings {
  return stores.bookings(() => knowledge.current().content.calendar.saturdays);
}

function httpApp(parts: Parts, page: PageConnection | undefined, worker: Worker, live: LiveContent) {
  const { config, clock, counters, logger, stores, knowledge, citizenSecret, notifier } = parts;
  return createHttpApp({
    inbox: stores.inbox,
    webReplies: stores.webReplies,
    notifier,
    clock,
    counters,
    logger,
    citizenSecret,
    trustProxy: config.trustProxy,
    pageStatus: () => ({
      pageConnected: page !== undefined,
      missing: config.missingForPage,
      authority: config.authority,
    }),
    eventStored: (conversationId) => worker.wake([conversationId]),
    ...(page === undefined ? {} : { webhook: page.webhook }),
    mounts: {
      '/lich': calendarFile({ bookings: bookingsOf(stores, knowledge), authority: config.authority }),
    },
    health: async () => ({
      storage: {
        engine: stores.engine,
        reachable: await stores.ping().then(
          () => true,
          () => false,
        ),
      },
      content: { version: knowledge.current().content.version, ...contentHealth(live) },
      matcher: { version: knowledge.current().matcher.version },
      sending: page?.sending() ?? { state: 'not_connected' },
    }),
  });
}

function contentHealth(live: LiveContent): { problems: number; summary: string[] } {
  const errors = live.problems().filter((problem) => hasErrors([problem]));
  return { problems: errors.length, summary: errors.slice(0, 20).map(writtenProblem) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
