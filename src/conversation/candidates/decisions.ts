import { isDeepStrictEqual } from 'node:util';
import { belongsTo } from '../../content/decisions/of-entry.js';
import { entryOf } from '../../content/entry-of-intent.js';
import type { Decision } from '../../content/types.js';
import { decide } from '../decisions/decide.js';
import type { Told } from '../decisions/facts-told.js';
import { isCorrecting } from '../decisions/mentions.js';
import { onlyVaries } from '../decisions/other-matter.js';
import { chanceOf } from '../reading/reading.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import type { FactValue } from '../state/told-facts.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { sayDecided, sayDetails, sayForPersons } from '../wording/decided.js';
import { sayOutlook } from '../wording/outlook.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { holderOf } from '../decisions/case-holder.js';
import { rememberTold, withFacts } from './remember-facts.js';
import { asksForPart, asksForTheSum } from './sum-in-hand.js';
import { caseEvidence, nothingTold, sumsIn, tellsTakings, WHOLE_CASE } from './told-facts.js';
import type { TopicChance } from './topics.js';

/** The fact that was asked for was told. */
const ANSWERED = 0.97;
/** From this confidence on (0 to 1) the message itself says which of a decision's entries is meant. */
const NAMES_ITS_ENTRY = 0.6;
/** A fact of the decision in hand was told, corrected or added to. */
const CONTINUED = 0.86;
/** A fact told with the matter says that the case is asked about, less than a wording of the decision itself. */
const WITH_FACTS = 0.6;
/** The decision in hand was corrected. */
const CORRECTED = 0.96;
/** Nothing but a sum was said, and the matter in hand takes it. */
const SUM_IN_HAND = 0.965;
/** What was worked out is asked for. */
const SUM_ASKED = 0.72;
/** One answered shortly before gets a new fact. */
const RECENT = 0.7;
const SAID_ALREADY = 0.6;
/** A fact of the decision in hand was named again, just as it was. */
const TOLD_AGAIN = 0.5;
/** Two facts of a decision in one message say that its case is told, and asked about. */
const CASE_TOLD = 0.72;
const MIN_CASE_TOPIC = 0.25;
/** With a choice told by its wording ("tạp hoá") the topic need only be possible. */
const POSSIBLE_TOPIC = 0.05;
const MAX_DECIDED = 3;
const ANOTHER_MATTER = 0.75;
const CORRECTING = 0.3;
const ASKED_WELL = 0.6;
const IN_HAND = 0.75;
const ASKED_SURELY = 0.75;
const COUNTED_BEFORE = 0.7;
const ABOUT_LAST = 0.5;

export function proposeDecisions(turn: Turn, topics: readonly TopicChance[], told: Told): Candidate[] {
  return told.inPlay.map((decision) => ({
    kind: 'decision' as const,
    about: decision.id,
    entry: decision.entry,
    score: scoreOf(turn, decision, topics, told),
    saidJustNow: isInHand(turn, decision) && newFacts(decision, told).length === 0,
    answer: () => decideAgain(turn, decision, told.each?.get(decision.id) ?? told),
  }));
}

function isInHand({ state: { last } }: Turn, decision: Decision): boolean {
  return last?.kind === 'decision' && last.decision === decision.id;
}

/** What the message tells the decision that was not known just so. */
function newFacts(decision: Decision, told: Told): Told['facts'] {
  const own = told.each?.get(decision.id);
  return (own?.facts ?? []).filter(({ fact, value }) => !isDeepStrictEqual(own?.before[fact], value));
}

