import type { Logger } from '../shared/logger.js';
import type { GraphClient } from './send/client.js';
import type { PageState } from './send/page-state.js';
import { fieldsOf, listOf } from './webhook/values.js';

export interface PageWatch {
  start(): void;
  stop(): void;
  /** Looks now; resolves to what is wrong, empty when all is well. */
  check(): Promise<string[]>;
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
    const fields = listOf(fieldsOf(answer.body)['data']).flatMap((app) =>
      listOf(fieldsOf(app)['subscribed_fields']),
    );
    const missing = NEEDED_FIELDS.filter((field) => !fields.includes(field));
    return missing.length > 0
      ? [`the Page is not subscribed to: ${missing.join(', ')} (npm run profile -- set)`]
      : [];
  };
  const look = (): void => {
    check().then(
      (wrong) => wrong.forEach((reason) => logger.error({ reason }, 'the Page needs someone')),
      (error: unknown) => logger.error({ err: error }, 'the Page could not be looked at'),
    );
  };
  return {
    check,
    start() {
      look();
      timer = setInterval(look, EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
