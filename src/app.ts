import { EventEmitter } from 'node:events';
import { alerting } from './alerting.js';
import { backupOf } from './backup.js';
import type { Config } from './config.js';
import { createAnswer } from './conversation/answer.js';
import { sayFailed } from './conversation/wording/failed.js';
import type { Inbox } from './turns/ports.js';
import { keepsText } from './conversation/state/conversation-state.js';
import { DailyAllowance } from './conversation/daily-allowance.js';
import { measured } from './turns/measured.js';
import { gated } from './turns/store-gate.js';
import { createWorker, type Worker } from './turns/worker.js';
import { keepLive, type LiveContent } from './content/live-content.js';
import { conversationSettings } from './conversation-settings.js';
import { openAdminSocket } from './http/admin-socket/admin-socket.js';
import { closed, listen, webServer } from './http/listening.js';
import { webDelivery } from './http/web-chat/web-delivery.js';
import { webhookFirst } from './http/webhook-first.js';
import { connectPage, type PageConnection } from './messenger/connect-page.js';
import { pageMissing } from './messenger/page-missing.js';
import { createTurnRunner } from './messenger/botkit/turn-runner.js';
import { bookingsOf, createDependencies, type Dependencies } from './dependencies.js';
import { httpApp } from './served.js';
import { reportMailing } from './report-mailing.js';
import type { Disk } from './records/engine/log/disk.js';
import { watchSize } from './records/limits/size-watch.js';
import { startSweeping } from './records/sweeping.js';
import { startCounting } from './statistics/counting/start-counting.js';
import { staffPages } from './staff-pages.js';
import { systemClock, type Clock } from './shared/clock.js';
import type { Logger } from './shared/logger.js';

export interface AppOptions {
  logger: Logger;
  clock?: Clock;
  /** The file system under the data directory; tests put one that is full in its place. */
  disk?: Disk;
}

export interface App {
  /** Where it listens on this machine. */
  url: string;
  /** Resolves once all that was acknowledged is answered, or waits for its time (a retry, a paused Page). */
  idle(): Promise<void>;
  /** Whether somebody can sign in to the staff pages; before that the start says how the first account is made. */
  anyAccount: boolean;
  /** Takes no new requests, finishes what is under way, closes the store. */
  close(): Promise<void>;
}

/** Builds each part once, joins them, and listens. Rejects with a clear reason when the start fails; nothing is left open. */
export async function startApp(
  config: Config,
  { clock = systemClock, ...options }: AppOptions,
): Promise<App> {
  return run(await createDependencies(config, { ...options, clock }));
}

async function run(parts: Dependencies): Promise<App> {
  const { config, logger, clock, stores, knowledge, notifier } = parts;
  const intake = intakeOf(parts);
  const incoming = new EventEmitter<{ stored: [conversations: readonly string[]] }>();
  const stored = (conversations: readonly string[]) => void incoming.emit('stored', conversations);
  const page = pageOf(parts, intake, stored);
  const worker = workerOf(parts, page);
  incoming.on('stored', (conversations) => worker.wake(conversations));
  const live = await liveContent(parts);
  const staff = staffPages({ ...parts, live, stored });
  const pages = httpApp({ ...parts, intake, page, worker, live, stored }, staff);
  const server = webServer(webhookFirst(page?.webhook.receive, pages));
  const counting = startCounting(stores.collections, clock, logger);
  const sweeping = startSweeping(stores.retention, clock, logger);
  const sizeWatch = watchSize(() => stores.heldConversations(), logger);
  const socket = await adminSocketOf(parts);
  const port = await listen(server, config.port, config.host);
  worker.start();
  page?.watch.start();
  const mailing = [alerting(parts, live, page), reportMailing(parts, staff.statistics)];
  return {
    url: `http://localhost:${port}/`,
    idle: () => worker.idle(),
    anyAccount: (await parts.accounts.administration.list()).length > 0,
    async close() {
      live.stop();
      staff.stop();
      sweeping.stop();
      sizeWatch.stop();
      page?.watch.stop();
      knowledge.stop();
      notifier.close();
      await socket?.close();
      await closed(server);
      await worker.stop();
      await Promise.all([counting.stop(), ...mailing.map((one) => one.stop())]);
      await stores.close();
    },
  };
}

/** Of a database the account command is a client like the server. */
async function adminSocketOf(parts: Dependencies) {
  const { stores, accounts, config } = parts;
  return stores.engine === 'embedded'
    ? openAdminSocket(accounts, config.dataDir, { ...parts, backup: backupOf(parts) })
    : undefined;
}

function liveContent({ config, logger, clock, stores, knowledge }: Dependencies): Promise<LiveContent> {
  return keepLive(
    {
      root: config.contentDir,
      versions: stores.contentVersions,
      logger,
      clock,
      use: (content) => knowledge.swap(content),
    },
    knowledge.current().content,
  );
}

/** What comes in: no more of one citizen than a day's allowance, and nothing while there is no room for it. */
function intakeOf({ config, clock, stores, headroom }: Dependencies): Pick<Inbox, 'store'> {
  const allowance = new DailyAllowance(config.limits.citizenPerDay, clock);
  return {
    store(events) {
      headroom.check();
      return stores.inbox.store(allowance.taken(events));
    },
  };
}

function pageOf(
  parts: Dependencies,
  inbox: Pick<Inbox, 'store'>,
  stored: (conversations: readonly string[]) => void,
): PageConnection | undefined {
  const { page, commentReplies } = parts.config;
  return page === undefined
    ? undefined
    : connectPage(page, {
        ...parts,
        ...parts.config.officers,
        ...(page.thumbs ? { sentMessages: parts.stores.sentMessages } : {}),
        ...{ commentReplies, inbox, stored },
      });
}

/**
 * The worker with all it needs. What it calls as a channel's `send` is three layers: `gated` sends nothing while the storage
 * takes no writes, `measured` times it, and the innermost is the channel itself.
 */
function workerOf(
  { config, clock, logger, metrics, stores, knowledge, notifier }: Dependencies,
  page: PageConnection | undefined,
): Worker {
  const settings = conversationSettings(config);
  const answer = createAnswer({
    knowledge,
    requests: stores.requests,
    bookings: bookingsOf(stores, knowledge),
    clock,
    settings,
    service: stores.service,
  });
  const web = webDelivery(stores.webReplies, notifier, clock);
  const deliveries = { web, messenger: page?.delivery ?? pageMissing(clock) };
  const runner = createTurnRunner(answer);
  const timed = measured({ runner, conversations: stores.conversations, deliveries }, metrics, clock);
  return createWorker({
    ...gated({ inbox: stores.inbox, ...timed }, () => stores.writable(), clock),
    records: stores.records,
    talkLines: stores.talkLines,
    runner: timed.runner,
    clock,
    logger,
    gathering: { quietMs: QUIET_MS, waited: new Map() },
    colleagueSilenceMs: config.colleagueSilenceHours * 3_600_000,
    apology: () => sayFailed(knowledge.current()),
    keepsText: (state) => keepsText(state, config.consentMode),
    onDropped: () => metrics.increment('replies_dropped_total'),
  });
}

/** A citizen who has asked nothing yet is given this long to go on writing. */
const QUIET_MS = 1_200;
