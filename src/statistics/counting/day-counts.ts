import type { Exchange } from '../../records/documents/exchange.js';
import { addTo, difference, keyPart, type Add, type Counts } from '../counts.js';
import { METRICS } from '../metrics/all.js';
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
  return counts;
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
