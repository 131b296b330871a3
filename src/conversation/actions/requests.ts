import { holidaysKnownIn } from '../../content/days-off.js';
import { vietnameseDay, writtenMoment, yearOf } from '../../shared/days.js';
import { nextOpening } from '../../content/opening-times.js';
import type { RequestStatus } from '../ports.js';
import type { RequestKind } from '../types.js';
import { keepsText } from '../state/conversation-state.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { sayRequest } from '../wording/request.js';
import { say } from '../wording/say.js';
import { answersInInbox, passToInbox } from './inbox.js';
import { askToTalk } from './talk.js';

async function file(turn: Turn, kind: RequestKind): Promise<{ code: string; kind: RequestKind }> {
  const context = keepsText(turn.state, turn.settings.consentMode) ? contextOf(turn) : turn.state.topic;
  const code = await turn.requests.file({
    eventKey: turn.event.key,
    conversationId: turn.event.conversationId,
    kind,
    ...(context === undefined || context === '' ? {} : { context }),
    at: turn.now,
  });
  return { code, kind };
}

function contextOf(turn: Turn): string {
  const topic = turn.state.topic === undefined ? '' : `[${turn.state.topic}] `;
  return `${topic}${turn.event.kind === 'text' ? turn.reading.said : ''}`.trim();
}

/**
 * Puts down what a citizen asked for and the bot does at once, so that it can be shown later that and when it was done
 * (privacy facts, section 6). Nothing of what was said goes with it. A deletion is closed by being carried out.
 */
export async function registerDataWish(
  turn: Turn,
  kind: 'data_deletion' | 'consent_withdrawal',
): Promise<{ code: string; kind: RequestKind }> {
  const { key: eventKey, conversationId } = turn.event;
  const done = kind === 'consent_withdrawal';
  return { code: await turn.requests.file({ eventKey, conversationId, kind, at: turn.now, done }), kind };
}

/**
 * Files the wish for a person, once: asked again, the same request is spoken of. That officers read and answer in this
 * conversation is asked with it, since it needs a consent of its own.
 */
export async function askPerson(turn: Turn): Promise<Answered> {
  return answersInInbox(turn) ? passToInbox(turn) : fileHere(turn);
}

/** For the officers in the staff pages. */
export async function fileHere(turn: Turn): Promise<Answered> {
  const known = await openRequest(turn);
  if (known !== undefined) {
    const again = say(turn, 'person_again', { code: known.code });
    if (known.talk === true) return answered('answered_request_status', [text(again, [menuChoice(turn)])]);
    return answered('answered_request_status', [text(again), askToTalk(turn)]);
  }
  const request = await file(turn, 'person');
  turn.state.request = { code: request.code, at: turn.now };
  const about = procedureOf(turn, turn.state.topic)?.id;
  return {
    ...answered('handed_over_person', [
      text([say(turn, 'person_filed', { code: request.code }), ...whenOpen(turn)].join(' ')),
      askToTalk(turn),
    ]),
    request,
    ...(about === undefined ? {} : { procedure: about }),
  };
}

/** Outside office hours, where they and the year's days off are announced: when it is open again. */
function whenOpen(turn: Turn): string[] {
  const { calendar, holidays } = turn.content;
  const opens = nextOpening(calendar, holidays, turn.now);
  if (opens === undefined || !holidaysKnownIn(yearOf(vietnameseDay(opens)), holidays)) return [];
  return [say(turn, 'person_opens', { when: writtenMoment(opens) })];
}

/** The one of this conversation, unless an officer has closed it meanwhile. */
async function openRequest(turn: Turn): Promise<Turn['state']['request']> {
  const { request } = turn.state;
  if (request === undefined) return undefined;
  if (await turn.requests.isWaiting(turn.event.conversationId, request.code)) return request;
  delete turn.state.request;
  return undefined;
}

/** "Yêu cầu của tôi tới đâu rồi": the one filed in this conversation needs no code. */
export async function requestStatus(turn: Turn): Promise<Answered> {
  const known = turn.state.request;
  if (known !== undefined) return statusOf(turn, known.code);
  return answered('answered_request_status', [
    text(say(turn, 'status_none'), [personChoice(turn), menuChoice(turn)]),
  ]);
}

export function howLongWait(turn: Turn): Answered {
  return answered('answered_request_status', [text(say(turn, 'wait_unknown'), [menuChoice(turn)])], {
    english: say(turn, 'english_wait'),
  });
}

export async function cancelRequest(turn: Turn): Promise<Answered> {
  const known = turn.state.request;
  delete turn.state.request;
  delete turn.state.officerUntil;
  const { conversationId } = turn.event;
  if (known === undefined || !(await turn.requests.withdraw(conversationId, known.code, turn.now)))
    return answered('answered_request_status', [text(say(turn, 'person_none'), [menuChoice(turn)])]);
  return answered('answered_command', [
    text(say(turn, 'person_cancelled', { code: known.code }), [menuChoice(turn)]),
  ]);
}

/** Working days and days: privacy facts, section 6. */
export async function askData(turn: Turn, kind: 'data_copy' | 'data_correction'): Promise<Answered> {
  const request = await file(turn, kind);
  const words = say(turn, `${kind}_filed`, { code: request.code });
  const english = say(turn, 'english_data_filed', { code: request.code });
  return { ...answered('handed_over_data_request', [text(words, [menuChoice(turn)])], { english }), request };
}

export async function fileLowRating(turn: Turn): Promise<{ code: string; kind: RequestKind }> {
  return file(turn, 'low_rating');
}

/** "YC-4PTX2", "yc 4ptx2"; with a space it must mix letters and digits as no sum ("yc 500tr") does. */
const CODE = /\bYC(?:-|[ ](?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])(?!\d+[A-Z]+\b))?([A-Z0-9]{4,8})\b/iu;

/** A request's code that a message names. */
export function codeIn(said: string): string | undefined {
  const code = CODE.exec(said)?.[1];
  return code === undefined ? undefined : `YC-${code.toUpperCase()}`;
}

export async function statusOf(turn: Turn, code: string): Promise<Answered> {
  const status = await turn.requests.status(turn.event.conversationId, code);
  const words = status === null ? say(turn, 'request_unknown', { code }) : statusWords(turn, status);
  return answered('answered_request_status', [text(words, [menuChoice(turn)])]);
}

/** Asked again while nothing has changed, other words say what may be done meanwhile. */
function statusWords(turn: Turn, status: RequestStatus): string {
  const told = `request:${status.code}`;
  const isSame = status.status === 'open' && wasSaid(turn, told);
  rememberSaid(turn, told);
  if (isSame) return say(turn, 'request_still_waiting', { code: status.code });
  const words = sayRequest(turn, status);
  return status.status === 'open' && status.kind === 'person'
    ? `${words} ${say(turn, 'request_no_time')}`
    : words;
}
