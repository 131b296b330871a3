import type { Procedure } from '../../content/types.js';
import { offerQuestions } from '../guide/question-offer.js';
import type { QuestionChances } from '../reading/questions/question-index.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { isInDanger } from './topics.js';

const MAX_OFFERED = 3;
const MIN_OFFERED = 0.12;
/** Questions are offered where it is less likely than this that none is asked; below all that is an answer. */
const MAX_NONE = 0.7;
const OFFERED = 0.15;

/** Something is asked that questions of the entry in hand are near to: they are offered before it is said to be unknown. */
export function offerCandidate(turn: Turn, procedure: Procedure, asked: QuestionChances): Candidate[] {
  const { topic, waiting } = turn.state;
  const { asks, match } = turn.reading;
  const isOffered = waiting?.for === 'question' && waiting.procedure === procedure.id;
  if (topic !== procedure.id || isOffered || isInDanger(turn.state, turn.content)) return [];
  const offered = rankedQuestions(asked, procedure);
  if ((!asks && match.decision === 'decline') || asked.none > MAX_NONE || offered.length === 0) return [];
  return [
    {
      kind: 'offer',
      about: procedure.id,
      entry: procedure.id,
      score: OFFERED * (1 - asked.none),
      answer: () => offerQuestions(turn, procedure, offered),
    },
  ];
}

/** The likeliest of an entry's questions, by place, where one of them is likely asked. */
export function nearQuestions(asked: QuestionChances, procedure: Procedure): number[] {
  return asked.none > 0.5 ? [] : rankedQuestions(asked, procedure);
}

function rankedQuestions({ pairs }: QuestionChances, { questions }: Procedure): number[] {
  return pairs
    .slice(0, questions.length)
    .map(({ chance }, index) => ({ chance, index }))
    .filter(({ chance }) => chance >= MIN_OFFERED)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, MAX_OFFERED)
    .map(({ index }) => index);
}
