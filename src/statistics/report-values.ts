import { METRICS } from './metrics/all.js';
import type { Metric, Reading } from './metrics/metric.js';
import { piecesOf, type Period, type Unit } from './periods.js';
import { within } from './read-period.js';

type Metrics = typeof METRICS;

/** The value of each metric, by its name. */
export type ReportValues = { [name in keyof Metrics]: Metrics[name] extends Metric<infer V> ? V : never };

export function valuesOf(reading: Reading): ReportValues {
  return Object.fromEntries(
    Object.entries(METRICS).map(([name, metric]) => [name, metric.value(reading)]),
  ) as ReportValues;
}

/** One column of the chart over time. */
export interface TrendPoint {
  period: Period;
  conversations: number;
  messages: number;
  declined: number;
}

export function trendOf(reading: Reading, unit: Unit): TrendPoint[] {
  return piecesOf(reading.period, unit).map((period) => {
    const part = within(reading, period);
    return {
      period,
      conversations: METRICS.conversations.value(part),
      messages: METRICS.messages.value(part).total,
      declined: METRICS.outcomes.value(part).families.declined,
    };
  });
}
