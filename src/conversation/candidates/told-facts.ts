import { belongsTo, decisionsOf } from '../../content/decisions/of-entry.js';
import type { Fact } from '../../content/decisions/types.js';
import type { Decision } from '../../content/types.js';
import { valuesOf } from '../decisions/decide.js';
import { dayAsked } from '../decisions/day-asked.js';
import type { Told } from '../decisions/facts-told.js';
import { cueDistance } from '../decisions/mentions.js';
import { isSpokenOfAgain, saidAgain } from '../decisions/said-again.js';
import { tellsOfAnotherMatter } from '../decisions/other-matter.js';
import { takeFacts } from '../decisions/take-facts.js';
import { saysUnknown } from '../decisions/unknown.js';
import type { Who } from '../decisions/owners.js';
import type { Entity } from '../reading/entities/types.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import { procedureOf, type Turn } from '../turn.js';
import { holderTold, type CaseHolder } from '../decisions/case-holder.js';
import { changesOpenTime } from './open-time.js';
import { decisionOfSum } from './sum-in-hand.js';
import { withFacts } from './remember-facts.js';
import type { TopicChance } from './topic-chance.js';

/** Entries less likely than this bring no decision into play. */
const MIN_TOPIC = 0.1;
/** The same of a decision whose case a story tells. */
const MIN_IN_STORY = 0.02;
/** A decision this likely among the questions of its entry is asked for in its own words. */
const WORDED = 0.6;
/** This much evidence tells a whole case, whatever the topic. */
export const WHOLE_CASE = 3;
/** Less is enough for a matter that is at least this likely. */
const NEAR_CASE = 2;
const MIN_NEAR = 0.05;

/**
 * What the message tells, for each decision that may be meant by itself: the same "520 triệu" is a price to one and the
 * worth of a present to another. The first is the matter in hand.
 */
export function factsTold(turn: Turn, topics: readonly TopicChance[]): Told {
  const before = valuesOf(turn.state.facts ?? {});
  const inPlay = decisionsInPlay(turn, topics);
  const each = new Map(inPlay.map((decision) => [decision.id, toldToOne(turn, decision)]));
  for (const decision of decisionsToldOf(turn)) {
    if (each.has(decision.id) || !mayBeOf(turn, decision, topics)) continue;
    const told = toldToOne(turn, decision);
    const isNear = topics.some(({ entry, chance }) => entry === decision.entry && chance >= MIN_NEAR);
    if (caseEvidence(told, turn) >= (isNear ? NEAR_CASE : WHOLE_CASE) || tellsTakings(turn, decision, told))
      each.set(decision.id, told);
  }
  for (const decision of decisionsOf(turn.content, turn.state.topic)) {
    const told = each.has(decision.id) ? undefined : toldToOne(turn, decision);
    if (told !== undefined && sumsIn(told) > 1) each.set(decision.id, told);
  }
  const ofMatter = decisionOfSum(turn, (decision) => toldAsOfMatter(turn, decision));
  if (ofMatter !== undefined) each.set(ofMatter.decision.id, ofMatter.told);
  const all = inPlay.length === 0 ? nothingTold({ known: before }) : toldOf(turn, inPlay, before);
  const together = { ...all, facts: all.facts.filter(({ fact }) => isTold(fact, each.values())) };
  const taking = ofMatter === undefined ? {} : { ofMatter: ofMatter.decision.id };
  return { ...together, ...taking, inPlay: [...each.values()].flatMap((told) => told.inPlay), each };
}

/** Some decision by itself takes it, for the asker. */
function isTold(fact: string, each: Iterable<Told>): boolean {
  return [...each].some((told) => told.who === undefined && told.facts.some((one) => one.fact === fact));
}

/** To one decision: of the asker's case, or of the person's whose values are told. */
function toldToOne(turn: Turn, decision: Decision): Told {
  const told = toldAsOfMatter(turn, decision);
  return isElsewhere(turn, decision) ? withoutBareSums(turn, told) : told;
}

