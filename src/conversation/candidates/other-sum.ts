import { writtenMoney } from '../../content/decisions/engine/written.js';
import { belongsTo, decisionsOf } from '../../content/decisions/of-entry.js';
import type { Decision, Fact } from '../../content/decisions/types.js';
import { decide, valuesOf } from '../decisions/decide.js';
import type { Told } from '../decisions/facts-told.js';
import { isNegated } from '../decisions/mentions.js';
import { isOfOtherKind, sumKindOf, type KindSaid } from '../decisions/sum-kinds.js';
import { choice, menuChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { goingOn } from '../wording/decided.js';
import { say } from '../wording/say.js';
import { asksForPart } from './sum-in-hand.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topic-chance.js';

/** Before what else the sum's words are near to: the matter in hand goes on. */
const TOLD_BESIDE = 0.84;
/** The same where something is asked about the sum: what answers that better goes first. */
const ASKED_BESIDE = 0.62;
/** A question that is this likely about another matter is none about the one in hand. */
const ANOTHER_MATTER = 0.85;
/** Less is enough for what calculations of another matter take: the price of a car, a salary. */
const OWN_MATTER = 0.5;

/**
 * A sum is told that its words say is none of the calculation's in hand: a deposit, electricity paid on, rent paid for the
 * shop. It is not counted with, and what it was taken for is said, so that it can be put right.
 */
export function proposeOtherSum(turn: Turn, { each }: Told, topics: readonly TopicChance[]): Candidate[] {
  const { reading } = turn;
  const [decision] = decisionsInHand(turn);
  if (decision === undefined || reading.isStory) return [];
  const isTaken = [...(each ?? [])].some(([, told]) =>
    told.facts.some(({ value }) => value.kind === 'money'),
  );
  const found = isTaken ? undefined : otherSumOf(turn, decision);
  const fact = factInQuestion(turn, decision);
  if (found === undefined || fact === undefined) return [];
  const { kind } = found.said;
  const limit = kind.facts.length > 0 ? OWN_MATTER : ANOTHER_MATTER;
  if (reading.asks && (asksForPart(turn) || isOfAnotherMatter(decision, topics, limit))) return [];
  const sum = { value: writtenMoney(found.amount), what: kind.label, fact: fact.label };
  const score = reading.asks ? ASKED_BESIDE : TOLD_BESIDE;
  const answer = (): Answered => sayOther(turn, decision, sum);
  return [{ kind: 'facts', about: kind.id, entry: decision.entry, score, answer }];
}

/** The only sum of the message, where its words say that it is none of the decision's. */
export function otherSumOf(
  { reading, content }: Turn,
  decision: Decision,
): { said: KindSaid; amount: number } | undefined {
  const sums = reading.entities.filter((one) => one.kind === 'money' && !isNegated(one, reading.folded));
  const [sum] = sums;
  if (sum?.kind !== 'money' || sums.length > 1) return undefined;
  const said = { text: reading.said, folded: reading.folded, entities: reading.entities };
  const found = sumKindOf(sum, said, content.sumKinds);
  const facts = moneyFactsOf(content, decision);
  const isOther = facts.length > 0 && facts.every((fact) => isOfOtherKind(found, sum, fact, said));
  return found !== undefined && isOther ? { said: found, amount: sum.amount } : undefined;
}

/** The one answered or asked last; before any, those of the matter in hand and of its nearest that are about a sum. */
function decisionsInHand({ state, content, reading }: Turn): Decision[] {
  if (state.last?.kind === 'decision') return [content.decisions.get(state.last.decision) ?? []].flat();
  const related = content.procedures.get(state.topic ?? '')?.related ?? [];
  if (state.topic === undefined || reading.asks) return [];
  return [state.topic, ...related]
    .flatMap((entry) => decisionsOf(content, entry).filter((one) => one.entry === entry))
    .filter(({ facts: [first] }) => content.facts.get(first?.fact ?? '')?.kind === 'money');
}

function isOfAnotherMatter(decision: Decision, topics: readonly TopicChance[], limit: number): boolean {
  return topics.some(
    ({ chance, entry }) => chance >= limit && entry !== undefined && !belongsTo(decision, entry),
  );
}

/** The sum that was asked for, else the first that the decision uses. */
function factInQuestion({ content, state: { waiting } }: Turn, decision: Decision): Fact | undefined {
  const facts = moneyFactsOf(content, decision);
  return facts.find(({ id }) => waiting?.for === 'fact' && waiting.fact === id) ?? facts[0];
}

function moneyFactsOf(content: Turn['content'], { facts }: Decision): Fact[] {
  return facts.flatMap(({ fact }) => content.facts.get(fact) ?? []).filter(({ kind }) => kind === 'money');
}

interface OtherSum {
  value: string;
  what: string;
  fact: string;
}

/** … and asks again for what was asked, or says that the result stays. */
function sayOther(turn: Turn, decision: Decision, sum: OtherSum): Answered {
  const about = procedureOf(turn, decision.entry);
  const open = about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
  const decided = decide(decision, valuesOf(turn.state.facts ?? {}), turn);
  const isOpen = decided.kind === 'ask';
  if (isOpen) turn.state.waiting = { for: 'fact', decision: decision.id, fact: decided.fact };
  const asked = isOpen ? [goingOn(decided.question)] : [];
  const words = [say(turn, isOpen ? 'other_sum_open' : 'other_sum', { ...sum }), ...asked].join('\n');
  return answered('asked_back_detail', [text(words, [...open, menuChoice(turn)])], {
    procedure: decision.entry,
  });
}
