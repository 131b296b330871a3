import type { Action } from '../../content/types.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { inTurn, say } from '../wording/say.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { hotline } from './contacts.js';
import { answerDeadline } from './deadlines.js';
import { officeHours } from './hours.js';
import { greet } from './menu.js';
import { askOffice } from './office.js';
import { askPerson, requestStatus } from './requests.js';
import { answerSaturday } from './saturday.js';
import { askDeletion } from './switches.js';

export type Act = (turn: Turn, intentId?: string) => Answered | Promise<Answered>;

/** What each cross-cutting intent does. */
const ACTS: Record<Action, Act> = {
  greeting: greet,
  thanks: ownWords,
  small_talk: ownWords,
  bot_or_human: (turn) =>
    answered('answered_small_talk', [
      text(say(turn, 'bot_or_human', { authority: turn.settings.authority }), [
        menuChoice(turn),
        personChoice(turn),
      ]),
    ]),
  talk_to_person: askPerson,
  delete_data: askDeletion,
  office_lookup: askOffice,
  office_hours: officeHours,
  saturday: answerSaturday,
  deadlines: answerDeadline,
  hotline,
  request_status: requestStatus,
};

export function act(turn: Turn, action: Action, intentId?: string): Answered | Promise<Answered> {
  return ACTS[action](turn, intentId);
}

/** The wordings that staff wrote for an intent of its own, in turn. */
function ownWords(turn: Turn, intentId: string | undefined): Answered {
  const replies = intentId === undefined ? [] : (turn.content.intents.get(intentId)?.replies ?? []);
  const words = inTurn(replies, turn.state.turns ?? 0) ?? say(turn, 'skip');
  return answered('answered_small_talk', [text(words, [menuChoice(turn), personChoice(turn)])]);
}
