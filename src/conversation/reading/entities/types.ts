import type { Period } from '../../../content/decisions/types.js';

export type DurationUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Where an entity stands in the message as it was read; `end` is exclusive. */
interface Located {
  start: number;
  end: number;
}

/** Something with a value that a message names. Sums are in đồng, dates are days in Vietnam as YYYY-MM-DD. */
export type Entity = Located &
  (
    | { kind: 'money'; amount: number; period?: Period }
    /** `of`: the folded noun that is counted, as written: "con", "can nha", "cong ty". */
    | { kind: 'count'; value: number; of: string; period?: Period }
    | { kind: 'percent'; value: number }
    | { kind: 'duration'; value: number; unit: DurationUnit }
    /** First and last day that may be meant: the same day, or the ends of "tháng 7", "cuối tháng 6", "năm 2023". */
    | { kind: 'date'; from: string; to: string }
    /** A number without a unit. */
    | { kind: 'number'; value: number }
  );
