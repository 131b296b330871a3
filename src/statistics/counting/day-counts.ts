import type { Exchange } from '../../records/documents/exchange.js';
import { addTo, difference, keyPart, type Add, type Counts } from '../counts.js';
import { METRICS } from '../metrics/all.js';
import { COMMENT_KEYS } from '../metrics/comments.js';
import type { ConversationDay, Metric } from '../metrics/metric.js';
import { conversationDays, procedureDays } from './conversation-day.js';

/** What one day's exchanges come to: everything, and each procedure's part. */
export interface DayCounts {
  all: Counts;
  procedures: Record<string, Counts>;
}

const COUNTED: readonly Metric<unknown>[] = Object.values(METRICS);
const BY_PROCEDURE = COUNTED.filter(({ byProcedure }) => byProcedure);

/** Counts whole citizen-days: the same exchanges come to the same counts, in whatever order they are given. */
export function countsOf(exchanges: readonly Exchange[]): DayCounts {
  const counts: DayCounts = { all: {}, procedures: {} };
  for (const conversation of conversationDays(exchanges).values()) {
    countInto(counts.all, COUNTED, conversation);
    for (const [procedure, part] of procedureDays(conversation)) {
      countInto((counts.procedures[keyPart(procedure)] ??= {}), BY_PROCEDURE, part);
    }
  }
  const beside = (key: string, procedure: string | undefined) => {
    addTo(counts.all)(key);
    if (procedure !== undefined) addTo((counts.procedures[keyPart(procedure)] ??= {}))(key);
  };
  for (const { thumb, procedure } of lastThumbs(exchanges)) beside(`thumb:${thumb}`, procedure);
  for (const { outcome, procedure } of exchanges) {
    const key = COMMENT_KEYS[outcome];
    if (key !== undefined) beside(key, procedure);
  }
  return counts;
}

/** Under each message the day's last: no message of the citizen, so it makes no conversation and no citizen of the day. */
function lastThumbs(exchanges: readonly Exchange[]) {
  const last = new Map<string, { thumb: 'up' | 'down'; procedure: string | undefined }>();
  const inOrder = [...exchanges].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  for (const { _id, thumb, messageId, procedure } of inOrder)
    if (thumb !== undefined) last.set(messageId ?? _id, { thumb, procedure });
  return last.values();
}

function countInto(counts: Counts, metrics: readonly Metric<unknown>[], conversation: ConversationDay): void {
  const add: Add = addTo(counts);
  for (const metric of metrics) metric.count?.(conversation, add);
}

/** What must be added to `before` to get `after`. */
export function dayDifference(after: DayCounts, before: DayCounts): DayCounts {
  const procedures: DayCounts['procedures'] = {};
  for (const id of new Set([...Object.keys(after.procedures), ...Object.keys(before.procedures)])) {
    const change = difference(after.procedures[id] ?? {}, before.procedures[id] ?? {});
    if (Object.keys(change).length > 0) procedures[id] = change;
  }
  return { all: difference(after.all, before.all), procedures };
}
