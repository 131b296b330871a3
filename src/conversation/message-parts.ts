import { entryOf } from '../content/entry-of-intent.js';
import type { Candidate, CandidateKind } from './candidates/candidate.js';
import { sumsIn } from './candidates/told-facts.js';
import { thingsApart } from './decisions/things-apart.js';
import { perObject } from '../shared/per-object.js';
import type { Judgement } from './judge.js';
import { wholeQuestions } from './reading/half-said.js';
import { askedOfOccupation } from './reading/occupations.js';
import { readMessage } from './reading/reading.js';
import type { Turn } from './turn.js';
import { weigh, type Weighed } from './weigh.js';

/** What is answered by itself: the whole message, or one of its questions. */
export interface AnsweredPart {
  turn: Turn;
  weighed: Weighed;
}

/** A part that an answer was found for. */
export interface UnderstoodPart extends AnsweredPart {
  winner: Candidate;
  score: number;
  about: string;
  entry: string | undefined;
}

/** How a message of several questions is answered. */
export interface MessageParts {
  /** Answered now, in this order; none: the message is answered as a whole. */
  now: readonly AnsweredPart[];
  /** Matters of a longer message, in its order, each of an entry of its own: all are named, those not answered now are offered. */
  matters: readonly UnderstoodPart[];
}

const ABOUT_MATTERS: readonly CandidateKind[] = ['decision', 'question', 'facet', 'guide', 'action', 'place'];
const EACH_SURE = 0.5;
const HALF_SURE = 0.6;
/** A matter beside the first of a story is told of as well; so sure must it be that it is asked about. */
const BESIDE_SURE = 0.55;
/** Who counts their matters asks about each: a likely one is named, and may be passed over. */
const LISTED = 0.4;
const MAX_QUESTIONS = 4;
const MAX_MATTERS = 3;
const MIN_NAMED = 2;
/** The matter itself is this sure, whatever of it is best said. */
const MATTER_SURE = 0.85;
const SURE_PART = 0.6;
/** What nobody asked in so many words is answered only where it is this sure. */
const KNOWN_SURE = 0.6;

/**
 * Several questions in one message are weighed one by one. Two short ones are both answered; the matters of a story are named,
 * the first is answered and the others are offered. Of a message not understood as a whole the surest is answered.
 */
export function partsToAnswer(turn: Turn, weighed: Weighed): MessageParts {
  const { judgement } = weighed;
  const { questions, segments, isStory } = turn.reading;
  const known = inKnownWords(turn, judgement);
  if (known !== undefined) return { now: [known], matters: [] };
  const glued = inHalves(turn, judgement);
  if (glued.length > 0) return { now: glued, matters: [] };
  if (judgement.decision === 'answer' && !ABOUT_MATTERS.includes(judgement.winner.kind)) return NO_PARTS;
  const things = ofTwoThings(turn, weighed);
  if (things.length > 0) return { now: things, matters: [] };
  if (turn.reading.match.language !== 'en' && (isStory || segments.length > 1)) {
    const matters = mattersOf(turn);
    if (matters.length > 1) return answeredOf(matters, isStory);
  }
  if (questions.length === 0 || (questions.length === 1 && questions[0] === turn.reading.said))
    return NO_PARTS;
  return { now: answeredQuestions(turn, judgement), matters: [] };
}

const NO_PARTS: MessageParts = { now: [], matters: [] };

/** Two short answers, or one and one guide, are read in one go; more than that is offered. */
function answeredOf(matters: readonly UnderstoodPart[], isStory: boolean): MessageParts {
  const [first, second, ...others] = matters;
  const guides = matters.filter(({ winner }) => winner.kind === 'guide').length;
  if (first === undefined || second === undefined) return NO_PARTS;
  const both = others.length === 0 && (guides === 0 || !isStory);
  return both ? { now: [first, second], matters: isStory ? matters : [] } : { now: [first], matters };
}

/** The matters that a message names, one of each entry. */
function mattersOf(turn: Turn): UnderstoodPart[] {
  const { segments, isStory, isList } = turn.reading;
  const found = segments.slice(0, MAX_QUESTIONS).flatMap((clauses) => {
    const part = understoodSegment(turn, clauses);
    return part === undefined ? [] : [part];
  });
  // What a story only tells may be a guess at another matter.
  const isGuess = ({ weighed: { judgement } }: UnderstoodPart) =>
    judgement.decision === 'answer' && judgement.hedged;
  const asked = isStory && !isList ? found.filter((one) => !isGuess(one)) : found;
  const distinct = asked.filter(
    ({ entry, about }, at) =>
      asked.findIndex((one) => (entry === undefined ? one.about === about : one.entry === entry)) === at,
  );
  const sure =
    isStory && !isList ? distinct.filter(({ score }, at) => at === 0 || score >= BESIDE_SURE) : distinct;
  return sure.slice(0, MAX_MATTERS);
}

/** A question alone, with what was told last before it, or with everything told before it: whichever says most. */
function understoodSegment(turn: Turn, clauses: readonly string[]): UnderstoodPart | undefined {
  const wordings = new Set([1, 2, clauses.length].map((count) => clauses.slice(-count).join('\n')));
  const least = turn.reading.isList ? LISTED : EACH_SURE;
  const parts = [...wordings].flatMap((words) => understoodPart(turn, words, least) ?? []);
  return parts.sort((a, b) => b.score - a.score)[0];
}

