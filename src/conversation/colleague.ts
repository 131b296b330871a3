import { isBack } from './call-back.js';
import { commandIn } from './candidates/commands.js';
import { chanceOf } from './reading/reading.js';
import { backFrom } from './thread.js';
import { answered, type Answered, type Turn } from './turn.js';

/** Beside a person's talk only what is hardly meant for the person. */
const SURELY = 0.9;
/** May be said to a person as well. */
const AMBIGUOUS_COMMANDS: readonly string[] = ['đồng ý', 'không đồng ý', 'gặp cán bộ', 'trợ giúp'];

/**
 * While a colleague answers in the Page's own inbox the bot keeps out of it. Whoever presses one of its buttons or writes
 * one of its commands means the bot: to stop it and to have data deleted must work at any moment, and "menu", "bắt đầu"
 * and the buttons for them bring it back.
 */
export function leaveToColleague(turn: Turn): Answered | null {
  const { state, payload } = turn;
  const { silentUntil } = state;
  if (silentUntil === undefined) return null;
  const command = commandIn(turn.reading.said);
  if (isBack(turn, silentUntil, command)) {
    const words = backFrom(turn);
    if (words !== undefined) turn.back = words;
    return null;
  }
  return payload !== null || isForBot(turn, command) ? null : answered('ignored_colleague', []);
}

function isForBot({ state, reading }: Turn, command: string | undefined): boolean {
  return (
    (command !== undefined && !AMBIGUOUS_COMMANDS.includes(command)) ||
    state.waiting?.for === 'deletion' ||
    chanceOf(reading, 'delete_data') >= SURELY ||
    chanceOf(reading, 'stop') >= SURELY
  );
}
