/** As the gate of a release takes it. */
const STANDARD_ERRORS = 2;

/**
 * Whether two shares (0 to 1), each measured on `rows` rows, differ by more than chance explains: by more than two standard
 * errors of the first. A share of few rows moves much by itself.
 */
export function isMoreThanChance(before: number, after: number, rows: number): boolean {
  const smoothed = (before * rows + 1) / (rows + 2);
  return (
    Math.abs(after - before) > STANDARD_ERRORS * Math.sqrt((smoothed * (1 - smoothed)) / Math.max(1, rows))
  );
}
