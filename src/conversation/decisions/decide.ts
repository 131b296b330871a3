import { decide, type Decided } from '../../content/decisions/engine/decide.js';
import type { DecisionContent } from '../../content/decisions/engine/frame.js';
import type { Decision, FactValues } from '../../content/decisions/types.js';
import type { ToldFacts } from '../state/told-facts.js';
import type { Person } from './facts-told.js';

export { choicesOf, decide } from '../../content/decisions/engine/decide.js';
export type { Asked, Decided, FactChoice, Reached } from '../../content/decisions/engine/decide.js';
export type { DecisionContent } from '../../content/decisions/engine/frame.js';

/** What a decision is made with: the content, and the day in Vietnam (YYYY-MM-DD). */
export interface DecisionContext {
  content: DecisionContent;
  today: string;
}

/** The values without the turns they were told in. */
export function valuesOf(told: ToldFacts): FactValues {
  return Object.fromEntries(Object.entries(told).map(([id, { value }]) => [id, value]));
}

/** Each person's answer: what was known, but of what the message tells of any of them only the person's own. */
export function decideForPersons(
  decision: Decision,
  persons: readonly Person[],
  known: FactValues,
  context: DecisionContext,
): { who: Person['who']; decided: Decided }[] {
  const told = new Set(persons.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
  const shared = Object.entries(known).filter(([fact]) => !told.has(fact));
  return persons.map(({ who, facts }) => {
    const own = facts.map(({ fact, value }) => [fact, value] as const);
    return { who, decided: decide(decision, Object.fromEntries([...shared, ...own]), context) };
  });
}
