import { addDays } from '../../../shared/days.js';
import type { Expression } from '../expression.js';
import { namesIn } from '../expression.js';
import type { Decision, Fact, FactValue } from '../types.js';
import { plainValue } from '../values.js';
import { factsIn, numberOf } from './evaluate.js';
import { factOf, type Frame } from './frame.js';

/**
 * Values of a fact that stand for all of them: each option of a choice; below, at and above each limit that a rule
 * compares with; what the cases beside the decision tell. A value that no rule tells apart from another need not occur.
 */
export function sampleValues(id: string, frame: Frame): FactValue[] {
  const kept = KEPT.get(frame.decision) ?? new Map<string, FactValue[]>();
  KEPT.set(frame.decision, kept);
  const key = `${frame.today} ${id}`;
  if (kept.size > MAX_KEPT) kept.clear();
  const samples = kept.get(key) ?? samplesOf(id, { ...frame, values: {} });
  kept.set(key, samples);
  return samples;
}

/** Samples by decision, day and fact: they depend on nothing else, and every question asks for them many times. */
const KEPT = new WeakMap<Decision, Map<string, FactValue[]>>();

/** A process that runs for long keeps some days' samples, not every day's. */
const MAX_KEPT = 100;

function samplesOf(id: string, frame: Frame): FactValue[] {
  const fact = factOf(frame, id);
  if (fact === undefined) return [];
  if (fact.kind === 'choice') return fact.options.map((option) => ({ kind: 'choice', value: option.id }));
  if (fact.kind === 'date') return dateSamples(id, frame);
  return numberSamples(fact, frame);
}

function numberSamples(fact: Fact, frame: Frame): FactValue[] {
  const { min = 0, max = fact.kind === 'money' ? 1e11 : 400 } = fact.plausible ?? {};
  const limits = limitsOf(fact.id, frame);
  // Where a rule compares a sum, the limit of the fact itself is not known: the cases show where it lies.
  const told = comparedDirectly(frame) ? [] : toldInCases(fact.id, frame);
  const numbers = [min, max, ...told, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1])];
  return [...new Set(numbers)]
    .filter((value) => value >= min && value <= max)
    .sort((a, b) => a - b)
    .map((value) => numeric(fact, value));
}

function comparedDirectly({ decision }: Frame): boolean {
  const on = decision.rules.flatMap(({ when }) => when.map((condition) => condition.on));
  return !on.some((name) => decision.sums.has(name));
}

function toldInCases(id: string, { decision }: Frame): number[] {
  return decision.cases.flatMap(({ facts }) => {
    const value = facts[id];
    const plain = value === undefined ? undefined : plainValue(value);
    return typeof plain === 'number' ? [plain] : [];
  });
}

function numeric(fact: Fact, value: number): FactValue {
  if (fact.kind === 'money')
    return { kind: 'money', amount: value, ...(fact.period === undefined ? {} : { period: fact.period }) };
  return { kind: fact.kind === 'days' ? 'days' : 'number', value };
}

/** What the fact, or a sum made of it alone, is compared with. */
function limitsOf(id: string, frame: Frame): number[] {
  return frame.decision.rules.flatMap(({ when }) =>
    when.flatMap((condition) => {
      if (condition.test !== 'compare' || !factsIn([condition.on], frame).has(id)) return [];
      return condition.comparisons.flatMap(({ right }) => allValues(right, frame));
    }),
  );
}

/** The value of a limit; for one that depends on a choice, what it is for each option. */
function allValues(limit: Expression, frame: Frame): number[] {
  const depends = [...factsIn(namesIn(limit), frame)].filter((id) => factOf(frame, id)?.kind === 'choice');
  const [choice] = depends;
  if (choice === undefined) return valueIn(limit, frame);
  return (factOf(frame, choice)?.options ?? []).flatMap(({ id }) =>
    valueIn(limit, { ...frame, values: { ...frame.values, [choice]: { kind: 'choice', value: id } } }),
  );
}

function valueIn(limit: Expression, frame: Frame): number[] {
  const result = numberOf(limit, frame);
  return 'value' in result ? [result.value] : [];
}

function dateSamples(id: string, frame: Frame): FactValue[] {
  const ages = frame.decision.rules.flatMap(({ when }) =>
    when.flatMap((condition) =>
      condition.test === 'age' && condition.on === id ? valueIn(condition.days, frame) : [],
    ),
  );
  const days = [...new Set(ages.length === 0 ? [30] : ages)];
  return days.flatMap((age) => {
    const reached = addDays(frame.today, -age);
    return [
      { kind: 'date' as const, from: reached, to: reached },
      { kind: 'date' as const, from: addDays(reached, 1), to: addDays(reached, 1) },
      { kind: 'date' as const, from: addDays(reached, -10), to: addDays(reached, 10) },
    ];
  });
}
