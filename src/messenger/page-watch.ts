import type { Logger } from '../shared/logger.js';
import type { GraphClient } from './send/client.js';
import type { PageState } from './send/page-state.js';
import { fieldsOf, idOf, listOf } from './webhook/values.js';

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

/**
 * Whether the token still holds and the app is still subscribed to the Page: Facebook ends the subscription after an
 * hour of failing webhooks and tells no one but the dashboard.
 */
export function createPageWatch(
  client: GraphClient,
  pageId: string,
  page: PageState,
  logger: Logger,
): PageWatch {
  let timer: NodeJS.Timeout | undefined;
  const check = async (): Promise<string[]> => {
    const answer = await client.call('GET', `${pageId}/subscribed_apps`);
    if (!answer.ok) {
      // Other refusals may mean only that this may not be read.
      if ('code' in answer && answer.code === TOKEN_REFUSED) page.stop(answer.reason);
      return [`subscription could not be read: ${answer.reason}`];
    }
    return missingIn(client, listOf(fieldsOf(answer.body)['data']).map(fieldsOf));
  };
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

async function missingIn(client: GraphClient, apps: readonly Record<string, unknown>[]): Promise<string[]> {
  const own = await ownEntries(client, apps);
  const fields = own.flatMap((app) => listOf(app['subscribed_fields']));
  const missing = NEEDED_FIELDS.filter((field) => !fields.includes(field));
  if (missing.length === 0) return [];
  const others = own.length === 0 && apps.length > 0 ? '; only other apps are' : '';
  return [`our app is not subscribed to: ${missing.join(', ')}${others} (npm run profile -- set)`];
}

/** Other apps may be subscribed to the same Page. Which entry is ours is asked only where entries say whose they are. */
async function ownEntries(
  client: GraphClient,
  apps: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  if (apps.every(({ id }) => id === undefined)) return [...apps];
  const app = await client.call('GET', 'app');
  const ownId = app.ok ? idOf(app.body) : undefined;
  return apps.filter((entry) => ownId !== undefined && idOf(entry) === ownId);
}
