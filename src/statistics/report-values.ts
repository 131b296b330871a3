import { METRICS } from './metrics/all.js';
import type { Metric, PeriodCounts } from './metrics/metric.js';
import { piecesOf, type ReportPeriod, type PeriodUnit } from './periods.js';
import { partOfPeriod } from './read-period.js';

type Metrics = typeof METRICS;

/** The value of each metric, by its name. */
export type ReportValues = { [name in keyof Metrics]: Metrics[name] extends Metric<infer V> ? V : never };

export function reportValuesOf(reading: PeriodCounts): ReportValues {
  return Object.fromEntries(
    Object.entries(METRICS).map(([name, metric]) => [name, metric.value(reading)]),
  ) as ReportValues;
}

/** One column of the chart over time. */
export interface TrendPoint {
  period: ReportPeriod;
  conversations: number;
  messages: number;
  declined: number;
}

export function trendOf(reading: PeriodCounts, unit: PeriodUnit): TrendPoint[] {
  return piecesOf(reading.period, unit).map((period) => {
    const part = partOfPeriod(reading, period);
    return {
      period,
      conversations: METRICS.conversations.value(part),
      messages: METRICS.messages.value(part).total,
      declined: METRICS.outcomes.value(part).families.declined,
    };
  });
}
