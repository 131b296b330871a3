import type { Collections } from '../records/collections.js';
import { keyPart, sumOfCounts, type Counts } from './counts.js';
import { createDayCache, type ReadDays } from './day-cache.js';
import type { PeriodCounts } from './metrics/metric.js';
import type { ReportPeriod } from './periods.js';

export type DayStore = Pick<Collections, 'days'>;

/**
 * The counts of a period, from one document a day: its cost depends on the days, not on how much was asked.
 * `procedures` given: only what concerned these, added up. `readDays`: of a cache that outlives the call.
 */
export async function readPeriod(
  store: DayStore,
  period: ReportPeriod,
  procedures?: readonly string[],
  readDays: ReadDays = createDayCache(store),
): Promise<PeriodCounts> {
  const days = procedures === undefined ? await readDays(period) : await partsOf(store, period, procedures);
  return { period, days, counts: sumOfCounts(days.map(({ counts }) => counts)) };
}

async function partsOf(
  { days }: DayStore,
  { from, to }: ReportPeriod,
  procedures: readonly string[],
): Promise<PeriodCounts['days']> {
  // No procedure: no fields to ask for, and nothing to count.
  if (procedures.length === 0) return [];
  const ids = procedures.map(keyPart);
  const filter = { _id: { $gte: from, $lte: to } };
  const found = await days.find(filter, { sort: { _id: 1 }, only: ids.map((id) => `procedures.${id}`) });
  return found.map((day) => ({ day: day._id, counts: partOf(day, ids) }));
}

function partOf(day: { procedures?: Record<string, Counts> }, ids: readonly string[]): Counts {
  return sumOfCounts(ids.map((id) => day.procedures?.[id] ?? {}));
}

/** A part of what was read already. */
export function partOfPeriod(reading: PeriodCounts, period: ReportPeriod): PeriodCounts {
  const days = reading.days.filter(({ day }) => day >= period.from && day <= period.to);
  return { period, days, counts: sumOfCounts(days.map(({ counts }) => counts)) };
}
