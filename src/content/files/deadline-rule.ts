import { isMap, isScalar } from 'yaml';
import type { Deadline } from '../types.js';
import { object, optional } from '../shapes/collections.js';
import type { FormField, FormShape } from '../shapes/form-shape.js';
import { described, type Reader } from '../shapes/reader.js';
import { oneOf } from '../shapes/text.js';
import { date, number } from '../shapes/values.js';

type Rule = Deadline['rule'];

const day = number({ min: 1, max: 31, whole: true });
/** A day of the month, or `last`: months differ in length. */
const dayOrLast: Reader<number | 'last'> = described({ kind: 'day_or_last' }, (node, location) =>
  isScalar(node) && node.value === 'last' ? 'last' : day(node, location),
);
/** How many months after the period's last month the deadline falls: 1 for "the month after". */
const monthsAfter = number({ min: 0, max: 24, whole: true });

const RULES: { [Every in Rule['every']]: Reader<Extract<Rule, { every: Every }>> } = {
  month: object({ every: oneOf(['month']), day, months_after: monthsAfter }),
  quarter: object({ every: oneOf(['quarter']), day: dayOrLast, months_after: monthsAfter }),
  year: object({
    every: oneOf(['year']),
    day: dayOrLast,
    month: number({ min: 1, max: 12, whole: true }),
    years_after: optional(number({ min: 0, max: 2, whole: true })),
  }),
  once: object({ every: oneOf(['once']), date }),
};

const anyRule = object({ every: oneOf(['month', 'quarter', 'year', 'once']) });

/** The items of all rules together: which of them a rule has is told by the check. */
function ruleForm(): FormShape {
  const fields = new Map<string, FormField>();
  for (const { form } of Object.values(RULES))
    for (const field of form?.kind === 'object' ? form.fields : [])
      fields.set(field.key, { ...field, required: false });
  const every = anyRule.form?.kind === 'object' ? anyRule.form.fields : [];
  for (const field of every) fields.set(field.key, field);
  return { kind: 'object', fields: [...fields.values()] };
}

/** Which further items a rule has depends on its `every`. */
export const deadlineRule: Reader<Rule> = described(ruleForm(), (node, location) => {
  const every = isMap(node) ? node.get('every') : undefined;
  const chosen = (['month', 'quarter', 'year', 'once'] as const).find((name) => name === every);
  if (chosen !== undefined) return RULES[chosen](node, location);
  anyRule(node, location);
  return { every: 'once', date: '0001-01-01' };
});
