import type { Collections } from '../records/collections.js';
import { keyPart, sumOf, type Counts } from './counts.js';
import type { Reading } from './metrics/metric.js';
import type { Period } from './periods.js';

export type DayStore = Pick<Collections, 'days'>;

/**
 * The counts of a period, from one document a day: its cost depends on the days, not on how much was asked.
 * `procedures` given: only what concerned these, added up.
 */
export async function readPeriod(
  { days }: DayStore,
  period: Period,
  procedures?: readonly string[],
): Promise<Reading> {
  const ids = procedures?.map(keyPart);
  const only = ids === undefined ? ['all'] : ids.map((id) => `procedures.${id}`);
  const filter = { _id: { $gte: period.from, $lte: period.to } };
  // No procedure: no fields to ask for, and nothing to count.
  const found = ids?.length === 0 ? [] : await days.find(filter, { sort: { _id: 1 }, only });
  const read = found.map((day) => ({
    day: day._id,
    counts: ids === undefined ? day.all : partOf(day, ids),
  }));
  return { period, days: read, counts: sumOf(read.map(({ counts }) => counts)) };
}

function partOf(day: { procedures?: Record<string, Counts> }, ids: readonly string[]): Counts {
  return sumOf(ids.map((id) => day.procedures?.[id] ?? {}));
}

/** A part of what was read already. */
export function within(reading: Reading, period: Period): Reading {
  const days = reading.days.filter(({ day }) => day >= period.from && day <= period.to);
  return { period, days, counts: sumOf(days.map(({ counts }) => counts)) };
}
