import type { Collections } from '../records/collections.js';
import { countsOf } from './counting/day-counts.js';
import { keyPart, sumOfCounts } from './counts.js';
import type { PeriodCounts } from './metrics/metric.js';
import { startOf } from './periods.js';

/**
 * What was counted of a day until some moment of it, from the records themselves; `null` where they are no longer all there.
 * Its cost is that of one day's records.
 */
export async function readDayUntil(
  { exchanges, markers }: Pick<Collections, 'exchanges' | 'markers'>,
  day: string,
  until: Date,
  procedures?: readonly string[],
): Promise<PeriodCounts | null> {
  const swept = await markers.findOne({ _id: 'exchanges-swept' });
  if (swept !== null && swept.at > startOf(day)) return null;
  const receivedAt = { $gte: startOf(day), $lt: until };
  const found = await exchanges.find({ receivedAt }, { omit: 'replyTexts' });
  const { all, procedures: parts } = countsOf(found);
  const counts =
    procedures === undefined ? all : sumOfCounts(procedures.map((id) => parts[keyPart(id)] ?? {}));
  return { period: { from: day, to: day }, counts, days: [{ day, counts }] };
}