function scoreOf(turn: Turn, decision: Decision, topics: readonly TopicChance[], told: Told): number {
  const { waiting } = turn.state;
  const all = told.each?.get(decision.id)?.facts ?? [];
  if (waiting?.for === 'fact' && waiting.decision === decision.id)
    if (all.some(({ fact }) => fact === waiting.fact)) return ANSWERED;
  if (told.ofMatter === decision.id) return SUM_IN_HAND;
  const own = newFacts(decision, told);
  const topic = topicOf(decision, topics);
  const byIntent = Math.max(0, ...topics.map(({ decisions }) => decisions?.[decision.id] ?? 0));
  const asked = Math.max(askedChance(turn, decision), byIntent);
  const inHand = isInHand(turn, decision);
  const known = told.each?.get(decision.id)?.before ?? told.before;
  const varies = own.some(({ fact }) => known[fact] !== undefined) && onlyVaries(turn, decision);
  const elsewhere = topics.find(({ entry }) => !belongsTo(decision, entry));
  const other = varies || (elsewhere?.chance ?? 0) < ANOTHER_MATTER ? undefined : elsewhere;
  const corrects = chanceOf(turn.reading, 'correct') >= CORRECTING || isCorrecting(turn.reading.folded);
  // Said already and nothing new was told: the same result again is seldom what is asked for.
  if (own.length === 0 && all.length > 0 && inHand) return TOLD_AGAIN * (1 - (elsewhere?.chance ?? 0));
  if (own.length === 0 && asksForTheSum(turn, decision, (one) => askedChance(turn, one))) return SUM_ASKED;
  if (own.length === 0)
    return Math.max(topic, spokenOf(turn, decision, asked)) * asked * (inHand ? SAID_ALREADY : 1);
  const rival = tellsMoreOf(decision, told, turn, asked);
  const part = asksForPart(turn) && !inHand && !varies && asked < ASKED_WELL;
  if (rival || part) return topic * asked * SAID_ALREADY;
  if (sumsIn(told.each?.get(decision.id)) > 1 && belongsTo(decision, turn.state.topic)) return CONTINUED;
  if (inHand && (other === undefined || corrects))
    return Math.max(corrects ? CORRECTED : CONTINUED, asked * topic);
  const isRecent = other === undefined && turn.state.decided?.includes(decision.id) === true;
  const evidence = caseEvidence(told.each?.get(decision.id) ?? told, turn);
  const isCase =
    (own.length >= 2 && topic >= (evidence >= 2 ? POSSIBLE_TOPIC : MIN_CASE_TOPIC)) || evidence >= WHOLE_CASE;
  const takings = tellsTakings(turn, decision, told.each?.get(decision.id) ?? told);
  const atLeast = Math.max(isRecent ? RECENT : 0, isCase || takings ? CASE_TOLD + 0.1 * asked : 0);
  const weight = Math.max(asked, turn.reading.asks ? 0.7 : 0.3);
  return Math.max(atLeast, topic * (WITH_FACTS + (0.98 - WITH_FACTS) * weight));
}

/** Another decision reads more of the message, a choice among it that this one knows nothing of: it is meant. */
function tellsMoreOf(decision: Decision, { each }: Told, turn: Turn, asked: number): boolean {
  const own = each?.get(decision.id);
  const evidence = own === undefined ? 0 : Math.max(own.facts.length, caseEvidence(own, turn));
  const isUsed = (fact: string) => decision.facts.some((used) => used.fact === fact);
  // "Lương 20tr thưởng 30tr": what leaves one of the sums out is not meant where the matter in hand takes both.
  const ofTopic = [...(each?.values() ?? [])].filter(({ inPlay }) =>
    inPlay.some((one) => belongsTo(one, turn.state.topic)),
  );
  if (ofTopic.some((other) => sumsIn(other) > Math.max(1, sumsIn(own)))) return true;
  return [...(each ?? [])].some(
    ([id, other]) =>
      id !== decision.id &&
      caseEvidence(other, turn) >= Math.max(WHOLE_CASE, evidence + 1) &&
      other.facts.some(({ fact }) => !isUsed(fact)) &&
      // Asked for in its own words, it is meant, whatever else is told beside.
      (asked < ASKED_WELL || other.inPlay.some((one) => askedChance(turn, one) >= asked)),
  );
}

/**
 * Asked for in the decision's own words, the matter in hand is meant, whatever else those might be about; or one counted
 * for before ("nhà đó bên mua đóng bao nhiêu" after another matter came between). "Vì sao" asks about the last answer.
 */
