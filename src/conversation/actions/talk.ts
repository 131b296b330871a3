import { button, buttons, menuChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Reply } from '../types.js';
import { isAnsweredInEnglish } from '../wording/in-english.js';
import { say } from '../wording/say.js';
import { contactsFor } from './contacts.js';

/** Asks for the consent that a request's conversation needs: officers read and write here, and the words are kept until it is over. */
export function askToTalk(turn: Turn): Reply {
  turn.state.waiting = { for: 'talk' };
  const key = isAnsweredInEnglish(turn) ? 'english_talk_ask' : 'talk_ask';
  return buttons(say(turn, key, { days: String(turn.settings.retentionDays) }), [
    button(say(turn, 'button_agree'), { kind: 'talk', agreed: true }),
    button(say(turn, 'button_contacts_only'), { kind: 'talk', agreed: false }),
  ]);
}

/** From this message on what is said here is kept for the officer, whatever was chosen about keeping texts in general. */
export async function agreeToTalk(turn: Turn): Promise<Answered> {
  delete turn.state.waiting;
  const { request } = turn.state;
  const { conversationId } = turn.event;
  if (request === undefined || !(await turn.requests.isWaiting(conversationId, request.code))) {
    delete turn.state.request;
    return answered('answered_request_status', [text(say(turn, 'person_none'), [menuChoice(turn)])]);
  }
  await turn.requests.openTalk(request.code, turn.event, turn.now);
  turn.state.request = { ...request, talk: true, fromTurn: turn.state.turns ?? 0 };
  const words = say(turn, 'talk_yes', { code: request.code });
  return answered('answered_consent', [text([words, ...contactLines(turn)].join('\n'), [menuChoice(turn)])]);
}

/** No officer reads here: the request is taken back, and the ways to reach one remain. */
export async function declineTalk(turn: Turn): Promise<Answered> {
  delete turn.state.waiting;
  const { request } = turn.state;
  delete turn.state.request;
  delete turn.state.officerUntil;
  if (request !== undefined) await turn.requests.withdraw(turn.event.conversationId, request.code, turn.now);
  const lines = [say(turn, 'talk_no'), ...contactLines(turn)];
  return answered('answered_information', [text(lines.join('\n'), [menuChoice(turn)])]);
}

/** The contacts that staff list for whoever wants a person. */
export function contactLines(turn: Turn): string[] {
  return contactsFor(turn, 'person').map(({ name, value }) => `• ${name}: ${value}`);
}
