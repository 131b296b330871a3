import { addDays } from '../shared/days.js';
import type { Collections } from '../records/collections.js';
import { startOf, type ReportPeriod } from './periods.js';

/** Of the answers of a period that people judged: how many were right, and within what the share of all lies. */
export interface JudgedShare {
  judged: number;
  right: number;
  /** Wilson's score interval at 95 %, shares of 1; `null` where nothing was judged. */
  interval: { low: number; high: number } | null;
}

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.96;

/** Wilson's score interval of `right` out of `judged`: it holds for few rows and for shares near 0 and 1 too. */
export function wilsonInterval(right: number, judged: number): { low: number; high: number } | null {
  if (judged === 0) return null;
  const share = right / judged;
  const spread = Z ** 2 / judged;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / judged + spread / (4 * judged));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** By the day of the answer, not of its judgement. */
export async function readJudgedShare(
  { reviews }: Pick<Collections, 'reviews'>,
  { from, to }: ReportPeriod,
): Promise<JudgedShare> {
  const answeredAt = { $gte: startOf(from), $lt: startOf(addDays(to, 1)) };
  const count = (decision: string) => reviews.countDocuments({ decision, state: 'done', answeredAt });
  const [right, wrong] = await Promise.all([count('judged_right'), count('judged_wrong')]);
  return { judged: right + wrong, right, interval: wilsonInterval(right, right + wrong) };
}