/** As if the matter in hand were the decision's. */
function toldAsOfMatter(turn: Turn, decision: Decision): Told {
  const { who, known } = holderTold(turn, decision);
  const told = toldOf(turn, [decision], known, who);
  const isOfNobody = told.facts.length === 0 && Object.keys(known).length === 0;
  return who === undefined || (isOfNobody && told.persons.length === 0)
    ? toldOf(turn, [decision], valuesOf(turn.state.facts ?? {}))
    : { ...told, who };
}

/** A matter is in hand, and it is not the decision's, nor was that asked or answered lately. */
function isElsewhere({ state }: Turn, decision: Decision): boolean {
  const { topic, waiting, decided = [] } = state;
  if (topic === undefined || belongsTo(decision, topic) || decided.includes(decision.id)) return false;
  return !(waiting?.for === 'fact' && waiting.decision === decision.id);
}

/** "Mỗi tháng 20 triệu" in a shop's guide is no salary: a sum that no word says so is not taken to another matter. */
function withoutBareSums(turn: Turn, told: Told): Told {
  const { entities, folded } = turn.reading;
  const facts = told.facts.filter(({ fact: id, value }) => {
    const cues = turn.content.facts.get(id)?.cues ?? [];
    return (
      value.kind !== 'money' ||
      entities.some((one) => one.kind === 'money' && cueDistance(one, cues, folded, entities) !== undefined)
    );
  });
  return { ...told, facts, after: withFacts(told.before, facts, turn.content) };
}

function toldOf(turn: Turn, inPlay: Decision[], before: Told['before'], who?: Who): Told {
  const { waiting } = turn.state;
  const { said, folded } = turn.reading;
  // The day that is asked about tells nothing of the case.
  const day = dayAsked(turn);
  const entities = turn.reading.entities.filter((entity) => entity !== day);
  // "Không biết" answers no question with "không".
  const isAsked = waiting?.for === 'fact' && !saysUnknown(folded);
  const asked = isAsked ? { asked: waiting.fact } : {};
  const holder = who === undefined ? {} : { holder: who };
  const text = turn.reading.match.language === 'en' ? folded : said;
  const told = takeFacts({ text, folded, entities, ...asked, ...holder }, before, inPlay, turn);
  const isLeft = ONLY_LEFT.test(folded);
  const read = told.facts.filter(({ fact, value }) => isLeft || !isSpokenOfAgain(before[fact], value));
  const facts = [...read, ...saidAgain(folded, read, before, inPlay)];
  return { ...told, facts, inPlay, before, after: withFacts(before, facts, turn.content) };
}

/** "Còn 12tr thôi": one of the sums told before is all that is left of them. */
const ONLY_LEFT = /\b(?:chi con|con (?:moi|co|lai)|con .{1,20} thoi)\b/u;

/**
 * Three facts of one decision, one of them told by words of its own, name its matter even where the topic does not; but
 * only a message with something to take, that asks or comes within a talk, is read for every decision. One that opens a
 * talk with who gave something ("ba em cho em chiếc xe") is read for those that ask who gave.
 */
function decisionsToldOf({ reading, state, content }: Turn): Decision[] {
  const all = [...content.decisions.values()];
  if (reading.entities.length > 0 && (reading.asks || state.topic !== undefined)) return all;
  if (state.topic !== undefined || reading.asks || reading.isStory || !GIVEN.test(reading.folded)) return [];
  return all.filter(({ facts }) =>
    facts.some(({ fact }) => {
      const { before = [], after = [] } = content.facts.get(fact) ?? {};
      return before.length > 0 && after.length === 0;
    }),
  );
}

const GIVEN = /\b(?:cho|tang|de lai|sang ten)\b/u;

/** A story tells many things: three facts of a decision are no case of a matter that nothing else speaks for. */
function mayBeOf({ reading }: Turn, { entry, also }: Decision, topics: readonly TopicChance[]): boolean {
  if (!reading.isStory) return true;
  return topics.some((topic) => topic.chance >= MIN_IN_STORY && [entry, ...also].includes(topic.entry ?? ''));
}

