import { isDeepStrictEqual } from 'node:util';
import { decisionsOf } from '../../content/decisions/of-entry.js';
import type { Fact, MoneyPart } from '../../content/decisions/types.js';
import type { Decision } from '../../content/types.js';
import { valuesOf } from '../decisions/decide.js';
import { dayAsked } from '../decisions/day-asked.js';
import type { TakenFacts, Told } from '../decisions/facts-told.js';
import { cueDistance } from '../decisions/mentions.js';
import { tellsOfAnotherMatter } from '../decisions/other-matter.js';
import { takeFacts } from '../decisions/take-facts.js';
import { saysUnknown } from '../decisions/unknown.js';
import type { Entity } from '../reading/entities/types.js';
import type { FactValue, ToldFact } from '../state/told-facts.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topics.js';

/** Entries less likely than this bring no decision into play. */
const MIN_TOPIC = 0.1;
/** The same of a decision whose case a story tells. */
const MIN_IN_STORY = 0.02;
/** A decision this likely among the questions of its entry is asked for in its own words. */
const WORDED = 0.6;
/** This much evidence tells a whole case, whatever the topic. */
export const WHOLE_CASE = 3;

/**
 * What the message tells, for each decision that may be meant by itself: the same "520 triệu" is a price to one and the
 * worth of a present to another. The first is the matter in hand.
 */
export function factsTold(turn: Turn, topics: readonly TopicChance[]): Told {
  const before = valuesOf(turn.state.facts ?? {});
  const inPlay = decisionsInPlay(turn, topics);
  const each = new Map(inPlay.map((decision) => [decision.id, toldOf(turn, [decision], before)]));
  for (const decision of mayTellACase(turn) ? turn.content.decisions.values() : []) {
    if (each.has(decision.id) || !mayBeOf(turn, decision, topics)) continue;
    const told = toldOf(turn, [decision], before);
    if (caseEvidence(told, turn) >= WHOLE_CASE || tellsTakings(turn, decision, told))
      each.set(decision.id, told);
  }
  const together = inPlay.length === 0 ? nothingTold(before) : toldOf(turn, inPlay, before);
  return { ...together, inPlay: [...each.values()].flatMap((told) => told.inPlay), each };
}

function toldOf(turn: Turn, inPlay: Decision[], before: Told['before']): Told {
  const { waiting } = turn.state;
  const { said, folded } = turn.reading;
  // The day that is asked about tells nothing of the case.
  const day = dayAsked(turn);
  const entities = turn.reading.entities.filter((entity) => entity !== day);
  // "Không biết" answers no question with "không".
  const isAsked = waiting?.for === 'fact' && !saysUnknown(folded);
  const asked = isAsked ? { asked: waiting.fact } : {};
  const text = turn.reading.match.language === 'en' ? folded : said;
  const told = takeFacts({ text, folded, entities, ...asked }, before, inPlay, turn);
  const read = told.facts.filter(({ fact, value }) => !isSpokenOfAgain(before[fact], value));
  const facts = [...read, ...saidAgain(folded, read, before, inPlay)];
  return { ...told, facts, inPlay, before, after: withFacts(before, facts, turn.content) };
}

/** "Cũng giá đó": the sum told before, of whatever it is now. */
const SAME_SUM =
  /\b(?:cung|giu|van|y) (?:cai |muc )?gia\b|\bgia (?:do|nay|ni|vay|nhu vay|nhu cu|y vay|rua)\b/u;

