import type { Procedure, QuestionAnswer } from '../../content/types.js';
import { answerAspect, answerPair, hasAspect } from '../guide/aspect-answer.js';
import { alsoOffering, offerQuestions } from '../guide/question-offer.js';
import { showOverview } from '../guide/show.js';
import { questionIndexOf, type QuestionChances } from '../reading/questions/question-index.js';
import { foldedWords } from '../../shared/fold.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topics.js';

/** Entries less likely than this are not looked into. */
const MIN_TOPIC = 0.06;
const MAX_ENTRIES = 5;
/** A wording of a common question in nearly its own words says by itself of which entry it is. */
const SAME_WORDS = 0.72;
const MIN_QUESTION = 0.2;
/** How much the way of asking ("nộp ở đâu") says that this part of the entry is wanted. */
const FACET = 0.85;
/** The same where nothing else is near. */
const PART_ALONE = 0.95;
/** A guide that lies open is seldom what a new message asks for. */
const OPEN_ALREADY = 0.12;
const MAX_OFFERED = 3;
/** Who types the very name of an entry wants the entry, whatever its words ask ("Giấy tờ chứng minh …"). */
const NAMED = 0.97;

/** Every way to answer from the catalogue: a common question, a part of an entry, its guide. */
export function proposeEntries(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  const near = topics
    .filter(({ entry, chance }) => entry !== undefined && chance >= MIN_TOPIC)
    .slice(0, MAX_ENTRIES);
  return near.flatMap((topic) => {
    const procedure = procedureOf(turn, topic.entry);
    return procedure === undefined ? [] : entryCandidates(turn, procedure, topic);
  });
}

function entryCandidates(turn: Turn, procedure: Procedure, topic: TopicChance): Candidate[] {
  const asked = questionIndexOf(turn.content, turn.matcher).chances(turn.reading.said, procedure);
  const base = {
    about: procedure.id,
    entry: procedure.id,
    ...(topic.intent === undefined ? {} : { intent: topic.intent }),
  };
  const questions = questionCandidates(turn, procedure, topic.chance, asked).map((one) => ({
    ...base,
    ...one,
  }));
  const guide = guideCandidate(turn, procedure, topic, asked, base);
  if (isNamed(turn, procedure)) return [{ ...guide, score: NAMED }];
  const sure = Math.max(0, ...asked.pairs.map(({ chance }) => chance));
  return [
    ...questions,
    ...facetCandidates(turn, procedure, topic, asksOnlyForPart(turn, procedure, asked) ? 0 : sure, base),
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
): Pick<Candidate, 'kind' | 'score' | 'answer' | 'about'>[] {
  return pairs.flatMap(({ chance, likeness }, index) => {
    const pair: QuestionAnswer | undefined = procedure.questions[index];
    if (pair === undefined || chance < MIN_QUESTION) return [];
    const ofEntry = likeness >= SAME_WORDS ? Math.max(topic, 0.85 * likeness) : topic;
    return [
      {
        kind: 'question' as const,
        about: `${procedure.id}#${index + 1}`,
        score: ofEntry * chance,
        answer: () => {
          turn.state.last = { kind: 'question', entry: procedure.id, index };
          return answerPair(turn, procedure, pair);
        },
      },
    ];
  });
}

function facetCandidates(
  turn: Turn,
  procedure: Procedure,
  { chance }: TopicChance,
  question: number,
  base: Pick<Candidate, 'about' | 'entry' | 'intent'>,
): Candidate[] {
  const { questionType } = turn.reading;
  const isOpen = turn.state.topic === procedure.id;
  if (questionType === undefined || (questionType === 'steps' && !isOpen)) return [];
  const known =
    questionType === 'steps' ? procedure.steps.length > 0 : hasAspect(turn, procedure, questionType);
  if (!known && !isOpen) return [];
  const score = chance * (question === 0 ? PART_ALONE : FACET) * (1 - 0.75 * question) * (known ? 1 : 0.8);
  return [
    {
      ...base,
      kind: 'facet',
      about: `${procedure.id}/${questionType}`,
      score,
      answer: () => {
        turn.state.last = { kind: 'facet', entry: procedure.id, part: questionType };
        return answerAspect(turn, procedure, questionType);
      },
    },
  ];
}

function guideCandidate(
  turn: Turn,
  procedure: Procedure,
  { chance }: TopicChance,
  asked: QuestionChances,
  base: Pick<Candidate, 'about' | 'entry' | 'intent'>,
): Candidate {
  const question = Math.max(0, ...asked.pairs.map((pair) => pair.chance));
  const isOpen = turn.state.topic === procedure.id;
  const wantsPart = turn.reading.questionType !== undefined && turn.reading.questionType !== 'steps';
  const named = asked.inGeneral && turn.reading.topicWords.length > 0;
  const shown = isOpen && !named ? OPEN_ALREADY : 1;
  return {
    ...base,
    kind: 'guide',
    score: chance * (1 - question) * (wantsPart ? 0.5 : 0.95) * shown,
    answer: () => {
      turn.state.last = { kind: 'guide', entry: procedure.id };
      const offered = nearQuestions(asked, procedure);
      if (isOpen && offered.length > 0) return offerQuestions(turn, procedure, offered);
      const guide = showOverview(turn, procedure);
      return offered.length === 0 ? guide : alsoOffering(guide, turn, procedure, offered);
    },
  };
}

function nearQuestions({ pairs, none }: QuestionChances, { questions }: Procedure): number[] {
  if (none > 0.5) return [];
  return pairs
    .slice(0, questions.length)
    .map(({ chance }, index) => ({ chance, index }))
    .filter(({ chance }) => chance >= 0.12)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, MAX_OFFERED)
    .map(({ index }) => index);
}
