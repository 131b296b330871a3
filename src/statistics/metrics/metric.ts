import type { Exchange } from '../../records/documents/exchange.js';
import type { Add, Counts } from '../counts.js';
import type { ReportPeriod } from '../periods.js';
import type { ExampleExchange } from './example.js';

/** What one citizen did on one day, in order; in a procedure's counts, only what concerned that procedure. */
export interface ConversationDay {
  exchanges: readonly Exchange[];
  /** The citizen asked for a person on that day, about whatever. */
  askedPerson: boolean;
}

/** The counts of a period, as a metric's number is taken from them. */
export interface PeriodCounts {
  period: ReportPeriod;
  counts: Counts;
  days: readonly { day: string; counts: Counts }[];
}

/** One number of the statistics: what it means, how it is counted, how it is read, and examples counted by hand. */
export interface Metric<V> {
  id: string;
  /** As the pages call it. */
  name: string;
  /** For managers: what is counted and what is not. Shown beside the number. */
  definition: string;
  /** Whether it can be told for one procedure or group alone. */
  byProcedure: boolean;
  /** Counts one citizen's day. Every key belongs to one metric; others may read it. */
  count?(conversation: ConversationDay, add: Add): void;
  value(reading: PeriodCounts): V;
  examples: readonly { when: string; given: readonly ExampleExchange[]; value: V }[];
}

/** Keeps the type of the value while the shape is checked. */
export function metric<V>(one: Metric<V>): Metric<V> {
  return one;
}

export function count(reading: PeriodCounts, key: string): number {
  return reading.counts[key] ?? 0;
}
