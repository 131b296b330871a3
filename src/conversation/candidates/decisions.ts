import { isDeepStrictEqual } from 'node:util';
import { belongsTo, decisionsOf } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import { decide, valuesOf } from '../decisions/decide.js';
import type { TakenFacts, Told } from '../decisions/facts-told.js';
import { takeFacts } from '../decisions/take-facts.js';
import { isCorrecting } from '../decisions/mentions.js';
import { chanceOf } from '../reading/reading.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import type { FactValue, ToldFact } from '../state/facts.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { sayDecided, sayDetails, sayForPersons } from '../wording/decided.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topics.js';

/** Entries less likely than this bring no decision into play. */
const MIN_TOPIC = 0.1;
/** The fact that was asked for was told. */
const ANSWERED = 0.97;
/** A fact of the decision in hand was told, corrected or added to. */
const CONTINUED = 0.86;
/** A fact told with the matter says that the case is asked about, less than a wording of the decision itself. */
const WITH_FACTS = 0.6;
/** The decision in hand was corrected. */
const CORRECTED = 0.96;
/** One answered shortly before gets a new fact. */
const RECENT = 0.7;
const SAID_ALREADY = 0.6;
/** Two facts of a decision in one message say that its case is told, and asked about. */
const CASE_TOLD = 0.72;
const MIN_CASE_TOPIC = 0.25;
const MAX_DECIDED = 3;
const ANOTHER_MATTER = 0.75;
const CORRECTING = 0.3;

/** Facts are taken once a message, for the matter in hand first, then for what the message may be about. */
export function factsTold(turn: Turn, topics: readonly TopicChance[]): Told {
  const inPlay = decisionsInPlay(turn, topics);
  const before = valuesOf(turn.state.facts ?? {});
  if (inPlay.length === 0) return nothingTold(before);
  const { waiting } = turn.state;
  const { said, folded, entities } = turn.reading;
  const asked = waiting?.for === 'fact' ? { asked: waiting.fact } : {};
  const told = takeFacts({ text: said, folded, entities, ...asked }, before, inPlay, turn);
  const taken = {
    ...told,
    facts: told.facts.filter(({ fact, value }) => !isSpokenOfAgain(before[fact], value)),
  };
  return { ...taken, inPlay, before, after: withFacts(before, taken.facts, turn.content) };
}

function nothingTold(known: Told['before']): Told {
  return { inPlay: [], before: known, after: known, facts: [], persons: [], implausible: [] };
}

/** "Mà 3 triệu rưỡi đó là tính luôn tiền hàng": a sum named again without its period is no new one. */
function isSpokenOfAgain(before: FactValue | undefined, value: FactValue): boolean {
  if (before?.kind !== 'money' || value.kind !== 'money' || before.parts === undefined) return false;
  const parts = value.parts ?? [];
  const isKnown = ({ amount }: { amount: number }) =>
    before.parts?.some((part) => part.amount === amount) === true;
  return parts.length > 0 && parts.every((part) => part.period === undefined && isKnown(part));
}

/** What is known with the facts just told; one that changed takes along what was told of the thing spoken of before. */
function withFacts(
  before: Told['before'],
  facts: TakenFacts['facts'],
  content: Turn['content'],
): Told['before'] {
  const reset = new Set(
    facts
      .filter(({ fact, value }) => before[fact] !== undefined && !isDeepStrictEqual(before[fact], value))
      .flatMap(({ fact }) => content.facts.get(fact)?.resets ?? []),
  );
  const kept = Object.entries(before).filter(([id]) => !reset.has(id));
  return Object.fromEntries([...kept, ...facts.map(({ fact, value }) => [fact, value] as const)]);
}

/** Keeps what was told, whatever answers: typed values, with the turn they were told in. */
export function rememberFacts(turn: Turn, { facts, after }: Told): void {
  if (facts.length === 0) return;
  const now = turn.state.turns ?? 0;
  const told = facts.map(({ fact, value }): [string, ToldFact] => [fact, { value, turn: now }]);
  const kept = Object.entries(turn.state.facts ?? {}).filter(([id]) => id in after);
  turn.state.facts = Object.fromEntries([...kept, ...told]);
}

function decisionsInPlay(turn: Turn, topics: readonly TopicChance[]): Decision[] {
  const { state, content } = turn;
  const named = [
    state.waiting?.for === 'fact' ? state.waiting.decision : undefined,
    state.last?.kind === 'decision' ? state.last.decision : undefined,
  ].flatMap((id) => content.decisions.get(id ?? '') ?? []);
  const entries = topics.filter(({ chance }) => chance >= MIN_TOPIC).map(({ entry }) => entry);
  const ofEntries = entries.flatMap((entry) => decisionsOf(turn.content, entry));
  const byIntent = topics.flatMap(({ decisions = {} }) =>
    Object.keys(decisions).flatMap((id) => content.decisions.get(id) ?? []),
  );
  return [...new Set([...named, ...byIntent, ...ofEntries])];
}

export function proposeDecisions(turn: Turn, topics: readonly TopicChance[], told: Told): Candidate[] {
  return told.inPlay.map((decision) => ({
    kind: 'decision' as const,
    about: decision.id,
    entry: decision.entry,
    score: scoreOf(turn, decision, topics, told),
    answer: () => answerDecision(turn, decision, told),
  }));
}

