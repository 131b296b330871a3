import type { Procedure } from '../../content/types.js';
import { rows, type Line } from '../lines.js';
import { choice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { say, sayLines } from '../wording/say.js';
import { withWayOut } from '../wording/way-out.js';
import { answerPair } from './aspect-answer.js';
import { shownQuestion } from './key-facts.js';
import { showOverview } from './show.js';

/** Inside a guide, several of its common questions are near what was said: the citizen picks, nothing is guessed. */
export function offerQuestions(turn: Turn, procedure: Procedure, offered: readonly number[]): Answered {
  const lines = waitFor(turn, procedure, offered);
  return answered(
    'asked_back_intents',
    [
      text(sayLines(turn, 'guide_which_question', { entry: [procedure.button], questions: lines }), [
        ...numbered(turn, procedure, offered),
        choice(say(turn, 'button_guide'), { kind: 'back_to', procedure: procedure.id }),
        choice(say(turn, 'button_none_of_these'), { kind: 'none_of_these' }),
        personChoice(turn),
      ]),
    ],
    { procedure: procedure.id },
  );
}

/** The nearest of several questions is answered; the others are a way out, by button. */
export function answerNearest(turn: Turn, procedure: Procedure, offered: readonly number[]): Answered {
  const [nearest, ...others] = offered;
  const pair = procedure.questions[nearest ?? -1];
  if (nearest === undefined || pair === undefined) return offerQuestions(turn, procedure, offered);
  const answer = answerPair(turn, procedure, pair);
  turn.state.last = { kind: 'question', entry: procedure.id, index: nearest };
  const asked = others.flatMap((index) => {
    const other = procedure.questions[index];
    const payload = { kind: 'question', procedure: procedure.id, index } as const;
    return other === undefined ? [] : [choice(shownQuestion(other), payload)];
  });
  return withWayOut(turn, answer, say(turn, 'if_other_question'), asked);
}

/** The guide, with the common questions that may have been meant. */
export function showOffering(turn: Turn, procedure: Procedure, offered: readonly number[]): Answered {
  const lines = [say(turn, 'guide_or_question'), ...waitFor(turn, procedure, offered)];
  return showOverview(turn, procedure, { lines, choices: numbered(turn, procedure, offered) });
}

/** The next message may be a number; returns the questions with theirs. */
function waitFor(turn: Turn, procedure: Procedure, offered: readonly number[]): Line[] {
  turn.state.waiting = { for: 'question', procedure: procedure.id, options: [...offered] };
  const asked = offered.flatMap((index) => procedure.questions[index] ?? []);
  return rows(asked.map(shownQuestion), numbered(turn, procedure, offered));
}

function numbered(turn: Turn, procedure: Procedure, offered: readonly number[]): Choice[] {
  return offered.map((index, at) =>
    choice(say(turn, 'button_question', { number: String(at + 1) }), {
      kind: 'question',
      procedure: procedure.id,
      index,
    }),
  );
}
