import { choice, menuChoice, personChoice, text } from '../replies.js';
import { keepsText } from '../state/conversation-state.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { say } from '../wording/say.js';
import { fileLowRating } from './requests.js';

type Degree = 1 | 2 | 3 | 4 | 5;

/** The five degrees of the privacy facts, section 10. */
const DEGREES: readonly Degree[] = [5, 4, 3, 2, 1];

/** Did it help: yes or not yet; then, optionally, how satisfied. */
export function rateHelped(turn: Turn, procedure: string, helped: boolean): Answered {
  const known = procedureOf(turn, procedure) === undefined ? {} : { procedure };
  delete turn.state.ratingAsked;
  turn.state.waiting = { for: 'degree', ...known };
  const words = say(turn, helped ? 'rating_thanks' : 'rating_sorry');
  const more = helped ? [skipChoice(turn)] : [personChoice(turn), skipChoice(turn)];
  const degrees = DEGREES.map((degree) =>
    choice(say(turn, `button_degree_${degree}`), { kind: 'degree', procedure, degree }),
  );
  return answered('answered_rating', [text(words, [...degrees, ...more])], { rating: { helped, ...known } });
}

/** One of five; the lowest is put before a person. Then a comment, optional. */
export async function rateDegree(
  turn: Turn,
  procedure: string | undefined,
  degree: number,
): Promise<Answered> {
  const valid = DEGREES.find((known) => known === degree);
  if (valid === undefined)
    return answered('answered_rating', [text(say(turn, 'rating_range'), [skipChoice(turn)])]);
  const known = procedure === undefined ? {} : { procedure };
  delete turn.state.ratingAsked;
  turn.state.waiting = { for: 'comment', ...known };
  const request = valid === 1 ? { request: await fileLowRating(turn) } : {};
  const words = say(turn, valid === 1 ? 'rating_low' : 'rating_comment');
  return {
    ...answered('answered_rating', [text(words, [skipChoice(turn), menuChoice(turn)])]),
    rating: { degree: valid, ...known },
    ...request,
  };
}

export function takeComment(turn: Turn, procedure: string | undefined): Answered {
  delete turn.state.waiting;
  const kept = keepsText(turn.state, turn.settings.consentMode);
  const words = say(turn, kept ? 'comment_kept' : 'comment_not_kept');
  return answered('answered_rating', [text(words, [menuChoice(turn)])], {
    rating: {
      ...(kept ? { comment: turn.reading.said } : {}),
      ...(procedure === undefined ? {} : { procedure }),
    },
  });
}

function skipChoice(turn: Turn): Choice {
  return choice(say(turn, 'button_skip'), { kind: 'skip' });
}

export function skip(turn: Turn): Answered {
  delete turn.state.waiting;
  delete turn.state.ratingAsked;
  return answered('answered_command', [text(say(turn, 'skip'), [menuChoice(turn)])]);
}
