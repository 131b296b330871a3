import { hasErrors, writtenProblem } from './content/problem.js';
import type { LiveContent } from './content/live-content.js';
import { heldAt } from './conversation/service-switch.js';
import type { Worker } from './turns/worker.js';
import type { Health, StorageHealth } from './http/health.js';
import type { PageConnection } from './messenger/connect-page.js';
import type { Dependencies } from './dependencies.js';
import { EMBEDDED_CONVERSATIONS } from './records/limits/size-watch.js';

/** What `/health` tells, asked of each part. */
export async function health(
  parts: Dependencies,
  page: PageConnection | undefined,
  live: LiveContent,
  worker: Pick<Worker, 'backlog'>,
): Promise<Health> {
  const { knowledge } = parts;
  // Side by side: each waits for a database that is away.
  const [storage, bot, queue] = await Promise.all([
    storageHealth(parts),
    botHealth(parts).catch(() => null),
    worker.backlog().catch(() => null),
  ]);
  return {
    storage,
    content: { version: knowledge.current().content.version, ...contentHealth(live) },
    matcher: { version: knowledge.current().matcher.version },
    bot,
    queue,
    page: { problems: page?.watch.problems() ?? [] },
    sending: page?.sending() ?? { state: 'not_connected' },
  };
}

async function botHealth({ stores, clock }: Dependencies): Promise<Health['bot']> {
  const held = heldAt(await stores.service.read(), clock.now());
  const until = held?.until?.toISOString();
  return { mode: held?.mode ?? 'on', ...(until === undefined ? {} : { until }) };
}

async function storageHealth({ stores, headroom }: Dependencies): Promise<StorageHealth> {
  const reachable = await stores.ping().then(
    () => true,
    () => false,
  );
  const conversations = stores.heldConversations();
  return {
    engine: stores.engine,
    reachable,
    refusal: stores.refusal(),
    shortOf: headroom.shortOf(),
    ...(conversations === null ? {} : { conversations, madeFor: EMBEDDED_CONVERSATIONS }),
  };
}

function contentHealth(live: LiveContent): Omit<Health['content'], 'version'> {
  const errors = live.problems().filter((problem) => hasErrors([problem]));
  const summary = errors.slice(0, 20).map(writtenProblem);
  return { problems: errors.length, summary, watching: live.watching() };
}
