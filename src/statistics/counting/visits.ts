import type { Collections } from '../../records/collections.js';
import { addDays } from '../../shared/days.js';
import { around, startOf, type PeriodUnit } from '../periods.js';
import type { Counts } from '../counts.js';

/** A period's visits stay this long after its end, for records that come late. Days. */
const KEPT_DAYS = 2;

const PERIODS = [
  ['week', 'new_in_week'],
  ['month', 'new_in_month'],
] as const satisfies readonly (readonly [PeriodUnit, string])[];

/**
 * How many of the citizens who are new on `day` are also new in its week and month. A citizen belongs to the day that
 * noted the visit first, so that asking again, after a crash or from another process, gives the same.
 */
export async function newInPeriods(
  { visits }: Pick<Collections, 'visits'>,
  day: string,
  citizens: readonly string[],
  units: readonly PeriodUnit[] = PERIODS.map(([unit]) => unit),
): Promise<Counts> {
  const counts: Counts = {};
  if (citizens.length === 0) return counts;
  for (const [unit, key] of PERIODS) {
    if (!units.includes(unit)) continue;
    const { from, to } = around(day, unit);
    const until = startOf(addDays(to, 1 + KEPT_DAYS)).getTime();
    const keys = citizens.map((citizen) => visitKey(unit, from, citizen));
    const known = await visits.find({ _id: { $in: keys } });
    const there = new Set(known.map(({ _id }) => _id));
    await visits.insertMany(
      citizens.flatMap((conversationId) => {
        const _id = visitKey(unit, from, conversationId);
        return there.has(_id) ? [] : [{ _id, conversationId, day, until }];
      }),
    );
    const noted = await visits.find({ _id: { $in: keys }, day });
    if (noted.length > 0) counts[key] = noted.length;
  }
  return counts;
}

function visitKey(unit: PeriodUnit, from: string, conversationId: string): string {
  return `${unit}/${from}/${conversationId}`;
}

/** Forgets who was there in the periods that begin on `from` or later, so that they can be counted anew. */
export async function forgetVisits({ visits }: Pick<Collections, 'visits'>, from: string): Promise<void> {
  for (const [unit] of PERIODS) {
    await visits.deleteMany({ _id: { $gte: visitKey(unit, from, ''), $lt: `${unit}0` } });
  }
}

/** The counts that visits make, which depend on the order of counting: only their sums over a period are certain. */
export function withoutVisits(counts: Counts): Counts {
  const visits: readonly string[] = PERIODS.map(([, key]) => key);
  return Object.fromEntries(Object.entries(counts).filter(([key]) => !visits.includes(key)));
}

/** The units whose period around `day` began before `wholeFrom`: the records of its first days are gone. */
export function brokenUnits(day: string, wholeFrom: string): PeriodUnit[] {
  return PERIODS.flatMap(([unit]) => (around(day, unit).from < wholeFrom ? [unit] : []));
}

/** The counts of these units' visits as they were counted. */
export function visitCounts(counted: Counts, units: readonly PeriodUnit[]): Counts {
  return Object.fromEntries(
    PERIODS.flatMap(([unit, key]) => {
      const times = units.includes(unit) ? counted[key] : undefined;
      return times === undefined ? [] : [[key, times]];
    }),
  );
}

/** The units that are not among these. */
export function otherUnits(units: readonly PeriodUnit[]): PeriodUnit[] {
  return PERIODS.flatMap(([unit]) => (units.includes(unit) ? [] : [unit]));
}
