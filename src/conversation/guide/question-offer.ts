import type { Procedure } from '../../content/types.js';
import { choice, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { shownQuestion } from './facts.js';

/** Inside a guide, several of its common questions are near what was said: the citizen picks, nothing is guessed. */
export function offerQuestions(turn: Turn, procedure: Procedure, offered: readonly number[]): Answered {
  const lines = waitFor(turn, procedure, offered);
  return answered(
    'asked_back_intents',
    [
      text(`Dạ, về “${procedure.button}”, anh/chị muốn hỏi:\n${lines}\n(Bấm nút bên dưới hoặc gõ số.)`, [
        ...numbered(procedure, offered),
        choice('Xem hướng dẫn', { kind: 'back_to', procedure: procedure.id }),
        choice('Không phải', { kind: 'none_of_these' }),
        PERSON_CHOICE,
      ]),
    ],
    { procedure: procedure.id },
  );
}

/** To an answer about the matter as a whole: the common questions that may have been meant. */
export function alsoOffering(
  answer: Answered,
  turn: Turn,
  procedure: Procedure,
  offered: readonly number[],
): Answered {
  const lines = waitFor(turn, procedure, offered);
  const offer = text(`Hay anh/chị muốn hỏi riêng:\n${lines}`, numbered(procedure, offered));
  return { ...answer, replies: [...answer.replies, offer] };
}

/** The next message may be a number; returns the questions with theirs. */
function waitFor(turn: Turn, procedure: Procedure, offered: readonly number[]): string {
  turn.state.waiting = { for: 'question', procedure: procedure.id, options: [...offered] };
  return offered
    .flatMap((index, at) => {
      const pair = procedure.questions[index];
      return pair === undefined ? [] : [`${at + 1}. ${shownQuestion(pair)}`];
    })
    .join('\n');
}

function numbered(procedure: Procedure, offered: readonly number[]): Choice[] {
  return offered.map((index, at) =>
    choice(`Câu ${at + 1}`, { kind: 'question', procedure: procedure.id, index }),
  );
}
