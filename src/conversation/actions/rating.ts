import { choice, MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { keepsText } from '../state/conversation-state.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import { fileLowRating } from './requests.js';

type Degree = 1 | 2 | 3 | 4 | 5;

/** The five degrees of the privacy facts, section 10. */
const DEGREES: readonly (readonly [Degree, string])[] = [
  [5, '5 Rất hài lòng'],
  [4, '4 Hài lòng'],
  [3, '3 Bình thường'],
  [2, '2 Không hài lòng'],
  [1, '1 Rất không hài lòng'],
];

const SKIP = choice('Bỏ qua', { kind: 'skip' });

/** Did it help: yes or not yet; then, optionally, how satisfied. */
export function rateHelped(turn: Turn, procedure: string, helped: boolean): Answered {
  const known = procedureOf(turn, procedure) === undefined ? {} : { procedure };
  delete turn.state.ratingAsked;
  turn.state.waiting = { for: 'degree', ...known };
  const words = say(turn, helped ? 'rating_thanks' : 'rating_sorry');
  const more = helped ? [SKIP] : [PERSON_CHOICE, SKIP];
  const degrees = DEGREES.map(([degree, title]) => choice(title, { kind: 'degree', procedure, degree }));
  return answered('answered_rating', [text(words, [...degrees, ...more])], { rating: { helped, ...known } });
}

/** One of five; the lowest is put before a person. Then a comment, optional. */
export async function rateDegree(
  turn: Turn,
  procedure: string | undefined,
  degree: number,
): Promise<Answered> {
  const valid = DEGREES.find(([known]) => known === degree)?.[0];
  if (valid === undefined) return answered('answered_rating', [text(say(turn, 'rating_range'), [SKIP])]);
  const known = procedure === undefined ? {} : { procedure };
  delete turn.state.ratingAsked;
  turn.state.waiting = { for: 'comment', ...known };
  const request = valid === 1 ? { request: await fileLowRating(turn) } : {};
  const words = say(turn, valid === 1 ? 'rating_low' : 'rating_comment');
  return {
    ...answered('answered_rating', [text(words, [SKIP, MENU_CHOICE])]),
    rating: { degree: valid, ...known },
    ...request,
  };
}

export function takeComment(turn: Turn, procedure: string | undefined): Answered {
  delete turn.state.waiting;
  const kept = keepsText(turn.state, turn.settings.consentMode);
  const words = say(turn, kept ? 'comment_kept' : 'comment_not_kept');
  return answered('answered_rating', [text(words, [MENU_CHOICE])], {
    rating: {
      ...(kept ? { comment: turn.reading.said } : {}),
      ...(procedure === undefined ? {} : { procedure }),
    },
  });
}

export function skip(turn: Turn): Answered {
  delete turn.state.waiting;
  delete turn.state.ratingAsked;
  return answered('answered_command', [text(say(turn, 'skip'), [MENU_CHOICE])]);
}
