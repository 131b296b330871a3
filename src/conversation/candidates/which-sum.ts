import { writtenMoney } from '../../content/decisions/engine/written.js';
import type { Decision, Fact } from '../../content/decisions/types.js';
import { isPlausible, isSomebodyElses } from '../decisions/assign.js';
import { isOfOtherKind, sumKindOf } from '../decisions/sum-kinds.js';
import { moneyOf } from '../decisions/money-parts.js';
import { cueDistance, isCorrecting, isNegated, placesOf } from '../decisions/mentions.js';
import type { Entity } from '../reading/entities/types.js';
import { isVague } from '../reading/entities/vague-numbers.js';
import { fold } from '../../shared/fold.js';
import { choice, menuChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { SumOption, Waiting } from '../types.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { tellFact } from './decisions.js';

type Money = Extract<Entity, { kind: 'money' }>;

/** Before what the decision in hand would make of the sum. */
const ASKED = 0.98;
/** A matter further back than this is no longer spoken of (turns). */
const RECENT_TURNS = 6;
/** A sum this many times another one is no other value of the same thing: 30 triệu is no price of a house of 2 tỷ. */
const SAME_SIZE = 8;

/**
 * "3 tỷ thì sao" where a price and a turnover were told: which of them is meant is asked, never taken silently. Where
 * only one of them is of that size, it is meant.
 */
export function proposeWhichSum(turn: Turn): Candidate[] {
  const sum = bareSum(turn);
  const options = sum === undefined ? [] : optionsFor(turn, sum);
  const near = options.filter(({ ratio }) => ratio <= SAME_SIZE);
  const [first, second] = near.length === 0 ? options : near;
  if (first === undefined || options.length < 2) return [];
  const inHand = turn.state.last?.kind === 'decision' ? turn.state.last.decision : undefined;
  if (second === undefined && first.decision === inHand) return [];
  const answer = (): Answered =>
    second === undefined ? takeSum(turn, first) : askWhichSum(turn, sum?.amount ?? 0, [first, second]);
  return [{ kind: 'ask_back', about: 'sum', score: ASKED, answer }];
}

/** "Nhầm số tiền rồi", "sai giá": what was told is taken back, and the right value is not told. Folded. */
const TAKEN_BACK = /\b(?:sai|nham|lon|lech)\s(?:[a-z]+\s){0,2}?(?:so|tien|gia|luong|doanh thu|ngay)\b/u;
const MAX_TAKEN_BACK_WORDS = 7;

/** Right after a calculation a value may be taken back without a new one: the new one is asked for. */
export function proposeTakenBack(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const decision = state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
  const isShort = reading.folded.trim().split(/\s+/u).length <= MAX_TAKEN_BACK_WORDS;
  if (decision === undefined || !isShort || reading.entities.length > 0) return [];
  if (!TAKEN_BACK.test(reading.folded)) return [];
  const told = decision.facts.flatMap(({ fact: id }) => {
    const fact = state.facts?.[id] === undefined ? undefined : content.facts.get(id);
    return fact === undefined || fact.kind === 'choice' ? [] : [fact];
  });
  const isDay = /\bngay\b/u.test(reading.folded);
  const named = told.find(({ kind, cues }) =>
    isDay ? kind === 'days' || kind === 'date' : placesOf(cues, reading.folded).length > 0,
  );
  const fact = named ?? told.find(({ kind }) => kind === 'money') ?? told[0];
  if (fact === undefined) return [];
  const answer = (): Answered =>
    tellFact(turn, decision.id, fact.id, undefined) ?? answered('declined_unknown', []);
  return [{ kind: 'ask_back', about: fact.id, score: ASKED, answer }];
}

/** "Vài trăm triệu thì sao" right after a calculation: how much exactly is asked for. */
export function proposeRoughSum(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const decision = state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
  const isShort = reading.folded.trim().split(/\s+/u).length <= MAX_TAKEN_BACK_WORDS;
  const isRough = reading.entities.length === 0 && isVague(reading.folded);
  if (decision === undefined || state.waiting !== undefined || !isShort || !isRough) return [];
  const fact = decision.facts
    .flatMap(({ fact: id }) => (state.facts?.[id] === undefined ? [] : (content.facts.get(id) ?? [])))
    .find(({ kind }) => kind === 'money');
  if (fact === undefined) return [];
  const answer = (): Answered =>
    tellFact(turn, decision.id, fact.id, undefined) ?? answered('declined_unknown', []);
  return [{ kind: 'ask_back', about: fact.id, score: ASKED, answer }];
}

/** The only value of a message that names neither a period nor takes anything back. */
function bareSum({ reading: { entities, folded }, state }: Turn): Money | undefined {
  const meant = entities.filter((entity) => !isNegated(entity, folded));
  const [only] = meant;
  if (meant.length !== 1 || only?.kind !== 'money' || only.period !== undefined) return undefined;
  return state.waiting?.for === 'fact' || isCorrecting(folded) ? undefined : only;
}

interface Option extends SumOption {
  /** How many times the sum told before it is, or the other way round. */
  ratio: number;
}

/** What the sum may be of: one told before for each decision answered lately. Empty where a word says what it is. */
function optionsFor(turn: Turn, sum: Money): Option[] {
  const { content, state, reading } = turn;
  const said = { text: reading.said, folded: reading.folded, entities: reading.entities };
  const lately = [...(state.decided ?? [])].reverse().flatMap((id) => content.decisions.get(id) ?? []);
  const facts = lately.flatMap((decision) =>
    moneyFactsOf(turn, decision).map((fact) => ({ decision, fact })),
  );
  const isNamed = facts.some(
    ({ fact }) => cueDistance(sum, fact.cues, reading.folded, reading.entities) !== undefined,
  );
  if (isNamed) return [];
  const kind = sumKindOf(sum, said, content.sumKinds);
  const found: Option[] = [];
  for (const { decision, fact } of facts) {
    if (isOfOtherKind(kind, sum, fact, said) || isSomebodyElses(sum, fact, said)) continue;
    const value = moneyOf(fact, [{ amount: sum.amount }]);
    const told = state.facts?.[fact.id];
    if (value === undefined || told?.value.kind !== 'money' || !isPlausible(fact, value)) continue;
    if (found.some((one) => one.fact === fact.id || one.decision === decision.id)) continue;
    const [more, less] = [value.amount, told.value.amount].sort((a, b) => b - a);
    const ratio = more === undefined || less === undefined || less === 0 ? Infinity : more / less;
    found.push({ decision: decision.id, fact: fact.id, value, ratio });
  }
  return found;
}

/** Sums of the decision that were told themselves, a short while ago. */
function moneyFactsOf({ content, state }: Turn, { facts }: Decision): Fact[] {
  const since = (state.turns ?? 0) - RECENT_TURNS;
  return facts.flatMap(({ fact: id }) => {
    const [fact, told] = [content.facts.get(id), state.facts?.[id]];
    return fact?.kind === 'money' && told !== undefined && told.turn >= since ? [fact] : [];
  });
}

export function takeSum(turn: Turn, { decision, fact, value }: SumOption): Answered {
  return tellFact(turn, decision, fact, value) ?? answered('declined_unknown', []);
}

function askWhichSum(turn: Turn, amount: number, options: readonly [Option, Option]): Answered {
  turn.state.waiting = {
    for: 'sum',
    options: options.map(({ decision, fact, value }) => ({ decision, fact, value })),
  };
  const [first, second] = options.map(({ fact }) => turn.content.facts.get(fact)?.label ?? fact);
  const words = say(turn, 'which_sum', {
    value: writtenMoney(amount),
    first: first ?? '',
    second: second ?? '',
  });
  const choices = options.map(({ decision, fact, value }) =>
    choice(titleOf(turn, decision), { kind: 'fact', decision, fact, value: JSON.stringify(value) }),
  );
  return answered('asked_back_detail', [text(words, [...choices, menuChoice(turn)])]);
}

/** A decision by the short name of its entry. */
function titleOf({ content }: Turn, id: string): string {
  const decision = content.decisions.get(id);
  return content.procedures.get(decision?.entry ?? '')?.button ?? decision?.title ?? id;
}

/** "Giá nhà", "cái đầu", typed instead of pressed. */
export function sumChosen(turn: Turn, { options }: Extract<Waiting, { for: 'sum' }>): SumOption | undefined {
  const { reference, folded, entities } = turn.reading;
  // Another sum with a word of its own is told, not chosen.
  if (entities.some(({ kind }) => kind === 'money')) return undefined;
  if (reference?.to === 'option')
    return options[(reference.number === 'last' ? options.length : reference.number) - 1];
  const named = options.filter(({ fact, decision }) => {
    const about = turn.content.facts.get(fact);
    const entry = procedureOf(turn, turn.content.decisions.get(decision)?.entry);
    const words = [...(about?.cues ?? []), ...(entry === undefined ? [] : [fold(entry.button)])];
    return placesOf(words, folded).length > 0;
  });
  return named.length === 1 ? named[0] : undefined;
}
