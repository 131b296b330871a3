import type { Collections } from '../records/collections.js';
import type { Counts } from './counts.js';
import type { ReportPeriod } from './periods.js';

/** Reads what was counted on each day of a period that has counts. */
export type ReadDays = (period: ReportPeriod) => Promise<{ day: string; counts: Counts }[]>;

/** Three years and the three before, which the longest question asks for. */
const MAX_DAYS = 2200;

/**
 * Days seldom change once they are over, and their documents are large: they are read again only when their revision
 * has changed. What is kept is exact, also when another process counts.
 */
export function createDayCache({ days }: Pick<Collections, 'days'>): ReadDays {
  const kept = new Map<string, { revision: number; counts: Counts }>();
  return async ({ from, to }) => {
    const range = { _id: { $gte: from, $lte: to } };
    const revisions = await days.find(range, { sort: { _id: 1 }, only: ['revision'] });
    const stale = revisions.filter(({ _id, revision }) => kept.get(_id)?.revision !== revision);
    if (stale.length > 0) {
      if (kept.size + stale.length > MAX_DAYS) kept.clear();
      const ids = stale.map(({ _id }) => _id);
      const read = await days.find({ _id: { $in: ids } }, { only: ['revision', 'all'] });
      for (const { _id, revision, all } of read) kept.set(_id, { revision, counts: all });
    }
    return revisions.flatMap(({ _id }) => {
      const found = kept.get(_id);
      return found === undefined ? [] : [{ day: _id, counts: found.counts }];
    });
  };
}
