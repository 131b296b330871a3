import type { Rate } from './types.js';

/** A rate keeps its id when its value changes: the newest is found under the id, earlier ones under `id@from`. */
export function byId(rates: readonly Rate[]): Map<string, Rate> {
  const keyed = new Map<string, Rate>();
  for (const rate of [...rates].sort((a, b) => b.from.localeCompare(a.from))) {
    keyed.set(keyed.has(rate.id) ? `${rate.id}@${rate.from}` : rate.id, rate);
  }
  return keyed;
}

/** The rate in force on `date` (YYYY-MM-DD); `undefined` when staff have none for that day. */
export function rateOn(rates: ReadonlyMap<string, Rate>, id: string, date: string): Rate | undefined {
  const inForce = [...rates.values()].filter(
    (rate) => rate.id === id && rate.from <= date && (rate.to === undefined || date <= rate.to),
  );
  return inForce.sort((a, b) => b.from.localeCompare(a.from))[0];
}