function saidAgain(
  folded: string,
  read: Told['facts'],
  before: Told['before'],
  inPlay: readonly Decision[],
): Told['facts'] {
  if (!SAME_SUM.test(folded)) return [];
  const ids = new Set(inPlay.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
  return Object.entries(before).flatMap(([fact, value]) =>
    ids.has(fact) && value.kind === 'money' && !read.some((one) => one.fact === fact)
      ? [{ fact, value, how: 'told' as const }]
      : [],
  );
}

/**
 * Three facts of one decision, one of them told by words of its own, name its matter even where the topic does not; but
 * only a message with something to take, that asks or comes within a talk, is read for every decision.
 */
function mayTellACase({ reading, state }: Turn): boolean {
  return reading.entities.length > 0 && (reading.asks || state.topic !== undefined);
}

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
export function caseEvidence({ facts }: Told, { content }: Turn): number {
  const own = facts.filter(({ fact }) => {
    const { onlyWith = [], after = [] } = content.facts.get(fact) ?? {};
    return onlyWith.length > 0 || after.length > 0;
  }).length;
  const hasWords = own > 0 || facts.some(({ value }) => value.kind === 'choice');
  return hasWords ? facts.length + own : 0;
}

export function nothingTold(known: Told['before']): Told {
  return { inPlay: [], before: known, after: known, facts: [], persons: [], implausible: [] };
}

/** "Mà 3 triệu rưỡi đó là tính luôn tiền hàng": a sum named again without its period is no new one. */
function isSpokenOfAgain(before: FactValue | undefined, value: FactValue): boolean {
  if (before?.kind !== 'money' || value.kind !== 'money' || before.parts === undefined) return false;
  const parts = value.parts ?? [];
  const isKnown = ({ amount, times }: MoneyPart) =>
    before.parts?.some((part) => part.amount === amount && (times ?? part.times) === part.times) === true;
  return parts.length > 0 && parts.every((part) => part.period === undefined && isKnown(part));
}

/** What is known with the facts just told; one that changed takes along what was told of the thing spoken of before. */
export function withFacts(
  before: Told['before'],
  facts: TakenFacts['facts'],
  content: Turn['content'],
): Told['before'] {
  const reset = new Set(
    facts
      .filter(({ fact, value }) => before[fact] !== undefined && !isDeepStrictEqual(before[fact], value))
      .flatMap(({ fact, value }) => resetsOf(content.facts.get(fact), [before[fact], value])),
  );
  const kept = Object.entries(before).filter(([id]) => !reset.has(id));
  return Object.fromEntries([...kept, ...facts.map(({ fact, value }) => [fact, value] as const)]);
}

function resetsOf(fact: Fact | undefined, values: readonly (FactValue | undefined)[]): string[] {
  const chosen = values.flatMap((value) => (value?.kind === 'choice' ? [value.value] : []));
  const options = fact?.options.filter(({ id }) => chosen.includes(id)) ?? [];
  return [...(fact?.resets ?? []), ...options.flatMap(({ resets }) => resets)];
}

/**
 * Keeps what was told, whatever answers: typed values, with the turn they were told in. A decision that answers keeps what
 * it read itself, and of the rest what is no other reading of the same sum.
 */
export function rememberFacts(turn: Turn, told: Told, winner?: Candidate): void {
  // Of which thing a sum is, is being asked or was settled by the answer itself.
  if (winner?.kind === 'ask_back') return;
  const own = winner?.kind === 'decision' ? told.each?.get(winner.about) : undefined;
  const facts = own === undefined ? told.facts : [...own.facts, ...furtherThan(own, told)];
  if (facts.length === 0) return;
  const now = turn.state.turns ?? 0;
  const after = withFacts(told.before, facts, turn.content);
  const kept = Object.entries(turn.state.facts ?? {}).filter(([id]) => id in after);
  const added = facts.map(({ fact, value }): [string, ToldFact] => [fact, { value, turn: now }]);
  turn.state.facts = Object.fromEntries([...kept, ...added]);
}

function furtherThan(own: Told, { facts }: Told): Told['facts'] {
  const used = new Set(own.inPlay.flatMap((decision) => decision.facts.map(({ fact }) => fact)));
  const isRead = (value: FactValue) =>
    value.kind !== 'choice' &&
    own.facts.some((one) => sums(one.value).some((sum) => sums(value).includes(sum)));
  return facts.filter(({ fact, value }) => !used.has(fact) && !isRead(value));
}

/** The numbers that a value was read from, as they were written. */
function sums(value: FactValue): number[] {
  if (value.kind === 'money') return value.parts?.map(({ amount }) => amount) ?? [value.amount];
  return value.kind === 'days' || value.kind === 'number' ? [value.value] : [];
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
    (decision) => !(remembered.has(decision) && tellsOfAnotherMatter(turn, decision)),
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
