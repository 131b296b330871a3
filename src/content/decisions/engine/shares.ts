import type { Expression } from '../expression.js';
import type { Evaluated } from './evaluated.js';
import { factOf, type Frame } from './frame.js';

/**
 * `phan(doanh_thu, "tu_ban")`: what of a sum is of that option. Where its parts were not told apart, the choice itself says
 * that all of it is, or none; `missing`: both are, and how much of each nobody told.
 */
export function shareOfOption(sum: Expression, option: Expression, frame: Frame): Evaluated<number> {
  if (sum.kind !== 'name' || option.kind !== 'text') return { unavailable: 'phan' };
  const [value, fact] = [frame.values[sum.name], factOf(frame, sum.name)];
  if (value?.kind !== 'money' || fact?.partsBy === undefined) return { missing: [sum.name] };
  if (value.shares !== undefined) return { value: value.shares[option.value] ?? 0 };
  const chosen = frame.values[fact.partsBy];
  if (chosen?.kind !== 'choice') return { missing: [fact.partsBy] };
  if (chosen.value === option.value) return { value: value.amount };
  const isOfBoth = factOf(frame, fact.partsBy)?.options.some(
    ({ id, together }) => id === chosen.value && together.includes(option.value),
  );
  return isOfBoth === true ? { missing: [sum.name] } : { value: 0 };
}
