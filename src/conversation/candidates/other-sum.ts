import { writtenMoney } from '../../content/decisions/engine/written.js';
import type { Decision, Fact } from '../../content/decisions/types.js';
import type { Told } from '../decisions/facts-told.js';
import { isNegated } from '../decisions/mentions.js';
import { isOfOtherKind, sumKindOf } from '../decisions/sum-kinds.js';
import { choice, menuChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';

/** Before what else the sum's words are near to: the matter in hand goes on. */
const TOLD_BESIDE = 0.84;

/**
 * Right after a calculation a sum is told that its words say is none of its: a deposit, electricity paid on. It is not
 * counted with, and what it was taken for is said, so that it can be put right.
 */
export function proposeOtherSum(turn: Turn, { each }: Told): Candidate[] {
  const { state, reading, content } = turn;
  const decision = state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
  if (decision === undefined || reading.asks || reading.isStory) return [];
  const sums = reading.entities.filter((one) => one.kind === 'money' && !isNegated(one, reading.folded));
  const [sum] = sums;
  const isTaken = [...(each ?? [])].some(([, told]) =>
    told.facts.some(({ value }) => value.kind === 'money'),
  );
  if (sum?.kind !== 'money' || sums.length > 1 || isTaken) return [];
  const said = { text: reading.said, folded: reading.folded, entities: reading.entities };
  const found = sumKindOf(sum, said, content.sumKinds);
  const facts = moneyFactsOf(turn, decision);
  const [fact] = facts;
  if (found === undefined || fact === undefined) return [];
  if (!facts.every((one) => isOfOtherKind(found, sum, one, said))) return [];
  const { kind } = found;
  const answer = (): Answered => sayOther(turn, decision, writtenMoney(sum.amount), kind.label, fact);
  return [{ kind: 'facts', about: kind.id, entry: decision.entry, score: TOLD_BESIDE, answer }];
}

function moneyFactsOf({ content }: Turn, { facts }: Decision): Fact[] {
  return facts.flatMap(({ fact }) => content.facts.get(fact) ?? []).filter(({ kind }) => kind === 'money');
}

function sayOther(turn: Turn, decision: Decision, value: string, what: string, fact: Fact): Answered {
  const about = procedureOf(turn, decision.entry);
  const open = about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
  return answered(
    'asked_back_detail',
    [text(say(turn, 'other_sum', { value, what, fact: fact.label }), [...open, menuChoice(turn)])],
    { procedure: decision.entry },
  );
}
