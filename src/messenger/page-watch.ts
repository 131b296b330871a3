import type { Logger } from '../shared/logger.js';
import type { GraphClient } from './send/client.js';
import type { PageState } from './send/page-state.js';
import { threadOwner } from './thread-owner.js';
import { webhookFieldsOf, idOf, listOf } from './webhook/values.js';

export interface PageWatch {
  start(): void;
  stop(): void;
  /** Looks now; resolves to what is wrong, empty when all is well. */
  check(): Promise<string[]>;
  /** What was wrong at the last look. */
  problems(): readonly string[];
}

const TOKEN_REFUSED = 190;
const EVERY_MS = 15 * 60 * 1000;
/** Without these the bot hears nothing. */
const NEEDED_FIELDS = ['messages', 'messaging_postbacks', 'messaging_referrals'];
/** Without these it does not hear who has a conversation that was passed to the Page's inbox. */
const INBOX_FIELDS = ['message_echoes', 'messaging_handovers', 'standby'];

/** Comments under the Page's posts. */
export const COMMENT_FIELD = 'feed';

export interface PageWatchOptions {
  /** Told how Facebook names our app. */
  named?: (app: string) => void;
  /** Whether citizens who want a person are passed to the Page's inbox: it needs more. */
  passesToInbox?: boolean;
  /** Whether comments under posts are answered. */
  hearsComments?: boolean;
  /** Whom the bot reached last, in memory only. */
  lastReached?: () => string | undefined;
}

/**
 * Whether the token still holds and the app is still subscribed to the Page: Facebook ends the subscription after an
 * hour of failing webhooks and tells no one but the dashboard.
 */
export function createPageWatch(
  client: GraphClient,
  pageId: string,
  page: PageState,
  logger: Logger,
  options: PageWatchOptions = {},
): PageWatch {
  let timer: NodeJS.Timeout | undefined;
  const check = () => looked(client, pageId, page, options);
  let found: string[] = [];
  const look = (): void => {
    check().then(
      (wrong) => {
        found = wrong;
        wrong.forEach((reason) => logger.error({ reason }, 'the Page needs someone'));
      },
      (error: unknown) => logger.error({ err: error }, 'the Page could not be looked at'),
    );
  };
  return {
    check,
    problems: () => found,
    start() {
      look();
      timer = setInterval(look, EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

async function looked(
  client: GraphClient,
  pageId: string,
  page: PageState,
  options: PageWatchOptions,
): Promise<string[]> {
  const answer = await client.call('GET', `${pageId}/subscribed_apps`);
  if (!answer.ok) {
    // Other refusals may mean only that this may not be read.
    if ('code' in answer && answer.code === TOKEN_REFUSED) page.stop(answer.reason);
    return [`subscription could not be read: ${answer.reason}`];
  }
  const apps = listOf(webhookFieldsOf(answer.body)['data']).map(webhookFieldsOf);
  const ownId = await ownApp(client, apps, options);
  const missing = missingIn(apps, ownId, options);
  return options.passesToInbox === true
    ? [...missing, ...(await unroutedIn(client, pageId, options.lastReached?.()))]
    : missing;
}

function missingIn(
  apps: readonly Record<string, unknown>[],
  ownId: string | undefined,
  { passesToInbox = false, hearsComments = false }: PageWatchOptions,
): string[] {
  const own = namesApps(apps) ? apps.filter((app) => ownId !== undefined && idOf(app) === ownId) : apps;
  const fields = own.flatMap((app) => listOf(app['subscribed_fields']));
  const needed = [
    ...NEEDED_FIELDS,
    ...(passesToInbox ? INBOX_FIELDS : []),
    ...(hearsComments ? [COMMENT_FIELD] : []),
  ];
  const missing = needed.filter((field) => !fields.includes(field));
  if (missing.length === 0) return [];
  const others = own.length === 0 && apps.length > 0 ? '; only other apps are' : '';
  return [
    `our app is not subscribed to: ${missing.join(', ')}${others} (npm run profile -- set) – ${SUBSCRIBE_REMEDY}`,
  ];
}

const SUBSCRIBE_REMEDY =
  'chạy “npm run profile -- set”, hoặc mở ứng dụng ở developers.facebook.com → Messenger → Webhooks → bấm “Add subscriptions” ở dòng của Trang và đánh dấu các mục này';

/** Says what to click; Facebook has no call that names the default app (messenger facts, section 6). */
export const DEFAULT_APP_REMEDY =
  'mở Trang → Cài đặt → Nhắn tin nâng cao (Advanced messaging) → Định tuyến cuộc trò chuyện (Conversation routing) → đặt ứng dụng của trợ lý làm ứng dụng mặc định (default app)';

/**
 * Where routing is set up, whoever writes has the conversation: one in which the bot has just written and that nobody has
 * shows that it is not.
 */
async function unroutedIn(
  client: GraphClient,
  pageId: string,
  lastReached: string | undefined,
): Promise<string[]> {
  if (lastReached === undefined) return [];
  const answer = await client.call('GET', `${pageId}/thread_owner?recipient=${lastReached}`);
  if (!answer.ok) return [];
  return threadOwner(answer.body) === undefined
    ? [`chưa thấy trợ lý là ứng dụng mặc định của Trang – ${DEFAULT_APP_REMEDY}`]
    : [];
}

/** Other apps may be subscribed to the same Page; entries may not say whose they are. */
function namesApps(apps: readonly Record<string, unknown>[]): boolean {
  return apps.some(({ id }) => id !== undefined);
}

/** Asked only where entries say whose they are, or where it matters who took a conversation. */
async function ownApp(
  client: GraphClient,
  apps: readonly Record<string, unknown>[],
  { named }: PageWatchOptions,
): Promise<string | undefined> {
  if (!namesApps(apps) && named === undefined) return undefined;
  const app = await client.call('GET', 'app');
  const ownId = app.ok ? idOf(app.body) : undefined;
  if (ownId !== undefined) named?.(ownId);
  return ownId;
}
