import { followedBy } from '../lines.js';
import { choice } from '../replies.js';
import type { Answered, Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { say } from './say.js';

/** An answer that may be of another matter: `words` behind it say so, the likely others and "Không phải" are offered. */
export function withWayOut(
  turn: Turn,
  answer: Answered,
  words: string,
  others: readonly Choice[] = [],
): Answered {
  const last = answer.replies.at(-1);
  if (last === undefined) return answer;
  const none = choice(say(turn, 'button_none_of_these'), { kind: 'none_of_these' });
  const quickReplies = [...others, none, ...(last.quickReplies ?? [])];
  return {
    ...answer,
    replies: [...answer.replies.slice(0, -1), { ...followedBy(last, words), quickReplies }],
  };
}
