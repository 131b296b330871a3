import { isDeepStrictEqual } from 'node:util';
import { belongsTo } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import { decide, type Decided } from '../decisions/decide.js';
import type { Told } from '../decisions/facts-told.js';
import { isCorrecting } from '../decisions/mentions.js';
import { onlyVaries, saysOnly } from '../decisions/other-matter.js';
import { chanceOf } from '../reading/reading.js';
import type { FactValue } from '../state/told-facts.js';
import type { Answered, Turn } from '../turn.js';
import { sayDecided, sayForPersons } from '../wording/decided.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { ASKED_WELL, askedChance, leftOfOtherPart, isAskedMost, tellsMoreOf } from './rival-decisions.js';
import { isInHand, matterOf, waitsFor } from './matter-of-decision.js';
import { otherSumOf } from './other-sum.js';
import { holderOf } from '../decisions/case-holder.js';
import { changesOpenTime } from './open-time.js';
import { rememberTold, withFacts } from './remember-facts.js';
import { objects } from './stays-with-matter.js';
import {
  asksForPart,
  asksForTheSum,
  asksHowMuch,
  asksHowMuchAlone,
  asksWhetherDue,
  knowsOtherPrice,
  leavesOutSum,
  namesHowMuch,
} from './sum-in-hand.js';
import { caseEvidence, nothingTold, sumsIn, tellsTakings, WHOLE_CASE } from './told-facts.js';
import { topicOf, type TopicChance } from './topic-chance.js';

/** The fact that was asked for was told. */
const ANSWERED = 0.97;
/** A fact of the decision in hand was told, corrected or added to. */
const CONTINUED = 0.86;
/** A case told without asking for its decision is less than the decision in hand going on. */
const BESIDE_CONTINUED = 0.85;
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
/** … that is all the message says: meant whatever was spoken of since, before another matter that takes it as well. */
const VARIED = 0.86;
const SAID_ALREADY = 0.6;
/** A fact of the decision in hand was named again, just as it was. */
const TOLD_AGAIN = 0.5;
/** "Phần zalo đóng bao nhiêu" right after it was worked out. */
const ASKED_AGAIN = 0.85;
/** The result of the decision in hand was objected to with what is none of its facts. */
const OBJECTED = 0.55;
/** Two facts of a decision in one message say that its case is told, and asked about. */
const CASE_TOLD = 0.72;
const MIN_CASE_TOPIC = 0.25;
/** All that it takes was told of a matter this likely: nothing is left to ask, so the answer is given before the guide. */
const WHOLE_TOLD = 0.78;
const MIN_WHOLE_TOPIC = 0.6;
/** With a choice told by its wording ("tạp hoá") the topic need only be possible. */
const POSSIBLE_TOPIC = 0.05;
/** Of two cases told alike that of the likelier matter. */
const OF_MATTER = 0.05;
const MAX_DECIDED = 3;
const ANOTHER_MATTER = 0.8;
const CORRECTING = 0.3;
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
  if (own.length > 0 && changesOpenTime(turn, decision)) return SUM_IN_HAND;
  const topic = topicOf(decision, topics);
  const byIntent = Math.max(0, ...topics.map(({ decisions }) => decisions?.[decision.id] ?? 0));
  const asked = Math.max(askedChance(turn, decision), byIntent);
  const inHand = isInHand(turn, decision);
  const known = told.each?.get(decision.id)?.before ?? told.before;
  const varies = own.some(({ fact }) => known[fact] !== undefined) && onlyVaries(turn, decision);
  const elsewhere = topics.find(({ entry }) => !belongsTo(decision, entry));
  // "Trừ phần giảm ra còn mấy": what the decision in hand can be told, and nothing else.
  const isOwn = inHand && own.some(({ value }) => value.kind === 'choice') && saysOnly(turn, decision);
  const other = varies || isOwn || (elsewhere?.chance ?? 0) < ANOTHER_MATTER ? undefined : elsewhere;
  const corrects = chanceOf(turn.reading, 'correct') >= CORRECTING || isCorrecting(turn.reading.folded);
  const leavesOut = all.length > 0 && turn.state.topic !== undefined && leavesOutSum(turn, decision, all);
  const isOther = turn.reading.asks && otherSumOf(turn, decision) !== undefined;
  if (leavesOut || (isOther && (own.length === 0 || !knowsOtherPrice(turn, decision))))
    return topic * asked * SAID_ALREADY;
  if (own.length === 0)
    return unchanged(turn, decision, { topic, asked, all, elsewhere: elsewhere?.chance ?? 0, told });
  const rival = tellsMoreOf(decision, told, turn, asked, topics);
  const part = asksForPart(turn) && !inHand && !varies && asked < ASKED_WELL;
  if (rival || part) return topic * asked * SAID_ALREADY;
  if (sumsIn(told.each?.get(decision.id)) > 1 && belongsTo(decision, turn.state.topic)) return CONTINUED;
  if (inHand && (other === undefined || corrects))
    return Math.max(corrects ? CORRECTED : CONTINUED, asked * topic);
  const isRecent = other === undefined && turn.state.decided?.includes(decision.id) === true;
  const ofCase = caseScore(turn, decision, topic, told) + 0.1 * asked + OF_MATTER * topic;
  const atLeast = Math.max(
    isRecent ? (varies ? VARIED : RECENT) : 0,
    asked < ASKED_WELL ? Math.min(BESIDE_CONTINUED, ofCase) : ofCase,
  );
  const weight = Math.max(asked, turn.reading.asks ? 0.7 : 0.3);
  return Math.max(atLeast, topic * (WITH_FACTS + (0.98 - WITH_FACTS) * weight));
}

