import type { Procedure, QuestionAnswer } from '../../content/types.js';
import { answerPair } from '../guide/aspect-answer.js';
import { offerQuestions, showOffering } from '../guide/question-offer.js';
import { showOverview } from '../guide/show.js';
import { nearQuestions, offerCandidate } from './offered-questions.js';
import type { QuestionChances } from '../reading/questions/question-index.js';
import { foldedWords } from '../../shared/fold.js';
import { pointOf } from '../guide/point.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { facetCandidates } from './facets.js';
import {
  chancesOf,
  HARDLY_LIKE,
  knownBy,
  mayName,
  spokenOf,
  type QuestionLikeness,
} from './known-questions.js';
import { staysWith } from './stays-with-matter.js';
import type { TopicChance } from './topic-chance.js';

/** Entries less likely than this are not looked into. */
const MIN_TOPIC = 0.06;
const MAX_ENTRIES = 5;
/** A wording of a common question in nearly its own words says by itself of which entry it is. */
const SAME_WORDS = 0.72;
const MIN_QUESTION = 0.2;
/** What is left of the chance of a common question that was answered a moment ago. */
const SAID_JUST_NOW = 0.6;
/** From this likeness to one of its wordings on it is asked for again. */
const LIKE_AGAIN = 0.5;
/** What is left of the chance of a common question whose own words these hardly are. */
const UNLIKE = 0.5;
/** A guide that lies open is seldom what a new message asks for. */
const OPEN_ALREADY = 0.12;
/** What is left of another guide that the matcher itself is unsure of, beside a question that the entry in hand knows. */
const GUESSED = 0.7;
/** What is left of a common question where the words ask for a part of the entry and no more. */
const BESIDE_PART = 0.8;
/** What is left of other matters where something is held of the one in hand. */
const HELD_ELSEWHERE = 0.5;
/** Who types the very name of an entry wants the entry, whatever its words ask ("Giấy tờ chứng minh …"). */
const NAMED = 0.995;

/** Every way to answer from the catalogue: a common question, a part of an entry, its guide. */
export function proposeEntries(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  const near = nearTopics(turn, topics);
  const known = knownBy(turn, near);
  const ofNear = near.flatMap((topic) => {
    const procedure = procedureOf(turn, topic.entry);
    return procedure === undefined ? [] : entryCandidates(turn, procedure, topic, known);
  });
  const found = [...ofNear, ...neighbours(turn, new Set(near.map(({ entry }) => entry)), known)];
  const { topic } = turn.state;
  if (topic === undefined || turn.reading.supposes === undefined || !staysWith(turn, topic)) return found;
  return found.map((one) => (one.entry === topic ? one : { ...one, score: one.score * HELD_ELSEWHERE }));
}

/** The likeliest entries; the one in hand is among them even where the words alone speak for others: it may know the question. */
function nearTopics({ state, content }: Turn, topics: readonly TopicChance[]): TopicChance[] {
  const near = topics
    .filter(({ entry, chance }) => entry !== undefined && chance >= MIN_TOPIC)
    .slice(0, MAX_ENTRIES);
  const { topic } = state;
  if (topic === undefined || !content.procedures.has(topic) || near.some(({ entry }) => entry === topic))
    return near;
  return [...near, topics.find(({ entry }) => entry === topic) ?? { entry: topic, chance: 0 }];
}

/** Common questions of entries beside the matter in hand, which a follow-up may ask without naming them. */
function neighbours(turn: Turn, near: ReadonlySet<string | undefined>, known: QuestionLikeness): Candidate[] {
  const { topic, topics = [] } = turn.state;
  const related = procedureOf(turn, topic)?.related ?? [];
  return [...new Set([...related, ...topics])]
    .filter((id) => !near.has(id))
    .flatMap((id) => {
      const procedure = procedureOf(turn, id);
      if (procedure === undefined) return [];
      const asked = chancesOf(turn, procedure);
      return questionCandidates(turn, procedure, 0, asked, known).map((one) => ({ entry: id, ...one }));
    });
}

