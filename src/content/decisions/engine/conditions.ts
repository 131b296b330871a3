import type { Comparison, Condition, Rule } from '../types.js';
import { daysSince } from '../values.js';
import { nameValue, numberOf } from './evaluate.js';
import type { Evaluated } from './evaluated.js';
import type { Frame } from './frame.js';

/** Whether a rule applies as far as is known; `missing`: the facts on which it still depends. */
export type Applies = Evaluated<boolean>;

/** A rule whose conditions all hold. One that fails settles it, whatever else is missing. */
export function applies({ when }: Pick<Rule, 'when'>, frame: Frame): Applies {
  const results = when.map((condition) => holds(condition, frame));
  if (results.some((result) => 'value' in result && !result.value)) return { value: false };
  const unavailable = results.find((result) => 'unavailable' in result);
  if (unavailable !== undefined) return unavailable;
  const missing = results.flatMap((result) => ('missing' in result ? result.missing : []));
  return missing.length > 0 ? { missing } : { value: true };
}

function holds(condition: Condition, frame: Frame): Applies {
  switch (condition.test) {
    case 'in': {
      const value = frame.values[condition.on];
      if (value?.kind !== 'choice') return { missing: [condition.on] };
      return { value: condition.options.includes(value.value) !== condition.not };
    }
    case 'compare':
      return compared(condition.on, condition.comparisons, frame);
    case 'age':
      return aged(condition, frame);
  }
}

function compared(on: string, comparisons: readonly Comparison[], frame: Frame): Applies {
  const left = nameValue(on, frame);
  if (!('value' in left)) return left;
  for (const { operator, right } of comparisons) {
    const limit = numberOf(right, frame);
    if (!('value' in limit)) return limit;
    if (!ordered(Number(left.value), operator, limit.value)) return { value: false };
  }
  return { value: true };
}

/** Sums are compared to a hundredth of a đồng: binary fractions of percentages must not decide. */
function ordered(left: number, operator: Comparison['operator'], right: number): boolean {
  const difference = Math.round((left - right) * 100);
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '=':
      return difference === 0;
  }
}

/** The first day of the period is what the date says; on day N after it, N days are complete. */
function aged({ on, state, days }: Extract<Condition, { test: 'age' }>, frame: Frame): Applies {
  const value = frame.values[on];
  if (value?.kind !== 'date') return { missing: [on] };
  const limit = numberOf(days, frame);
  if (!('value' in limit)) return limit;
  const [least, most] = daysSince(value, frame.today);
  const found = least >= limit.value ? 'reached' : most < limit.value ? 'short' : 'open';
  return { value: found === state };
}