function answeredQuestions(turn: Turn, judgement: Judgement): AnsweredPart[] {
  const { questions, clauses, isStory } = turn.reading;
  // Where the whole may be two matters, what only names the first of them counts as well.
  const several = judgement.decision === 'ask_back' && !isStory && clauses.length === 2;
  const parts = (several ? clauses : questions)
    .slice(0, MAX_QUESTIONS)
    .flatMap((question) => understoodPart(turn, question) ?? []);
  const distinct = parts.filter(({ about }, at) => parts.findIndex((one) => one.about === about) === at);
  const [surest] = [...distinct].sort((a, b) => b.score - a.score);
  if (surest === undefined) return [];
  const near = distinct.length > 1 || isStory ? undefined : offeredPart(turn, questions, surest);
  if (near !== undefined) return [surest, near];
  if (!isStory && distinct.length > 1) return distinct.slice(0, 2);
  const sure = judgement.decision === 'answer' && (judgement.winner.score >= EACH_SURE || !isStory);
  return sure ? [] : [surest];
}

/** Two questions with nothing between them: only where both are sure, and of two matters. */
function inHalves(turn: Turn, judgement: Judgement): AnsweredPart[] {
  if (judgement.decision === 'answer' && !ABOUT_MATTERS.includes(judgement.winner.kind)) return [];
  for (const halves of turn.reading.halves) {
    const [first, second] = halves.map((half) => understoodPart(turn, half));
    if (first === undefined || second === undefined) continue;
    const [one, other] = [first, second].map(({ entry }) => entry);
    if (
      Math.min(first.score, second.score) >= HALF_SURE &&
      one !== undefined &&
      other !== undefined &&
      one !== other
    )
      return [first, second];
  }
  return [];
}

/**
 * "Tui bán bánh xèo" asks what is due of it, "otp không về" what to do about it: where the words as they are lead nowhere, they are
 * taken for the question that is known.
 */
function inKnownWords(turn: Turn, judgement: Judgement): UnderstoodPart | undefined {
  const { state, reading } = turn;
  const isTalk = judgement.decision === 'answer' && judgement.winner.kind !== 'act' && !judgement.hedged;
  if (isTalk || state.topic !== undefined || state.waiting !== undefined) return undefined;
  const ofWork = reading.asks ? [] : askedOfOccupation(reading.said);
  const isSure = ({ weighed }: UnderstoodPart): boolean =>
    weighed.judgement.decision === 'answer' && !weighed.judgement.hedged;
  const understood = (words: string): UnderstoodPart[] => {
    const part = understoodPart(turn, words, KNOWN_SURE);
    return part === undefined || !isSure(part) ? [] : [part];
  };
  const [whole] = wholeQuestions(reading.folded).flatMap(understood);
  // Of a trade that is told no guide is opened on a guess.
  return whole ?? ofWork.flatMap(understood).find(({ winner }) => winner.kind !== 'guide');
}

/** A house and a car sold, a salary and a house: each sum is answered in its own matter, unless one calculation takes both. */
function ofTwoThings(turn: Turn, { told }: Weighed): AnsweredPart[] {
  const areTogether = [...(told.each?.values() ?? [])].some((one) => sumsIn(one) > 1);
  if (turn.reading.isStory || areTogether) return [];
  const parts = thingsApart(turn.reading, turn.content.sumKinds).flatMap(
    (words) => understoodPart(turn, words, LISTED) ?? [],
  );
  const [one, other] = parts;
  return one !== undefined && other !== undefined && one.entry !== other.entry ? [one, other] : [];
}

/** A second question that may be about several matters: which of them is asked behind the answer to the first. */
function offeredPart(
  whole: Turn,
  questions: readonly string[],
  first: UnderstoodPart,
): AnsweredPart | undefined {
  const [other, ...others] = questions.filter((question) => question !== first.turn.reading.said);
  if (other === undefined || others.length > 0) return undefined;
  const { turn, weighed } = weighedPart(whole, other);
  const { judgement } = weighed;
  if (judgement.decision !== 'ask_back' || turn.reading.topicWords.length < MIN_NAMED) return undefined;
  const entries = judgement.options.map((intent) => entryOf(intent));
  return entries.includes(first.entry) ? undefined : { turn, weighed };
}

const weighedParts = perObject<Turn, Map<string, AnsweredPart>>(() => new Map());

/** Words of a message by themselves. A story's are tried alone and with what stands before them: each is weighed once. */
function weighedPart(whole: Turn, words: string): AnsweredPart {
  const parts = weighedParts(whole);
  const known = parts.get(words);
  if (known !== undefined) return known;
  const turn = { ...whole, reading: readMessage(words, whole) };
  const part = { turn, weighed: weigh(turn) };
  parts.set(words, part);
  return part;
}

function understoodPart(whole: Turn, question: string, least = EACH_SURE): UnderstoodPart | undefined {
  const { turn, weighed } = weighedPart(whole, question);
  if (weighed.judgement.decision !== 'answer') return undefined;
  const { winner } = weighed.judgement;
  const { kind, about, entry, score: likely } = winner;
  const [topic] = weighed.topics;
  const isSure = entry !== undefined && topic?.entry === entry && topic.chance >= MATTER_SURE;
  const score = isSure ? Math.max(likely, SURE_PART) : likely;
  if (!ABOUT_MATTERS.includes(kind) || score < least) return undefined;
  return { turn, weighed, winner, score, about, entry };
}
