import type { QuestionAnswer } from '../../content/types.js';
import { foldedWords } from '../../shared/fold.js';
import { namedBeside, wantsConfirmation } from '../reading/conclusions.js';
import { procedureOf, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { repeat } from './last-answer.js';
import { prefixed } from './navigation.js';
import { isInDanger } from './topic-chance.js';

/** Whatever else is near is said first. */
const SAID = 0.5;

/** "Vậy em có phải đi đổi không" right after a common question that speaks of it: its answer holds, and is said again. */
export function proposeSaidConcluded(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const { last } = state;
  if (last?.kind !== 'question' || reading.entities.length > 0 || isInDanger(state, content)) return [];
  if (reading.questionType !== undefined || !wantsConfirmation(reading.folded)) return [];
  const procedure = procedureOf(turn, last.entry);
  const pair = procedure?.questions[last.index];
  if (procedure === undefined || pair === undefined || !speaksOf(pair, namedBeside(reading.topicWords)))
    return [];
  return [
    {
      kind: 'question',
      about: `${procedure.id}#${last.index + 1}`,
      entry: procedure.id,
      score: SAID,
      saidJustNow: true,
      answer: () => prefixed(repeat(turn), say(turn, 'repeat')),
    },
  ];
}

function speaksOf({ title = '', ask, answer }: QuestionAnswer, named: readonly string[]): boolean {
  const spoken = new Set(foldedWords([title, ...ask, answer].join(' ')));
  return named.every((word) => spoken.has(word));
}