function entryCandidates(
  turn: Turn,
  procedure: Procedure,
  topic: TopicChance,
  known: QuestionLikeness,
): Candidate[] {
  const asked = chancesOf(turn, procedure);
  const base = {
    about: procedure.id,
    entry: procedure.id,
    ...(topic.intent === undefined ? {} : { intent: topic.intent }),
  };
  const onlyPart = turn.reading.questionType !== undefined && asksOnlyForPart(turn, procedure, asked);
  const questions = questionCandidates(turn, procedure, topic.chance, asked, known).map((one) => ({
    ...base,
    ...one,
    score: one.score * (onlyPart ? BESIDE_PART : 1),
  }));
  const guide = guideCandidate(turn, procedure, topic, asked, { ...base, known });
  if (isNamed(turn, procedure)) return [{ ...guide, score: NAMED }];
  const sure = Math.max(0, ...asked.pairs.map(({ chance }) => chance));
  return [
    ...questions,
    ...offerCandidate(turn, procedure, asked),
    ...facetCandidates(turn, procedure, topic, {
      question: asksOnlyForPart(turn, procedure, asked) ? 0 : sure,
      sure,
      base,
    }),
    guide,
  ];
}

/** "Cần giấy tờ gì" within a guide asks for its papers, unless a common question asks so in its own words. */
function asksOnlyForPart({ reading, state }: Turn, { id }: Procedure, { pairs }: QuestionChances): boolean {
  const inWords = pairs.some(({ likeness }) => likeness >= SAME_WORDS);
  return state.topic === id && reading.topicWords.length === 0 && !inWords;
}

function isNamed({ reading }: Turn, { name }: Procedure): boolean {
  return foldedWords(reading.said).join(' ') === foldedWords(name).join(' ');
}

function questionCandidates(
  turn: Turn,
  procedure: Procedure,
  topic: number,
  { pairs }: QuestionChances,
  known: QuestionLikeness,
): Pick<Candidate, 'kind' | 'score' | 'answer' | 'about'>[] {
  return pairs.flatMap(({ chance, likeness }, index) => {
    const pair: QuestionAnswer | undefined = procedure.questions[index];
    if (pair === undefined || chance < MIN_QUESTION) return [];
    const named = likeness >= SAME_WORDS && mayName(turn, procedure, likeness, known) ? 0.85 * likeness : 0;
    const next = Math.max(0, ...pairs.filter((_, at) => at !== index).map((one) => one.chance));
    const asked = { topic, chance, likeness, next };
    const ofEntry = Math.max(topic, named, spokenOf(turn, procedure.id, asked, known));
    const again = likeness < LIKE_AGAIN && isSaid(turn, procedure.id, index) ? SAID_JUST_NOW : 1;
    return [
      {
        kind: 'question' as const,
        about: `${procedure.id}#${index + 1}`,
        score: ofEntry * chance * again * (likeness < HARDLY_LIKE ? UNLIKE : 1),
        answer: () => {
          const point = isSaid(turn, procedure.id, index) ? pointOf(pair.answer, turn) : undefined;
          turn.state.last = { kind: 'question', entry: procedure.id, index };
          return answerPair(turn, procedure, point === undefined ? pair : { ...pair, answer: point });
        },
      },
    ];
  });
}

/** The answer given last is seldom what the next message asks for; asking to hear it again is an act of its own. */
function isSaid({ state }: Turn, entry: string, index: number): boolean {
  const { last } = state;
  return last?.kind === 'question' && last.entry === entry && last.index === index;
}

function guideCandidate(
  turn: Turn,
  procedure: Procedure,
  { chance }: TopicChance,
  asked: QuestionChances,
  { known, ...base }: Pick<Candidate, 'about' | 'entry' | 'intent'> & { known: QuestionLikeness },
): Candidate {
  const question = Math.max(0, ...asked.pairs.map((pair) => pair.chance));
  const isOpen = turn.state.topic === procedure.id;
  const wantsPart = turn.reading.questionType !== undefined && turn.reading.questionType !== 'steps';
  const named = asked.inGeneral && turn.reading.topicWords.length > 0;
  // What the entry in hand knows as a question opens no other guide on a guess.
  const isGuess = !isOpen && known.inHand > 0 && turn.reading.match.decision !== 'answer';
  const shown = isOpen && !named ? OPEN_ALREADY : isGuess ? GUESSED : 1;
  return {
    ...base,
    kind: 'guide',
    score: chance * (1 - question) * (wantsPart ? 0.5 : 0.95) * shown,
    answer: () => {
      turn.state.last = { kind: 'guide', entry: procedure.id };
      const offered = nearQuestions(asked, procedure);
      if (isOpen && offered.length > 0) return offerQuestions(turn, procedure, offered);
      return offered.length === 0 ? showOverview(turn, procedure) : showOffering(turn, procedure, offered);
    },
  };
}
