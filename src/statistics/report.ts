import { vietnameseDay } from '../shared/days.js';
import type { Collections } from '../records/collections.js';
import { procedureRows, type ProcedureRow } from './by-procedure.js';
import { keyPart } from './counts.js';
import type { ReadDays } from './day-cache.js';
import { readDayUntil } from './day-so-far.js';
import type { PeriodCounts } from './metrics/metric.js';
import { nearMisses } from './metrics/near-misses.js';
import { topPhrases, type Phrase } from './phrases.js';
import {
  chartUnit,
  periodBefore,
  startOf,
  yearBefore,
  type ReportPeriod,
  type PeriodUnit,
} from './periods.js';
import { createProcedureCache, type ReadProcedureSums } from './procedure-sums.js';
import { readPeriod } from './read-period.js';
import type { ReportValues, TrendPoint } from './report-values.js';
import { reportValuesOf, trendOf } from './report-values.js';
import { waitingRequests, type WaitingRequests } from './waiting.js';

export type ReportStore = Pick<Collections, 'days' | 'exchanges' | 'requests' | 'markers'>;

/** What a period is compared with. */
export type ComparedWith = 'before' | 'last_year';

export interface ReportQuestion {
  period: ReportPeriod;
  compared?: ComparedWith;
  /** Only these procedures; everything when left out. */
  procedures?: readonly string[];
}

/** What a report is read with, so that asking again costs little; and what content says of an intent. */
export interface ReportReaders {
  readDays?: ReadDays;
  readProcedures?: ReadProcedureSums;
  procedureOf?: (intent: string) => string | undefined;
}

/** All the numbers of a period: what the page, the exports and the API show. */
export interface StatisticsReport {
  period: ReportPeriod;
  before: ReportPeriod;
  compared: ComparedWith;
  /** Of a day that is not over: both days are counted up to this time of day. */
  until: Date | null;
  /** The first day (YYYY-MM-DD) that was ever counted. */
  firstDay: string | null;
  procedures?: readonly string[];
  values: ReportValues;
  /** The same numbers of the period it is compared with; `null` where not all of it was counted. */
  valuesBefore: ReportValues | null;
  byProcedure: ProcedureRow[];
  trend: { unit: PeriodUnit; points: TrendPoint[] };
  /** Not asked for with `procedures`: they belong to none. */
  phrases: Phrase[];
  requestsNow: WaitingRequests;
  /** The store holds made-up data for trying. */
  demo: boolean;
}

/** Reads day documents (and few, bounded others): see bench/statistics for what it costs. */
export async function readReport(
  store: ReportStore,
  { period, procedures, compared = 'before' }: ReportQuestion,
  now: Date,
  {
    readDays,
    readProcedures = createProcedureCache(store),
    procedureOf = () => undefined,
  }: ReportReaders = {},
): Promise<StatisticsReport> {
  const before = compared === 'before' ? periodBefore(period) : yearBefore(period);
  const today = vietnameseDay(now);
  const until = period.from === today && period.to === today ? now : null;
  const firstDay = await firstCounted(store);
  const only = procedures === undefined ? {} : { procedures };
  const [reading, readingBefore, sums, phrases, requestsNow, demo] = await Promise.all([
    readPeriod(store, period, procedures, readDays),
    readBefore(store, { ...before, firstDay, until, ...only }, readDays),
    readProcedures(period),
    procedures === undefined ? topPhrases(store, period) : [],
    waitingRequests(store, now),
    isDemo(store),
  ]);
  const values = reportValuesOf(reading);
  // What was not understood belongs to no procedure, but came nearest to one.
  const whole = procedures === undefined ? reading : await readPeriod(store, period, undefined, readDays);
  const rows = procedureRows(period, sums, nearMisses.value(whole), procedureOf);
  const unit = chartUnit(period);
  return {
    ...{ period, before, compared, until, firstDay, values },
    ...only,
    valuesBefore: readingBefore === null ? null : reportValuesOf(readingBefore),
    byProcedure: rows.filter(({ procedure }) => procedures?.some((id) => keyPart(id) === procedure) ?? true),
    trend: { unit, points: trendOf(reading, unit) },
    ...{ phrases, requestsNow, demo },
  };
}

/** Nothing is compared with a time before there was data; a day that is not over, with the same hours. */
async function readBefore(
  store: ReportStore,
  {
    from,
    to,
    firstDay,
    until,
    procedures,
  }: ReportPeriod & Pick<StatisticsReport, 'firstDay' | 'until' | 'procedures'>,
  readDays: ReadDays | undefined,
): Promise<PeriodCounts | null> {
  if (firstDay === null || from < firstDay) return null;
  if (until === null) return readPeriod(store, { from, to }, procedures, readDays);
  const timeOfDay = until.getTime() - startOf(vietnameseDay(until)).getTime();
  return readDayUntil(store, from, new Date(startOf(from).getTime() + timeOfDay), procedures);
}

async function firstCounted({ days }: Pick<Collections, 'days'>): Promise<string | null> {
  const [first] = await days.find({}, { sort: { _id: 1 }, limit: 1, only: ['revision'] });
  return first?._id ?? null;
}

/** Whether the store was filled by `npm run demo`. */
export async function isDemo({ markers }: Pick<Collections, 'markers'>): Promise<boolean> {
  return (await markers.findOne({ _id: 'demo' })) !== null;
}
