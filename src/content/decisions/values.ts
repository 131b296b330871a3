import { dateIn, realDate, yearOf } from '../../shared/days.js';
import type { Fact, FactValue } from './types.js';

/**
 * A value as staff write it in YAML: a bare number for sums (đồng), counts and days; an option's id; a day (2026-07-15),
 * month (2026-07) or year ("2023"). `undefined` when it does not fit the fact.
 */
export function valueFrom(fact: Fact, written: unknown): FactValue | undefined {
  switch (fact.kind) {
    case 'money':
      return moneyFrom(fact, written);
    case 'number':
    case 'days':
      return typeof written === 'number' ? { kind: fact.kind, value: written } : undefined;
    case 'date':
      return dateFrom(String(written));
    case 'choice': {
      const option = fact.options.find(({ id }) => id === String(written));
      return option === undefined ? undefined : { kind: 'choice', value: option.id };
    }
  }
}

function moneyFrom({ period, partsBy }: Fact, written: unknown): FactValue | undefined {
  const over = period === undefined ? {} : { period };
  if (typeof written === 'number')
    return written >= 0 ? { kind: 'money', amount: written, ...over } : undefined;
  if (partsBy === undefined || typeof written !== 'object' || written === null) return undefined;
  const shares: [string, number][] = Object.entries(written).flatMap(([of, amount]: [string, unknown]) =>
    typeof amount === 'number' && amount >= 0 ? [[of, amount]] : [],
  );
  if (shares.length < Object.keys(written).length) return undefined;
  const amount = shares.reduce((total, [, part]) => total + part, 0);
  return { kind: 'money', amount, ...over, shares: Object.fromEntries(shares) };
}

/** The first and last day of what was written. */
export function dateFrom(written: string): FactValue | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), parts[2], parts[3]];
  if (month === undefined) return { kind: 'date', from: `${year}-01-01`, to: `${year}-12-31` };
  const first = realDate(year, Number(month), day === undefined ? 1 : Number(day));
  if (first === undefined) return undefined;
  const last = day === undefined ? dateIn(yearOf(first), Number(month), 'last') : first;
  return { kind: 'date', from: first, to: last };
}

/** What a formula or a comparison sees: đồng in the fact's own period, a count, days, or an option's id. */
export function plainValue(value: FactValue): number | string | undefined {
  switch (value.kind) {
    case 'money':
      return value.amount;
    case 'date':
      return undefined;
    default:
      return value.value;
  }
}

/** How many days from the date to `today`: least and most, for a date known only to the month. Negative: to come. */
export function daysSince(
  value: Extract<FactValue, { kind: 'date' }>,
  today: string,
): [least: number, most: number] {
  return [daysBetween(value.to, today), daysBetween(value.from, today)];
}

/** Whole days from one YYYY-MM-DD to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
