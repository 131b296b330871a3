import { rateInForce } from '../../content/decisions/engine/evaluate.js';
import type { Decision, FactValue } from '../../content/decisions/types.js';
import type { DecisionContext } from './decide.js';
import type { FactReading } from './facts-told.js';
import { moneyParts } from './money-parts.js';

const MORE_BEFORE = /\b(?:hon|tren|qua|vuot|vuot qua|ngoai)\s{1,3}$/u;
const MORE_BEHIND = /^\s{1,3}(?:hon|tro len|do len|ngoai)\b/u;

/**
 * "Hơn 1 tỷ" where a rule tells apart what is up to 1 billion and what is more: taken as 1 billion it would come out on the
 * wrong side. The exact sum is asked for instead.
 */
export function isBeyondLimit(
  value: FactValue,
  { entities, folded }: Pick<FactReading, 'entities' | 'folded'>,
  decisions: readonly Decision[],
  { content, today }: DecisionContext,
): boolean {
  if (value.kind !== 'money') return false;
  const amounts = moneyParts(value).map(({ amount }) => amount);
  const isMore = entities.some(
    (one) =>
      one.kind === 'money' &&
      amounts.includes(one.amount) &&
      (MORE_BEFORE.test(folded.slice(0, one.start)) || MORE_BEHIND.test(folded.slice(one.end))),
  );
  if (!isMore) return false;
  const uses = decisions.flatMap((decision) => [...decision.rates.values()]);
  return uses.some((use) => {
    const rate = 'by' in use ? undefined : rateInForce(content, use.id, today);
    return rate?.unit.startsWith('đồng') === true && rate.value === value.amount;
  });
}
