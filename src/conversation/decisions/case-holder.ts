import type { Decision } from '../../content/types.js';
import type { FactValues } from '../../content/decisions/types.js';
import { valuesOf } from './decide.js';
import { isNegated } from './mentions.js';
import { ASKER, ownerOf, ownersIn, type Who } from './owners.js';
import type { Turn } from '../turn.js';

/** Whose case a decision is made for: the asker's (no `who`) or somebody else's, and what is known of it. */
export interface CaseHolder {
  who?: Who;
  known: FactValues;
}

/** Whose case the message tells the decision: "ck e 45 củ 2 đứa" is the husband's, and so is "thế 3 đứa" right after it. */
export function holderTold(turn: Turn, decision: Decision): CaseHolder {
  const own = { known: valuesOf(turn.state.facts ?? {}) };
  if (!isPersonal(turn, decision)) return own;
  const who = personTold(turn);
  if (who === ASKER) return own;
  return who === undefined ? holderOf(turn, decision) : { who, known: knownOf(turn, who) };
}

/** Whose case is in hand: somebody else's right after it was told, and while nothing of the sort is known of the asker. */
export function holderOf(turn: Turn, decision: Decision): CaseHolder {
  const { person, last, facts = {} } = turn.state;
  const own = { known: valuesOf(facts) };
  if (person === undefined || !isPersonal(turn, decision)) return own;
  const isLast = last?.kind === 'decision' && last.decision === person.decision;
  const told = ownFactsOf(turn, decision);
  const isOnlyTheirs = told.some((id) => id in person.facts) && !told.some((id) => id in facts);
  return isLast || isOnlyTheirs ? { who: person.who, known: valuesOf(person.facts) } : own;
}

/** One that weighs two persons against each other is nobody's alone. */
function isPersonal({ content }: Turn, { facts }: Decision): boolean {
  const whose = facts.map(({ fact }) => content.facts.get(fact)?.whose);
  return whose.includes('own') && !whose.includes('other');
}

function ownFactsOf({ content }: Turn, { facts }: Decision): string[] {
  return facts.map(({ fact }) => fact).filter((id) => content.facts.get(id)?.whose === 'own');
}

/** The person whose values the message tells; of several, the asker. */
function personTold({ reading }: Turn): Who | undefined {
  const { said: text, folded, entities, followsUp } = reading;
  const said = { text, folded };
  const meant = entities.filter((entity) => !isNegated(entity, folded));
  if (meant.length === 0) return followsUp ? ownersIn(said).at(0)?.who : undefined;
  const owners = meant.flatMap((entity) => ownerOf(entity, said) ?? []);
  // Who is named but has nothing ("chồng em mất, lương 25tr") leaves it to the asker.
  const isNamed = ownersIn(said).some(({ who }) => who !== ASKER);
  return owners.includes(ASKER) || (owners.length === 0 && isNamed) ? ASKER : owners[0];
}

function knownOf({ state: { person } }: Turn, who: Who): FactValues {
  return person?.who === who ? valuesOf(person.facts) : {};
}
