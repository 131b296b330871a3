import type { Health } from './http/health.js';
import { isOverdue } from './staff-work/overdue.js';
import type { RequestQueue } from './staff-work/ports.js';
import type { Clock } from './shared/clock.js';
import type { GaugeName, Metrics } from './shared/metrics.js';

export interface MonitoringDependencies {
  health: () => Promise<Health>;
  requests: Pick<RequestQueue, 'list'>;
  metrics: Pick<Metrics, 'show'>;
  clock: Clock;
}

/** More of them than an office could leave undone. */
const REQUESTS_READ = 10_000;

/** Puts what the parts know of themselves into the figures; what can't be read now is left out. */
export function monitoring({
  health,
  requests,
  metrics,
  clock,
}: MonitoringDependencies): () => Promise<void> {
  return async () => {
    const [found, waiting] = await Promise.all([
      health().catch(() => null),
      requests.list({ status: 'waiting', limit: REQUESTS_READ }).catch(() => null),
    ]);
    const overdue = waiting?.filter((request) => isOverdue(request, clock.now())).length;
    const queue = found?.queue;
    const single: Partial<Record<GaugeName, number | undefined>> = {
      queue_messages: queue?.messages,
      queue_replies: queue?.replies,
      queue_oldest_seconds: queue?.oldestSeconds,
      content_problems: found?.content.problems,
      content_watching: found === null ? undefined : Number(found.content.watching),
      requests_waiting: waiting?.length,
      requests_overdue: overdue,
      storage_writable: Number(found?.storage.reachable ?? false),
      stored_conversations_share: sharesHeld(found?.storage),
      page_problems: found?.page.problems.length,
    };
    for (const [name, value] of Object.entries(single))
      metrics.show(name as GaugeName, value === undefined ? [] : [{ value }]);
    const shortOf = found?.storage.shortOf ?? null;
    metrics.show('intake_closed', shortOf === null ? [] : [{ value: 1, labels: { short_of: shortOf } }]);
    const mode = found?.bot?.mode;
    metrics.show('bot_mode', mode === undefined ? [] : [{ value: 1, labels: { mode } }]);
    const state = found?.sending.state;
    metrics.show('sending_state', state === undefined ? [] : [{ value: 1, labels: { state } }]);
  };
}

function sharesHeld(storage: Health['storage'] | undefined): number | undefined {
  if (storage?.conversations === undefined || storage.madeFor === undefined) return undefined;
  return storage.conversations / storage.madeFor;
}