/**
 * "Ngày bán 4 triệu": what comes in over a time, told first thing by words of its own, is no price and no salary, whatever
 * the other words are near to.
 */
export function tellsTakings({ reading, state, content }: Turn, { facts }: Decision, told: Told): boolean {
  if (state.topic !== undefined || !reading.asks || reading.isStory) return false;
  const { entities, folded } = reading;
  const distance = (entity: Entity, { cues }: Fact) =>
    cueDistance(entity, cues, folded, entities) ?? Infinity;
  const others = [...content.facts.values()].filter(
    ({ kind, period }) => kind === 'money' && period !== undefined,
  );
  return entities.some((entity) => {
    if (entity.kind !== 'money' || entity.period === undefined) return false;
    // What a decision asks for first is what it is about.
    const taken = facts.slice(0, 1).flatMap(({ fact: id }) => {
      const fact = told.facts.some(({ fact }) => fact === id) ? content.facts.get(id) : undefined;
      return fact?.adds === true && fact.period === 'year' ? [distance(entity, fact)] : [];
    });
    const nearest = Math.min(...others.map((fact) => distance(entity, fact)));
    return taken.some((one) => one < Infinity && one <= nearest);
  });
}

/** How much of a case is told: facts by number, twice what only its own words tell ("bảng giá", "bán cho em họ"). 0: no such words. */
export function caseEvidence({ facts, who }: Told, { content }: Turn): number {
  const own = facts.filter(({ fact }) => {
    const { onlyWith = [], after = [], before = [] } = content.facts.get(fact) ?? {};
    return [onlyWith, after, before].some((words) => words.length > 0);
  }).length;
  const hasWords = who !== undefined || own > 0 || facts.some(({ value }) => value.kind === 'choice');
  return hasWords ? facts.length + own + (who === undefined || facts.length === 0 ? 0 : 1) : 0;
}

/** How many sums of the message are taken. */
export function sumsIn(told: Told | undefined): number {
  return told?.facts.filter(({ value }) => value.kind === 'money').length ?? 0;
}

export function nothingTold({ known, who }: CaseHolder): Told {
  const whose = who === undefined ? {} : { who };
  return { ...whose, inPlay: [], before: known, after: known, facts: [], persons: [], implausible: [] };
}

/**
 * The decision whose fact was asked for; those answered lately and those of the matters the message may be about, unless it
 * tells of another matter.
 */
function decisionsInPlay(turn: Turn, topics: readonly TopicChance[]): Decision[] {
  const { state, content } = turn;
  const asked = state.waiting?.for === 'fact' ? content.decisions.get(state.waiting.decision) : undefined;
  const before = [
    state.last?.kind === 'decision' ? state.last.decision : undefined,
    ...(state.decided ?? []),
  ].flatMap((id) => content.decisions.get(id ?? '') ?? []);
  const entries = topics.filter(({ chance }) => chance >= MIN_TOPIC).map(({ entry }) => entry);
  const ofEntries = entries.flatMap((entry) => decisionsOf(turn.content, entry));
  const byIntent = topics.flatMap(({ decisions = {} }) =>
    Object.keys(decisions).flatMap((id) => content.decisions.get(id) ?? []),
  );
  const remembered = new Set([...before, ...decisionsOf(content, state.topic)]);
  const rest = [...before, ...byIntent, ...ofEntries, ...wordedInHand(turn)].filter(
    (decision) =>
      !remembered.has(decision) || changesOpenTime(turn, decision) || !tellsOfAnotherMatter(turn, decision),
  );
  return [...new Set([...(asked === undefined ? [] : [asked]), ...rest])];
}

/** Decisions of the matter in hand that are asked for in their own words, however likely other matters are. */
function wordedInHand(turn: Turn): Decision[] {
  const procedure = procedureOf(turn, turn.state.topic);
  if (procedure === undefined) return [];
  const index = questionIndexOf(turn.content, turn.matcher);
  return decisionsOf(turn.content, procedure.id).filter(
    ({ id }) => index.decisionChance(turn.reading.said, procedure, id) >= WORDED,
  );
}