function spokenOf({ state, content, reading }: Turn, decision: Decision, asked: number): number {
  if (asked < ASKED_WELL || chanceOf(reading, 'explain', 'example', 'doubt', 'repeat') >= ABOUT_LAST)
    return 0;
  if (state.topic !== undefined && belongsTo(decision, state.topic)) return IN_HAND;
  const before = (state.decided ?? []).flatMap((id) => content.decisions.get(id) ?? []);
  return asked >= ASKED_SURELY && before.some(({ entry }) => belongsTo(decision, entry)) ? COUNTED_BEFORE : 0;
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

function answerDecision(
  turn: Turn,
  decision: Decision,
  told: Told,
  decided = decide(decision, told.after, turn),
): Answered {
  const entry = matterOf(turn, decision);
  turn.state.topic = entry;
  turn.state.last = { kind: 'decision', decision: decision.id, entry };
  const others = (turn.state.decided ?? []).filter((id) => id !== decision.id);
  turn.state.decided = [...others, decision.id].slice(-MAX_DECIDED);
  delete turn.state.waiting;
  if (told.persons.length > 1) return sayForPersons(turn, decision, told);
  if (decided.kind === 'ask') turn.state.waiting = { for: 'fact', decision: decision.id, fact: decided.fact };
  return { ...sayDecided(turn, decision, decided, told), procedure: entry };
}

/** Of the entries that the decision answers for: the one that the message names, else the one in hand, else its own. */
function matterOf({ reading: { match }, content, state }: Turn, decision: Decision): string {
  const isNamed = match.confidence >= NAMES_ITS_ENTRY;
  const named = isNamed ? entryOf(content.intents.get(match.intent ?? '')) : undefined;
  return [named, state.topic].find((id) => belongsTo(decision, id)) ?? decision.entry;
}

/** What was told or asked since the last answer changes nothing in it: why it is so is said, not the same sentences again. */
function decideAgain(turn: Turn, decision: Decision, told: Told): Answered {
  const before = isInHand(turn, decision) ? decide(decision, told.before, turn) : undefined;
  const decided = decide(decision, told.after, turn);
  const said = answerDecision(turn, decision, told, decided);
  const isSame = before?.kind === 'result' && decided.kind === 'result' && before.text === decided.text;
  if (told.persons.length > 1 || decided.kind !== 'result' || !isSame) return said;
  const [headline = ''] = said.replies[0]?.text.split('\n').filter((line) => /^Dạ/u.test(line)) ?? [];
  const opener = say(turn, 'still_so', { result: headline.replace(/^Dạ,?\s+(?:vậy )?/u, '') });
  return { ...said, ...sayDetails(turn, decision, decided, told.after, opener) };
}

/** A decision opened by a button or an intent of its own, with what is known. */
export function openDecision(turn: Turn, id: string): Answered | undefined {
  const decision = turn.content.decisions.get(id);
  if (decision === undefined) return undefined;
  return answerDecision(turn, decision, nothingTold(holderOf(turn, decision)));
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
  const holder = holderOf(turn, decision);
  const { person, facts: own = {} } = turn.state;
  if (value === undefined) {
    const { [fact]: dropped, ...rest } = (holder.who === undefined ? own : person?.facts) ?? {};
    if (holder.who === undefined && dropped !== undefined) turn.state.facts = rest;
    if (holder.who !== undefined && person !== undefined) turn.state.person = { ...person, facts: rest };
    return openDecision(turn, id);
  }
  const facts = [{ fact, value, how: 'answered' as const }];
  const after = withFacts(holder.known, facts, turn.content);
  const told = { ...nothingTold(holder), inPlay: [decision], after, facts };
  rememberTold(turn, told, id);
  return answerDecision(turn, decision, told);
}

/** "Vì sao", "chắc không", "ví dụ": the facts used, the rule, how it was worked out; only after a decision. */
export function explainDecision(turn: Turn): Answered | undefined {
  const decision = lastDecision(turn);
  if (decision === undefined) return undefined;
  const values = holderOf(turn, decision).known;
  const decided = decide(decision, values, turn);
  if (decided.kind === 'ask') {
    // "Vì sao" to a question: why it is asked. It stays open.
    turn.state.waiting = { for: 'fact', decision: decision.id, fact: decided.fact };
    return sayOutlook(turn, decision, decided.fact, 'fact_why');
  }
  return decided.kind === 'result' ? sayDetails(turn, decision, decided, values) : undefined;
}

export function repeatDecision(turn: Turn): Answered | undefined {
  const decision = lastDecision(turn);
  return decision === undefined ? undefined : openDecision(turn, decision.id);
}

function lastDecision({ state, content }: Turn): Decision | undefined {
  return state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
}
