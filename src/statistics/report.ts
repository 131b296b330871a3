import type { Collections } from '../records/collections.js';
import type { ReportValues, TrendPoint } from './report-values.js';
import { valuesOf, trendOf } from './report-values.js';
import type { ReadDays } from './day-cache.js';
import { topPhrases, type Phrase } from './phrases.js';
import { chartUnit, periodBefore, type Period, type Unit } from './periods.js';
import { readPeriod } from './read-period.js';
import { waitingRequests, type WaitingRequests } from './waiting.js';

export type ReportStore = Pick<Collections, 'days' | 'exchanges' | 'requests' | 'markers'>;

export interface ReportQuestion {
  period: Period;
  /** Only these procedures; everything when left out. */
  procedures?: readonly string[];
}

/** All the numbers of a period: what the page, the exports and the API show. */
export interface Report {
  period: Period;
  before: Period;
  procedures?: readonly string[];
  values: ReportValues;
  /** The same numbers of the period before, to compare with. */
  valuesBefore: ReportValues;
  trend: { unit: Unit; points: TrendPoint[] };
  /** Not asked for with `procedures`: they belong to none. */
  phrases: Phrase[];
  requestsNow: WaitingRequests;
  /** The store holds made-up data for trying. */
  demo: boolean;
}

/** Reads day documents (and few, bounded others): see bench/statistics for what it costs. */
export async function readReport(
  store: ReportStore,
  { period, procedures }: ReportQuestion,
  now: Date,
  readDays?: ReadDays,
): Promise<Report> {
  const before = periodBefore(period);
  const [reading, readingBefore, phrases, requestsNow, demo] = await Promise.all([
    readPeriod(store, period, procedures, readDays),
    readPeriod(store, before, procedures, readDays),
    procedures === undefined ? topPhrases(store, period) : [],
    waitingRequests(store, now),
    isDemo(store),
  ]);
  const unit = chartUnit(period);
  return {
    period,
    before,
    ...(procedures === undefined ? {} : { procedures }),
    values: valuesOf(reading),
    valuesBefore: valuesOf(readingBefore),
    trend: { unit, points: trendOf(reading, unit) },
    phrases,
    requestsNow,
    demo,
  };
}

/** Whether the store was filled by `npm run demo`. */
export async function isDemo({ markers }: Pick<Collections, 'markers'>): Promise<boolean> {
  return (await markers.findOne({ _id: 'demo' })) !== null;
}
