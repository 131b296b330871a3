import { rateOn } from '../../rates.js';
import type { Rate } from '../../types.js';
import type { Expression, FunctionName, Operator } from '../expression.js';
import type { RateRef } from '../types.js';
import { plainValue } from '../values.js';
import type { Evaluated, EvaluatedValue } from './evaluated.js';
import { factOf, type DecisionContent, type Frame } from './frame.js';
import { shareOfOption } from './shares.js';

function evaluate(expression: Expression, frame: Frame): Evaluated {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return { value: expression.value };
    case 'name':
      return nameValue(expression.name, frame);
    case 'operation':
      return operation(expression, frame);
    case 'call':
      return call(expression.name, expression.inputs, frame);
  }
}

export function numberOf(expression: Expression, frame: Frame): Evaluated<number> {
  const result = evaluate(expression, frame);
  if (!('value' in result)) return result;
  return typeof result.value === 'number' ? { value: result.value } : { unavailable: String(result.value) };
}

/** A fact, sum or rate by its name. */
export function nameValue(name: string, frame: Frame): Evaluated {
  if (frame.decision.facts.some(({ fact }) => fact === name)) {
    const told = frame.values[name];
    const value = told === undefined ? undefined : plainValue(told);
    return value === undefined ? { missing: [name] } : { value };
  }
  const sum = frame.decision.sums.get(name);
  if (sum !== undefined) return evaluate(sum.formula, frame);
  return rateValue(name, frame);
}

/** The rate that a name stands for on the day; with the facts already told, where it depends on a choice. */
export function rateRef(name: string, frame: Frame): Evaluated<RateRef> {
  const use = frame.decision.rates.get(name);
  if (use === undefined) return { unavailable: name };
  if (!('by' in use)) return { value: use };
  const chosen = frame.values[use.by];
  if (chosen?.kind !== 'choice') return { missing: [use.by] };
  const ref = use.each.get(chosen.value);
  return ref === undefined ? { unavailable: `${name}/${chosen.value}` } : { value: ref };
}

function rateValue(name: string, frame: Frame): Evaluated<number> {
  const ref = rateRef(name, frame);
  return 'value' in ref ? valueOn(ref.value, frame) : ref;
}

/** Found once for each day: the same few rates are asked for thousands of times while a question is chosen. */
const FOUND = new WeakMap<object, Map<string, Rate | undefined>>();

export function rateInForce({ rates }: DecisionContent, id: string, today: string): Rate | undefined {
  const found = FOUND.get(rates) ?? new Map<string, Rate | undefined>();
  FOUND.set(rates, found);
  const key = `${today} ${id}`;
  if (!found.has(key)) {
    // A process that runs for long keeps one day's rates, not every day's.
    if (found.size > MAX_FOUND) found.clear();
    found.set(key, rateOn(rates, id, today));
  }
  return found.get(key);
}

const MAX_FOUND = 500;

/** A percentage as a fraction: 2 % is 0.02. */
function valueOn({ id, otherwise }: RateRef, { content, today }: Frame): Evaluated<number> {
  const rate = rateInForce(content, id, today);
  if (rate === undefined) return otherwise === undefined ? { unavailable: id } : { value: otherwise };
  return { value: rate.unit.startsWith('%') ? rate.value / 100 : rate.value };
}

function operation(
  { operator, left, right }: Extract<Expression, { kind: 'operation' }>,
  frame: Frame,
): Evaluated {
  const a = evaluate(left, frame);
  // "no and …" and "yes or …" are settled without the other side's facts.
  if ('value' in a && operator === '&&' && a.value === false) return a;
  if ('value' in a && operator === '||' && a.value === true) return a;
  const b = evaluate(right, frame);
  if ('value' in b && operator === '&&' && b.value === false) return b;
  if ('value' in b && operator === '||' && b.value === true) return b;
  return both(a, b, (x, y) => applied(operator, x, y));
}

function both(
  a: Evaluated,
  b: Evaluated,
  combine: (a: EvaluatedValue, b: EvaluatedValue) => EvaluatedValue,
): Evaluated {
  if ('unavailable' in a) return a;
  if ('unavailable' in b) return b;
  if ('missing' in a || 'missing' in b) return { missing: [...missingOf(a), ...missingOf(b)] };
  return { value: combine(a.value, b.value) };
}

function missingOf(result: Evaluated): readonly string[] {
  return 'missing' in result ? result.missing : [];
}

function applied(operator: Operator, a: EvaluatedValue, b: EvaluatedValue): EvaluatedValue {
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (operator === '&&') return a === true && b === true;
  if (operator === '||') return a === true || b === true;
  const [x, y] = [Number(a), Number(b)];
  const results: Record<Exclude<Operator, '==' | '!=' | '&&' | '||'>, EvaluatedValue> = {
    '+': x + y,
    '-': x - y,
    '*': x * y,
    '/': x / y,
    '<': x < y,
    '<=': x <= y,
    '>': x > y,
    '>=': x >= y,
  };
  return results[operator];
}

function call(name: FunctionName, inputs: readonly Expression[], frame: Frame): Evaluated {
  const [first, second, third] = inputs;
  if (first === undefined || second === undefined) return { unavailable: name };
  if (name === 'neu') {
    const condition = evaluate(first, frame);
    if (!('value' in condition)) return condition;
    const branch = condition.value === true ? second : third;
    return branch === undefined ? { unavailable: name } : evaluate(branch, frame);
  }
  if (name === 'luy_tien') return progressive(first, second, frame);
  if (name === 'phan') return shareOfOption(first, second, frame);
  const step = STEPS[name];
  return inputs
    .slice(1)
    .reduce<Evaluated>(
      (result, input) => both(result, evaluate(input, frame), (x, y) => step(Number(x), Number(y))),
      evaluate(first, frame),
    );
}

const STEPS: Record<'min' | 'max' | 'lam_tron', (x: number, y: number) => number> = {
  min: (x, y) => Math.min(x, y),
  max: (x, y) => Math.max(x, y),
  lam_tron: (x, to) => Math.round(x / to) * to,
};

/** Tax by brackets: the rates `PREFIX-1-limit`, `PREFIX-1-rate`, … until one has no limit. */
function progressive(sum: Expression, prefix: Expression, frame: Frame): Evaluated {
  const taxed = numberOf(sum, frame);
  if (!('value' in taxed) || prefix.kind !== 'text') return taxed;
  let [tax, from] = [0, 0];
  for (let number = 1; ; number += 1) {
    const rate = valueOn({ id: `${prefix.value}-${number}-rate` }, frame);
    if (!('value' in rate)) return rate;
    const limit = valueOn({ id: `${prefix.value}-${number}-limit` }, frame);
    const to = 'value' in limit ? limit.value : Infinity;
    tax += Math.max(0, Math.min(taxed.value, to) - from) * rate.value;
    if (taxed.value <= to) return { value: tax };
    from = to;
  }
}

/** Facts a formula can need, through the sums and rates it names. */
export function factsIn(names: readonly string[], frame: Frame, seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue;
    if (factOf(frame, name) !== undefined) seen.add(name);
    const sum = frame.decision.sums.get(name);
    if (sum !== undefined) factsIn(namesOf(sum.formula), frame, seen);
    const use = frame.decision.rates.get(name);
    if (use !== undefined && 'by' in use) seen.add(use.by);
  }
  return seen;
}

function namesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'operation':
      return [...namesOf(expression.left), ...namesOf(expression.right)];
    case 'call':
      return expression.inputs.flatMap(namesOf);
    default:
      return [];
  }
}
