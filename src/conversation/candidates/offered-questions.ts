import type { Procedure } from '../../content/types.js';
import { answerPair } from '../guide/aspect-answer.js';
import { answerNearest, offerQuestions } from '../guide/question-offer.js';
import type { QuestionChances } from '../reading/questions/question-index.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { isInDanger } from './topic-chance.js';

const MAX_OFFERED = 3;
const MIN_OFFERED = 0.12;
/** Beside a question that is only near, others this near are offered too. */
const BESIDE_IT = { least: 0.05, share: 0.25 };
/** Questions are offered where it is less likely than this that none is asked; below all that is an answer. */
const MAX_NONE = 0.7;
const OFFERED = 0.15;
/** So much likelier than the next a question is answered, and the others are a way out (ratio). */
const CLEARLY = 1.5;

/** Something is asked that questions of the entry in hand are near to: they are offered before it is said to be unknown. */
export function offerCandidate(turn: Turn, procedure: Procedure, asked: QuestionChances): Candidate[] {
  const { topic, waiting } = turn.state;
  const { asks, match, questions } = turn.reading;
  const isOffered = waiting?.for === 'question' && waiting.procedure === procedure.id;
  if (topic !== procedure.id || isOffered || isInDanger(turn.state, turn.content)) return [];
  const offered = nearTogether(asked, procedure);
  const onlyTells = !asks && (match.decision === 'decline' || questions.length === 0);
  if (onlyTells || asked.none > MAX_NONE || offered.length === 0) return [];
  return [
    {
      kind: 'offer',
      about: procedure.id,
      entry: procedure.id,
      score: OFFERED * (1 - asked.none),
      answer: () => {
        const [only] = offered.flatMap((index) => procedure.questions[index] ?? []);
        // One alone is no choice: it is answered.
        if (offered.length === 1 && only !== undefined) return answerPair(turn, procedure, only);
        return isClearlyNearest(asked, offered)
          ? answerNearest(turn, procedure, offered)
          : offerQuestions(turn, procedure, offered);
      },
    },
  ];
}

function isClearlyNearest({ pairs }: QuestionChances, [first, second]: readonly number[]): boolean {
  const chanceOf = (index = -1) => pairs[index]?.chance ?? 0;
  return chanceOf(first) >= CLEARLY * chanceOf(second);
}

/** The likeliest of an entry's questions, by place, where one of them is likely asked. */
export function nearQuestions(asked: QuestionChances, procedure: Procedure): number[] {
  return asked.none > 0.5 ? [] : rankedQuestions(asked, procedure);
}

function nearTogether(asked: QuestionChances, procedure: Procedure): number[] {
  const [first] = rankedQuestions(asked, procedure);
  if (first === undefined) return [];
  const { least, share } = BESIDE_IT;
  return rankedQuestions(asked, procedure, Math.max(least, share * (asked.pairs[first]?.chance ?? 0)));
}

function rankedQuestions(
  { pairs }: QuestionChances,
  { questions }: Procedure,
  least = MIN_OFFERED,
): number[] {
  return pairs
    .slice(0, questions.length)
    .map(({ chance }, index) => ({ chance, index }))
    .filter(({ chance }) => chance >= least)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, MAX_OFFERED)
    .map(({ index }) => index);
}