interface Unchanged {
  topic: number;
  asked: number;
  all: Told['facts'];
  /** How likely another matter is meant. */
  elsewhere: number;
  told: Told;
}

/** Nothing new was told of the decision. */
function unchanged(
  turn: Turn,
  decision: Decision,
  { topic, asked, all, elsewhere, told }: Unchanged,
): number {
  const inHand = isInHand(turn, decision);
  if (waitsFor(turn, decision) && asksHowMuchAlone(turn)) return ASKED_AGAIN;
  // Said already: the same result again is seldom what is asked for, unless how much it is.
  if (all.length > 0 && inHand) return (asksHowMuch(turn) ? ASKED_AGAIN : TOLD_AGAIN) * (1 - elsewhere);
  if (inHand && asksWhetherDue(turn) && isAskedMost(turn, decision, told)) return ASKED_AGAIN;
  if (inHand && objects(turn)) return OBJECTED * (1 - elsewhere);
  if (asksForTheSum(turn, decision, (one) => askedChance(turn, one))) return SUM_ASKED;
  const left = leftOfOtherPart(turn, decision) * (inHand ? SAID_ALREADY : 1);
  return Math.max(topic, spokenOf(turn, decision, asked)) * asked * left;
}

/** A case of the decision is told, whatever is asked; less than 0: none is. */
function caseScore(turn: Turn, decision: Decision, topic: number, told: Told): number {
  const own = told.each?.get(decision.id) ?? told;
  const evidence = caseEvidence(own, turn);
  const isTold =
    newFacts(decision, told).length >= 2 && topic >= (evidence >= 2 ? POSSIBLE_TOPIC : MIN_CASE_TOPIC);
  const isCase = isTold || evidence >= WHOLE_CASE;
  if (!isCase) return tellsTakings(turn, decision, own) ? CASE_TOLD : -1;
  const isWhole = topic >= MIN_WHOLE_TOPIC && decide(decision, own.after, turn).kind === 'result';
  return isWhole ? WHOLE_TOLD : CASE_TOLD;
}

/**
 * Asked for in the decision's own words, the matter in hand is meant, whatever else those might be about; or one counted
 * for before ("nhà đó bên mua đóng bao nhiêu" after another matter came between). "Vì sao" asks about the last answer.
 */
function spokenOf({ state, content, reading }: Turn, decision: Decision, asked: number): number {
  const isAboutLast =
    reading.supposes === undefined &&
    chanceOf(reading, 'explain', 'example', 'doubt', 'repeat') >= ABOUT_LAST;
  if (asked < ASKED_WELL || isAboutLast) return 0;
  if (state.topic !== undefined && belongsTo(decision, state.topic)) return IN_HAND;
  const before = (state.decided ?? []).flatMap((id) => content.decisions.get(id) ?? []);
  return asked >= ASKED_SURELY && before.some(({ entry }) => belongsTo(decision, entry)) ? COUNTED_BEFORE : 0;
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

/** What was told since the last answer changes nothing in it: why is said, not all again (what is on top to who asks how much). Only asked: the answer itself. */
function decideAgain(turn: Turn, decision: Decision, told: Told): Answered {
  const before = isInHand(turn, decision) ? decide(decision, told.before, turn) : undefined;
  const decided = decide(decision, told.after, turn);
  const said = answerDecision(turn, decision, told, decided);
  const isSame = before?.kind === 'result' && decided.kind === 'result' && before.text === decided.text;
  const isAskedOnly = told.facts.length === 0 && turn.reading.asks && turn.reading.supposes === undefined;
  if (told.persons.length > 1 || decided.kind !== 'result' || !isSame || isAskedOnly) return said;
  const [headline = ''] = said.replies[0]?.text.split('\n').filter((line) => /^Dạ/u.test(line)) ?? [];
  const opener = say(turn, objects(turn) ? 'still_so_told' : 'still_so', {
    result: headline.replace(/^Dạ,?\s+(?:vậy )?/u, ''),
  });
  const details = [decided.because, ...(namesHowMuch(turn) ? decided.details : [])];
  const still = { ...decided, text: opener, details };
  return { ...said, ...sayDecided(turn, decision, still, { ...told, facts: [] }) };
}

/** A decision opened by a button or an intent of its own, with what is known; or its result in other words (`decided`). */
export function openDecision(turn: Turn, id: string, decided?: Decided): Answered | undefined {
  const decision = turn.content.decisions.get(id);
  if (decision === undefined) return undefined;
  return answerDecision(turn, decision, nothingTold(holderOf(turn, decision)), decided);
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
