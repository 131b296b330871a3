import type { Fact, FactValue, MoneyPart, Period } from '../../content/decisions/types.js';

type Money = Extract<FactValue, { kind: 'money' }>;

/** Days and months of a year that nothing was said of. */
const DAYS_OF_A_YEAR = 365;
const MONTHS = 12;

/** Of how many days of a year a day's sum is: "6 ngày một tuần", of 8 months, but for the days around Tết. */
export function daysCounted({ days = DAYS_OF_A_YEAR, months = MONTHS, off = 0 }: MoneyPart): number {
  return Math.max(1, Math.round((days * months) / MONTHS) - off);
}

/** Of how many months a month's sum is. */
export function monthsCounted({ months = MONTHS, off = 0 }: MoneyPart): number {
  return Math.max(0, Math.round((months - (off * MONTHS) / DAYS_OF_A_YEAR) * 10) / 10);
}

/** A sum in the fact's own period out of its parts; `undefined` where one can't be converted (a day's wage to a month). */
export function moneyOf(fact: Fact, parts: readonly MoneyPart[]): Money | undefined {
  let amount = 0;
  const shares: Record<string, number> = {};
  for (const part of parts) {
    const factor = factorOf(part, fact);
    if (factor === undefined) return undefined;
    const sum = part.amount * factor * (part.times ?? 1);
    amount += sum;
    if (part.of !== undefined) shares[part.of] = Math.round((shares[part.of] ?? 0) + sum);
  }
  const { period } = fact;
  const total: Money = {
    kind: 'money',
    amount: Math.round(amount),
    ...(period === undefined ? {} : { period }),
    ...(parts.length > 0 && parts.every(({ of }) => of !== undefined) ? { shares } : {}),
  };
  return parts.length === 1 && isPlain(parts[0], fact) ? total : { ...total, parts };
}

/** Told as it is kept: nothing is lost without its part. */
function isPlain(part: MoneyPart | undefined, { period, unsaid }: Fact): boolean {
  if (part === undefined) return true;
  const { times, days, months, off, of } = part;
  const isWhole = (times ?? days ?? months ?? off ?? of) === undefined;
  return (part.period ?? unsaid ?? period) === period && isWhole;
}

/** The parts of a value, also of one that came without: a button's. */
export function moneyParts(value: FactValue | undefined): readonly MoneyPart[] {
  if (value?.kind !== 'money') return [];
  const { amount, period } = value;
  return value.parts ?? [{ amount, ...(period === undefined ? {} : { period }) }];
}

function factorOf(part: MoneyPart, { period, unsaid }: Fact): number | undefined {
  const told = part.period ?? unsaid ?? period;
  if (period === undefined || told === undefined) return told === undefined ? 1 : undefined;
  const perYear: Record<Period, number> = {
    day: daysCounted(part),
    month: monthsCounted(part),
    quarter: 4,
    year: 1,
  };
  if (period === 'year') return perYear[told];
  if (period === told) return 1;
  if (period === 'month' && (told === 'year' || told === 'quarter')) return told === 'year' ? 1 / 12 : 1 / 3;
  return undefined;
}

/** Whether a sum is kept otherwise than it was told, so that the answer says how. */
export function isConverted(fact: Fact, value: FactValue): boolean {
  if (value.kind !== 'money' || fact.acknowledge === undefined) return false;
  const parts = moneyParts(value);
  const asKept = parts.every((part) => (part.period ?? fact.unsaid ?? fact.period) === fact.period);
  return !asKept || parts.length !== 1 || parts[0]?.times !== undefined;
}
