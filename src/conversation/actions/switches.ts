import { fullNotice, needsNotice, noticeVersion } from '../consent.js';
import { body, type Line } from '../lines.js';
import { button, buttons, menuChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { keepsText } from '../state/conversation-state.js';
import { say } from '../wording/say.js';
import { greet } from './menu.js';
import { registerDataWish } from './requests.js';

/** Start again: what was being asked is forgotten, the choice about data is not. */
export function restart(turn: Turn): Answered {
  const { consent, lastEventAt, lastDisclosedAt, request, booked } = turn.state;
  for (const key of Object.keys(turn.state)) Reflect.deleteProperty(turn.state, key);
  Object.assign(turn.state, {
    consent,
    stopped: false,
    suspended: [],
    ...(request === undefined ? {} : { request }),
    ...(booked === undefined ? {} : { booked }),
    ...(lastEventAt === undefined ? {} : { lastEventAt }),
    ...(lastDisclosedAt === undefined ? {} : { lastDisclosedAt }),
  });
  return { ...greet(turn), outcome: 'answered_command' };
}

export function start(turn: Turn): Answered {
  const wasStopped = turn.state.stopped;
  turn.state.stopped = false;
  return { ...greet(turn), outcome: wasStopped ? 'answered_command' : 'answered_menu' };
}

/** No officer writes any more either; the request itself stays with its code. */
export async function stop(turn: Turn): Promise<Answered> {
  const { state } = turn;
  state.stopped = true;
  delete state.waiting;
  delete state.officerUntil;
  if (state.request?.talk === true) {
    await turn.requests.closeTalk(turn.event.conversationId);
    delete state.request.talk;
  }
  return answered('answered_command', [text(say(turn, 'stopped'))]);
}

export function showPrivacy(turn: Turn): Answered {
  noticed(turn);
  return answered('answered_consent', fullNotice(turn, turn.event.channel));
}

export async function recordConsent(turn: Turn, given: 'yes' | 'no'): Promise<Answered> {
  const { consentMode } = turn.settings;
  const keptSoFar = keepsText(turn.state, consentMode);
  turn.state.consent = { choice: given, noticeVersion: noticeVersion(turn), at: turn.now };
  const words = say(turn, given === 'yes' ? 'consent_yes' : 'consent_no');
  const withdrawn = keptSoFar && !keepsText(turn.state, consentMode);
  const request = withdrawn ? await registerDataWish(turn, 'consent_withdrawal') : undefined;
  const proof = request === undefined ? '' : ` ${say(turn, 'consent_proof', { code: request.code })}`;
  return {
    ...answered('answered_consent', [text(words + proof, [menuChoice(turn)])]),
    consentGiven: given,
    ...(request === undefined ? {} : { request }),
  };
}

export function noticed(turn: Turn): void {
  if (!needsNotice(turn)) return;
  turn.state.consent = { choice: 'asked', noticeVersion: noticeVersion(turn) };
}

/** Asks before deleting, and says what goes and what stays. */
export function askDeletion(turn: Turn): Answered {
  turn.state.waiting = { for: 'deletion' };
  const words: Line[] = [
    say(turn, 'deletion_ask'),
    { as: 'fact', label: say(turn, 'label_deletion_goes'), text: say(turn, 'deletion_goes') },
    { as: 'fact', label: say(turn, 'label_deletion_stays'), text: say(turn, 'deletion_stays') },
    ...(turn.settings.channels[turn.event.channel].thirdParty ? [say(turn, 'deletion_copies')] : []),
  ];
  return answered(
    'asked_back_detail',
    [
      buttons(body(words), [
        button(say(turn, 'button_delete_all'), { kind: 'delete_data', confirmed: true }),
        button(say(turn, 'button_keep'), { kind: 'skip' }),
      ]),
    ],
    { english: say(turn, 'english_deletion_ask') },
  );
}

export async function deleteData(turn: Turn): Promise<Answered> {
  delete turn.state.waiting;
  turn.state.deletionDue = true;
  const request = await registerDataWish(turn, 'data_deletion');
  return {
    ...answered('handed_over_data_request', [
      { ...text(say(turn, 'deletion_filed', { code: request.code })), deletes: true },
    ]),
    deleteData: true,
    english: say(turn, 'english_deletion_filed', { code: request.code }),
    request,
  };
}
