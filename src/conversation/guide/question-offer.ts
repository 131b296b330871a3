import type { Procedure } from '../../content/types.js';
import { body, rows, type Line } from '../lines.js';
import { choice, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { shownQuestion } from './facts.js';
import { showOverview } from './show.js';

/** Inside a guide, several of its common questions are near what was said: the citizen picks, nothing is guessed. */
export function offerQuestions(turn: Turn, procedure: Procedure, offered: readonly number[]): Answered {
  const lines = waitFor(turn, procedure, offered);
  return answered(
    'asked_back_intents',
    [
      text(
        body([`Dạ, về “${procedure.button}”, anh/chị muốn hỏi:`, ...lines, '(Bấm nút bên dưới hoặc gõ số.)']),
        [
          ...numbered(procedure, offered),
          choice('Xem hướng dẫn', { kind: 'back_to', procedure: procedure.id }),
          choice('Không phải', { kind: 'none_of_these' }),
          PERSON_CHOICE,
        ],
      ),
    ],
    { procedure: procedure.id },
  );
}

/** The guide, with the common questions that may have been meant. */
export function showOffering(turn: Turn, procedure: Procedure, offered: readonly number[]): Answered {
  const lines = ['Hay anh/chị muốn hỏi riêng:', ...waitFor(turn, procedure, offered)];
  return showOverview(turn, procedure, { lines, choices: numbered(procedure, offered) });
}

/** The next message may be a number; returns the questions with theirs. */
function waitFor(turn: Turn, procedure: Procedure, offered: readonly number[]): Line[] {
  turn.state.waiting = { for: 'question', procedure: procedure.id, options: [...offered] };
  const asked = offered.flatMap((index) => procedure.questions[index] ?? []);
  return rows(asked.map(shownQuestion), numbered(procedure, offered));
}

function numbered(procedure: Procedure, offered: readonly number[]): Choice[] {
  return offered.map((index, at) =>
    choice(`Câu ${at + 1}`, { kind: 'question', procedure: procedure.id, index }),
  );
}
