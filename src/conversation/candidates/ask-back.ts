import { entryOf } from '../../content/entry-of-intent.js';
import type { Intent } from '../../content/types.js';
import { rows } from '../lines.js';
import { choice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say, sayLines } from '../wording/say.js';

/** Offers intents under a question; a number, a name or a button chooses. */
export function askWhich(turn: Turn, options: readonly Intent[]): Answered {
  turn.state.waiting = { for: 'choice', options: options.map(({ id }) => id), question: '' };
  const names = options.map((intent) => nameOf(turn, intent));
  const choices = options.map(({ id, button }) => choice(button, { kind: 'intent', intent: id }));
  const words = sayLines(turn, 'ask_which', { options: rows(names, choices) });
  return answered('asked_back_intents', [
    text(words, [
      ...choices,
      choice(say(turn, 'button_none_of_these'), { kind: 'none_of_these' }),
      personChoice(turn),
    ]),
  ]);
}

function nameOf(turn: Turn, intent: Intent): string {
  return procedureOf(turn, entryOf(intent))?.name ?? intent.button;
}