function scoreOf(turn: Turn, decision: Decision, topics: readonly TopicChance[], told: Told): number {
  const { waiting, last } = turn.state;
  const own = told.facts.filter(({ fact }) => decision.facts.some((used) => used.fact === fact));
  if (waiting?.for === 'fact' && waiting.decision === decision.id)
    if (own.some(({ fact }) => fact === waiting.fact)) return ANSWERED;
  const topic = topicOf(decision, topics);
  const byIntent = Math.max(0, ...topics.map(({ decisions }) => decisions?.[decision.id] ?? 0));
  const asked = Math.max(askedChance(turn, decision), byIntent);
  const inHand = last?.kind === 'decision' && last.decision === decision.id;
  const other = topics.find(({ entry, chance }) => chance >= ANOTHER_MATTER && !belongsTo(decision, entry));
  const corrects = chanceOf(turn.reading, 'correct') >= CORRECTING || isCorrecting(turn.reading.folded);
  // Said already and nothing new was told: the same result again is seldom what is asked for.
  if (own.length === 0) return topic * asked * (inHand ? SAID_ALREADY : 1);
  if (inHand && (other === undefined || corrects))
    return Math.max(corrects ? CORRECTED : CONTINUED, asked * topic);
  const isRecent = other === undefined && turn.state.decided?.includes(decision.id) === true;
  const isCase = own.length >= 2 && topic >= MIN_CASE_TOPIC;
  const atLeast = Math.max(isRecent ? RECENT : 0, isCase ? CASE_TOLD : 0);
  const weight = Math.max(asked, turn.reading.asks ? 0.7 : 0.3);
  return Math.max(atLeast, topic * (WITH_FACTS + (0.98 - WITH_FACTS) * weight));
}

function topicOf(decision: Decision, topics: readonly TopicChance[]): number {
  const chances = topics.filter(({ entry }) => belongsTo(decision, entry));
  return Math.min(
    1,
    chances.reduce((sum, { chance }) => sum + chance, 0),
  );
}

/** How much the message is worded as one that asks for this decision, among the questions of its entry. */
function askedChance(turn: Turn, decision: Decision): number {
  const index = questionIndexOf(turn.content, turn.matcher);
  const entries = [decision.entry, ...decision.also].flatMap((id) => procedureOf(turn, id) ?? []);
  return Math.max(0, ...entries.map((entry) => index.decisionChance(turn.reading.said, entry, decision.id)));
}

export function answerDecision(turn: Turn, decision: Decision, told: Told): Answered {
  // A decision of several entries leaves the one in hand where it is.
  const { topic } = turn.state;
  const entry = topic !== undefined && decision.also.includes(topic) ? topic : decision.entry;
  turn.state.topic = entry;
  turn.state.last = { kind: 'decision', decision: decision.id, entry };
  const others = (turn.state.decided ?? []).filter((id) => id !== decision.id);
  turn.state.decided = [...others, decision.id].slice(-MAX_DECIDED);
  delete turn.state.waiting;
  if (told.persons.length > 1) return sayForPersons(turn, decision, told);
  const decided = decide(decision, told.after, turn);
  if (decided.kind === 'ask') turn.state.waiting = { for: 'fact', decision: decision.id, fact: decided.fact };
  return { ...sayDecided(turn, decision, decided, told), procedure: entry };
}

/** A decision opened by a button or an intent of its own, with what is known. */
export function openDecision(turn: Turn, id: string): Answered | undefined {
  const decision = turn.content.decisions.get(id);
  if (decision === undefined) return undefined;
  return answerDecision(turn, decision, nothingTold(valuesOf(turn.state.facts ?? {})));
}

/** A button that tells one fact, or asks for it again (no value). */
export function tellFact(
  turn: Turn,
  id: string,
  fact: string,
  value: FactValue | undefined,
): Answered | undefined {
  const decision = turn.content.decisions.get(id);
  if (decision === undefined) return undefined;
  const before = valuesOf(turn.state.facts ?? {});
  if (value === undefined) {
    const { [fact]: dropped, ...rest } = turn.state.facts ?? {};
    if (dropped !== undefined) turn.state.facts = rest;
    return openDecision(turn, id);
  }
  const facts = [{ fact, value, how: 'answered' as const }];
  const after = withFacts(before, facts, turn.content);
  const told = { ...nothingTold(before), inPlay: [decision], after, facts };
  rememberFacts(turn, told);
  return answerDecision(turn, decision, told);
}

/** "Vì sao", "chắc không", "ví dụ": the facts used, the rule, how it was worked out; only after a decision. */
export function explainDecision(turn: Turn): Answered | undefined {
  const decision = lastDecision(turn);
  if (decision === undefined) return undefined;
  const values = valuesOf(turn.state.facts ?? {});
  const decided = decide(decision, values, turn);
  return decided.kind === 'result' ? sayDetails(turn, decision, decided, values) : undefined;
}

export function repeatDecision(turn: Turn): Answered | undefined {
  const decision = lastDecision(turn);
  return decision === undefined ? undefined : openDecision(turn, decision.id);
}

function lastDecision({ state, content }: Turn): Decision | undefined {
  return state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
}
