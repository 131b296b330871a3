export type EvaluatedValue = number | string | boolean;

/**
 * What a formula came to. `missing`: facts nobody told yet. `unavailable`: a rate that is not in force on the day (then
 * nothing is computed, rather than from a guess), or a name that does not exist.
 */
export type Evaluated<T = EvaluatedValue> =
  { value: T } | { missing: readonly string[] } | { unavailable: string };
