import { isDeepStrictEqual } from 'node:util';
import type { Decision, FactValue, MoneyPart } from '../../content/decisions/types.js';
import type { Told } from './facts-told.js';

/** "Cũng giá đó": the sum told before, of whatever it is now. */
const SAME_SUM =
  /\b(?:cung|giu|van|y) (?:cai |muc )?gia\b|\bgia (?:do|nay|ni|vay|nhu vay|nhu cu|y vay|rua)\b/u;

export function saidAgain(
  folded: string,
  read: Told['facts'],
  before: Told['before'],
  inPlay: readonly Decision[],
): Told['facts'] {
  if (!SAME_SUM.test(folded)) return [];
  const ids = new Set(inPlay.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
  return Object.entries(before).flatMap(([fact, value]) =>
    ids.has(fact) && value.kind === 'money' && !read.some((one) => one.fact === fact)
      ? [{ fact, value, how: 'told' as const }]
      : [],
  );
}

/** "Mà 3 triệu rưỡi đó là tính luôn tiền hàng": a sum named again without its period is no new one. */
export function isSpokenOfAgain(before: FactValue | undefined, value: FactValue): boolean {
  if (before?.kind !== 'money' || value.kind !== 'money' || before.parts === undefined) return false;
  const parts = value.parts ?? [];
  const known = before.parts;
  const isKnown = ({ amount, times, period, days, months, off }: MoneyPart) =>
    known.some(
      (part) =>
        part.amount === amount &&
        (times ?? part.times) === part.times &&
        (period ?? part.period) === part.period &&
        isDeepStrictEqual([days, months, off], [part.days, part.months, part.off]),
    );
  return parts.length > 0 && parts.length <= known.length && parts.every(isKnown);
}
