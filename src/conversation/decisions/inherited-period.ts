import { isDeepStrictEqual } from 'node:util';
import type { Fact, MoneyPart, Period } from '../../content/decisions/types.js';

/** How many of each make a year. */
const PER_YEAR: Readonly<Record<Period, number>> = { day: 365, month: 12, quarter: 4, year: 1 };
/** In doubt the period that was spoken of is meant: another must fit this many times better. */
const IN_DOUBT = 1.5;

/**
 * "Thêm shopee 20 triệu nữa", "à nhầm 95 triệu" where 90 million a month were told: a sum told without a period is of that of
 * the sum beside it, or else of the one told before, unless it is far nearer to what that comes to in a longer one ("à nhầm,
 * 1 tỷ 2"). It is made on as many days or months as the others, but for a further one whose period is said.
 */
export function withPeriods(
  fact: Fact,
  parts: readonly MoneyPart[],
  before: readonly MoneyPart[],
  isMore: boolean,
): readonly MoneyPart[] {
  if (fact.period === undefined) return parts;
  const beside = parts.find(({ period }) => period !== undefined);
  const models = beside === undefined ? before : [beside];
  const [first, ...others] = before;
  const same = others.every((one) => isDeepStrictEqual(timeOf(one), timeOf(first))) ? first : undefined;
  return parts.map((part) => {
    const period = part.period ?? nearestPeriod(fact, part.amount, models);
    const kept = isMore && part.period !== undefined ? undefined : same;
    return {
      ...(kept !== undefined && periodOf(kept, fact) === period ? timeOf(kept) : {}),
      ...part,
      ...(period === undefined ? {} : { period }),
    };
  });
}

/** The period that makes the sum most alike to one of those told with it. */
function nearestPeriod(fact: Fact, amount: number, models: readonly MoneyPart[]): Period | undefined {
  const options = models.flatMap((model) => {
    const told = periodOf(model, fact);
    return told === undefined ? [] : periodsFor(fact, amount, model.amount, told);
  });
  const [nearest] = options.sort((a, b) => a.unlike - b.unlike);
  return nearest?.period;
}

const PERIODS: readonly Period[] = ['day', 'month', 'quarter', 'year'];

/** The period told and those longer, with how many times as much or as little it would then be. */
function periodsFor(
  fact: Fact,
  amount: number,
  before: number,
  told: Period,
): { period: Period; unlike: number }[] {
  if (amount === 0 || before === 0) return [{ period: told, unlike: Infinity }];
  const from = Math.min(...[told, fact.unsaid ?? told].map((period) => PERIODS.indexOf(period)));
  return PERIODS.slice(from).flatMap((period) => {
    const ratio = (amount * PER_YEAR[period]) / (before * PER_YEAR[told]);
    const unlike = Math.max(ratio, 1 / ratio) / (period === told ? IN_DOUBT : 1);
    return period === 'quarter' && told !== period ? [] : [{ period, unlike }];
  });
}

function timeOf(part: MoneyPart | undefined): Partial<MoneyPart> {
  const { days, months, off } = part ?? {};
  return {
    ...(days === undefined ? {} : { days }),
    ...(months === undefined ? {} : { months }),
    ...(off === undefined ? {} : { off }),
  };
}

function periodOf({ period }: MoneyPart, fact: Fact): Period | undefined {
  return period ?? fact.unsaid ?? fact.period;
}
