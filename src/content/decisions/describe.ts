import { decide } from './engine/decide.js';
import type { DecisionContent, Frame } from './engine/frame.js';
import { filledIn, writtenValue } from './engine/written.js';
import type { Expression } from './expression.js';
import type { Case, Condition, Decision, FactValues, Rule } from './types.js';

/** A decision as staff read it, every word from its file: what it asks, its rules, results and cases. */
export interface DescribedDecision {
  id: string;
  title: string;
  entry: string;
  facts: { id: string; label: string; assumed?: string }[];
  rules: { when: string; result: string }[];
  results: DescribedResult[];
  cases: { name: string; facts: string; result: string; holds: boolean }[];
}

interface DescribedResult {
  id: string;
  text: string;
  because: string;
  basis: string[];
  checkedOn: string;
  unsure?: string;
}

type Context = { content: DecisionContent; today: string };

/** `today` (YYYY-MM-DD) is the day whose rates are shown and on which the cases are played. */
export function describeDecision(decision: Decision, { content, today }: Context): DescribedDecision {
  const frame: Frame = { decision, values: {}, content, today };
  return {
    id: decision.id,
    title: decision.title,
    entry: decision.entry,
    facts: decision.facts.flatMap(({ fact, assume }) => {
      const known = content.facts.get(fact);
      if (known === undefined) return [];
      const assumed = assume === undefined ? {} : { assumed: writtenValue(known, assume.value) };
      return [{ id: fact, label: known.label, ...assumed }];
    }),
    rules: decision.rules.map((rule) => ({ when: writtenRule(rule, frame), result: rule.result })),
    results: [...decision.results.values()].map(({ id, text, because, basis, checkedOn, unsure }) => ({
      id,
      text,
      because,
      basis,
      checkedOn,
      ...(unsure === undefined ? {} : { unsure: unsure.text }),
    })),
    cases: decision.cases.map((one) => ({
      name: one.name,
      facts: writtenFacts(one.facts, content),
      result: one.result,
      holds: holds(decision, one, { content, today }),
    })),
  };
}

/** "giá bán: 1,2 tỷ; người mua: người ngoài". */
export function writtenFacts(values: FactValues, { facts }: DecisionContent): string {
  return Object.entries(values)
    .flatMap(([id, value]) => {
      const fact = facts.get(id);
      return fact === undefined ? [] : [`${fact.label}: ${writtenValue(fact, value)}`];
    })
    .join('; ');
}

function holds(decision: Decision, one: Case, { content, today }: Context): boolean {
  const reached = decide(decision, one.facts, { content, today: one.today ?? today });
  return (
    reached.kind === 'result' &&
    reached.id === one.result &&
    [...one.sums].every(([name, sum]) => Math.round(reached.sums[name] ?? NaN) === sum)
  );
}

function writtenRule({ when }: Rule, frame: Frame): string {
  if (when.length === 0) return 'mọi trường hợp còn lại';
  return when.map((condition) => writtenCondition(condition, frame)).join(' và ');
}

function writtenCondition(condition: Condition, frame: Frame): string {
  const label = labelOf(condition.on, frame);
  switch (condition.test) {
    case 'in': {
      const options = frame.content.facts.get(condition.on)?.options ?? [];
      const titles = condition.options.map((id) => options.find((one) => one.id === id)?.title ?? id);
      return `${label} ${condition.not ? 'không phải' : 'là'} ${titles.join(' / ')}`;
    }
    case 'compare':
      return condition.comparisons
        .map(({ operator, right }) => `${label} ${operator} ${writtenLimit(right, frame)}`)
        .join(' và ');
    case 'age':
      return `${label} ${AGES[condition.state]} ${writtenLimit(condition.days, frame)}`;
  }
}

const AGES = { reached: 'đã đủ', short: 'chưa đủ', open: 'chưa chắc đủ' } as const;

function labelOf(name: string, { decision, content }: Frame): string {
  return content.facts.get(name)?.label ?? decision.sums.get(name)?.label ?? name;
}

function writtenLimit(limit: Expression, frame: Frame): string {
  if (limit.kind === 'number') return String(limit.value);
  if (limit.kind !== 'name') return 'một phép tính';
  if (!frame.decision.rates.has(limit.name)) return labelOf(limit.name, frame);
  const written = filledIn(`{${limit.name}}`, frame);
  return 'value' in written ? written.value : limit.name;
}
