import type { Collections } from '../records/collections.js';
import type { Counts } from './counts.js';
import { isCovered } from './metrics/questions.js';
import type { ReportPeriod } from './periods.js';

/** Each procedure's counts of a period, added up, by its id as it stands in the counts. */
export type ReadProcedureSums = (period: ReportPeriod) => Promise<Map<string, Counts>>;

const QUESTIONS = ['answered', 'asked_back', 'handed_over', 'unknown', 'declined', 'failed'].map(
  (result) => `question:${result}`,
);
/** What the table by procedure is made of; the rest of a day's counts is not kept in memory. */
const KEPT = [
  'conversations',
  'guides:opened',
  'guides:finished',
  'rating:asked',
  'rating:responded',
  'helped:yes',
  'helped:no',
  ...[1, 2, 3, 4, 5].map((degree) => `degree:${degree}`),
  'outcome:handed_over_person',
  ...QUESTIONS,
] as const;

type Kept = { revision: number; procedures: [id: string, counts: number[]][] };

/** Documents of days are large, mostly for their procedures: so many are read at once. */
const READ_AT_ONCE = 60;
/** Three years, the longest period that may be asked for. */
const MAX_DAYS = 1200;

/** As `createDayCache`, for the table by procedure: a day is read again only when its revision has changed. */
export function createProcedureCache({ days }: Pick<Collections, 'days'>): ReadProcedureSums {
  const kept = new Map<string, Kept>();
  return async ({ from, to }) => {
    const range = { _id: { $gte: from, $lte: to } };
    const revisions = await days.find(range, { only: ['revision'] });
    const stale = revisions.filter(({ _id, revision }) => kept.get(_id)?.revision !== revision);
    if (kept.size + stale.length > MAX_DAYS) kept.clear();
    const ids = (kept.size === 0 ? revisions : stale).map(({ _id }) => _id);
    for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
      const read = await days.find(
        { _id: { $in: ids.slice(at, at + READ_AT_ONCE) } },
        { only: ['revision', 'procedures'] },
      );
      for (const { _id, revision, procedures } of read) {
        const shortened = Object.entries(procedures).map(([id, counts]): [string, number[]] => [
          id,
          KEPT.map((key) => toldOf(key, counts)),
        ]);
        kept.set(_id, { revision, procedures: shortened });
      }
    }
    return summed(revisions.flatMap(({ _id }) => kept.get(_id)?.procedures ?? []));
  };
}

/** Questions of a day on which they were counted from the middle on would be too few. */
function toldOf(key: (typeof KEPT)[number], counts: Counts): number {
  return QUESTIONS.includes(key) && !isCovered(counts) ? 0 : (counts[key] ?? 0);
}

function summed(parts: readonly [id: string, counts: number[]][]): Map<string, Counts> {
  const sums = new Map<string, number[]>();
  for (const [id, counts] of parts) {
    const sum = sums.get(id);
    if (sum === undefined) sums.set(id, [...counts]);
    else counts.forEach((times, index) => (sum[index] = (sum[index] ?? 0) + times));
  }
  return new Map(
    [...sums].map(([id, sum]) => [id, Object.fromEntries(KEPT.map((key, index) => [key, sum[index] ?? 0]))]),
  );
}
