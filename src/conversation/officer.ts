import { isBack } from './call-back.js';
import { commandIn } from './candidates/commands.js';
import { isDanger } from './danger.js';
import { menuChoice, text } from './replies.js';
import { chanceOf } from './reading/reading.js';
import { answered, type Answered, type Turn } from './turn.js';
import type { OfficerAct } from './types.js';
import { say } from './wording/say.js';

/** Beside an officer's talk only what is hardly meant for the officer. */
const SURELY = 0.9;
/** The citizen's rights over the own data work at any moment. */
const DATA_BUTTONS: readonly string[] = ['delete_data', 'privacy', 'consent', 'talk'];
const STOPPING: readonly string[] = ['xoá dữ liệu của tôi', 'dừng'];

/** What an officer did in the citizen's conversation, from the staff pages. One whose request is no longer this conversation's says nothing. */
export function officerActs(turn: Turn, { act, code, by, until }: OfficerAct): Answered {
  const { state } = turn;
  const { request } = state;
  if (request?.code !== code || request.talk !== true) return answered('ignored_officer', []);
  switch (act) {
    case 'take': {
      const known = state.officerUntil !== undefined;
      state.officerUntil = until;
      return answered('ignored_officer', known ? [] : [text(say(turn, 'officer_here', { by }))]);
    }
    case 'say':
      state.officerUntil = until;
      return answered('ignored_officer', [{ kind: 'text', text: turn.event.text ?? '', by }]);
    case 'leave':
      return backToBot(turn, say(turn, 'officer_left', { by, authority: turn.settings.authority }));
    case 'end': {
      const words = say(turn, 'officer_done', { by, code, authority: turn.settings.authority });
      delete state.request;
      return backToBot(turn, words);
    }
  }
}

function backToBot(turn: Turn, words: string): Answered {
  delete turn.state.officerUntil;
  turn.state.lastDisclosedAt = turn.now;
  return answered('ignored_officer', [text(words, [menuChoice(turn)])]);
}

/**
 * While an officer answers, the bot keeps out of it, but for a fraud under way, stop, and what concerns the citizen's data.
 * "Menu", "bắt đầu" and the buttons for them call it back; so does the end of the officer's time. It then says again that
 * it is automatic.
 */
export function leaveToOfficer(turn: Turn): Answered | null {
  const { state } = turn;
  const { officerUntil } = state;
  if (officerUntil === undefined) return null;
  const command = commandIn(turn.reading.said);
  if (isBack(turn, officerUntil, command)) {
    delete state.officerUntil;
    turn.returning = true;
    return null;
  }
  return isUrgent(turn, command) ? null : answered('ignored_colleague', []);
}

function isUrgent(turn: Turn, command: string | undefined): boolean {
  const { state, payload, reading } = turn;
  if (payload !== null) return DATA_BUTTONS.includes(payload.kind);
  return (
    (command !== undefined && STOPPING.includes(command)) ||
    state.waiting?.for === 'deletion' ||
    chanceOf(reading, 'delete_data', 'stop') >= SURELY ||
    isDanger(turn)
  );
}
