import { answerPair } from './guide/aspect-answer.js';
import { showAgain, showPart, showStep } from './guide/show.js';
import { answerPressedInput } from './actions/inputs.js';
import { openDecision, tellFact } from './candidates/decisions.js';
import { explainDecision } from './candidates/last-decision.js';
import { factValueIn, type Payload } from './payloads.js';
import { resumeGuide } from './state/conversation-state.js';
import { procedureOf, type Answered, type Turn } from './turn.js';
import { declineOptions } from './candidates/decline.js';
import { greet, help, showGroup, showMenu } from './actions/menu.js';
import { openIntent, openProcedure } from './actions/open.js';
import { rateDegree, rateHelped, skip } from './actions/rating.js';
import { askPerson } from './actions/requests.js';
import { agreeToTalk, declineTalk } from './actions/talk.js';
import { askDeletion, deleteData, recordConsent, restart, showPrivacy, start } from './actions/switches.js';

/** Buttons that work while the bot is switched off. */
const WHILE_STOPPED: readonly Payload['kind'][] = [
  'start',
  'restart',
  'get_started',
  'delete_data',
  'privacy',
  'consent',
  'person',
  'talk',
  'skip',
];

/** What a pressed button asks for. One that content has outgrown leads to the menu, never to silence. */
export async function answerPressed(turn: Turn): Promise<Answered | null> {
  const { event, payload, state } = turn;
  if (event.kind === 'referral') return state.stopped ? null : openReferred(turn, event.ref);
  if (event.kind !== 'button' || payload?.kind === 'say') return null;
  if (payload === null) return state.stopped ? null : showMenu(turn);
  if (state.stopped && !WHILE_STOPPED.includes(payload.kind)) return null;
  if (payload.kind === 'talk') return payload.agreed ? agreeToTalk(turn) : declineTalk(turn);
  return (await inGuide(turn, payload)) ?? (await elsewhere(turn, payload));
}

function inGuide(turn: Turn, payload: Payload): Answered | null | Promise<Answered> {
  if (!('procedure' in payload)) return null;
  const procedure = procedureOf(turn, payload.procedure);
  if (procedure === undefined) return showMenu(turn);
  switch (payload.kind) {
    case 'open':
      return openProcedure(turn, payload.procedure);
    case 'part':
      return showPart(turn, procedure, payload.part);
    case 'step':
      return showStep(turn, procedure, payload.step);
    case 'question': {
      delete turn.state.waiting;
      const pair = procedure.questions[payload.index];
      return pair === undefined ? showPart(turn, procedure, 'questions') : answerPair(turn, procedure, pair);
    }
    case 'back_to': {
      const { guide } = turn.state;
      const left = guide?.procedure === procedure.id ? guide : resumeGuide(turn.state, procedure.id);
      return left === undefined ? openProcedure(turn, procedure.id) : showAgain(turn, procedure, left);
    }
    case 'helped':
      return rateHelped(turn, procedure.id, payload.helped);
    case 'degree':
      return rateDegree(turn, procedure.id, payload.degree);
  }
}

const PLAIN = { person: askPerson, start, restart, help };

function elsewhere(turn: Turn, payload: Payload): Answered | Promise<Answered> {
  switch (payload.kind) {
    case 'get_started':
      turn.state.stopped = false;
      return turn.event.ref === undefined ? greet(turn) : openReferred(turn, turn.event.ref);
    case 'group':
      return showGroup(turn, payload.group, payload.page);
    case 'intent':
      return openIntent(turn, payload.intent);
    case 'skip':
      return skip(turn);
    case 'consent':
      return recordConsent(turn, payload.choice);
    case 'privacy':
      return showPrivacy(turn);
    case 'delete_data':
      return payload.confirmed ? deleteData(turn) : askDeletion(turn);
    case 'person':
    case 'start':
    case 'restart':
    case 'help':
      return PLAIN[payload.kind](turn);
    case 'fact':
    case 'why':
      return ofDecision(turn, payload) ?? showMenu(turn);
    case 'none_of_these':
      delete turn.state.waiting;
      return declineOptions(turn);
    case 'place':
    case 'slot':
    case 'cancel_booking':
    case 'move_booking':
    case 'move_booking_to':
    case 'another_seat':
      return answerPressedInput(turn, payload);
    default:
      return showMenu(turn);
  }
}

function ofDecision(turn: Turn, payload: Extract<Payload, { kind: 'fact' | 'why' }>): Answered | undefined {
  if (payload.kind === 'fact')
    return tellFact(turn, payload.decision, payload.fact, factValueIn(payload.value));
  return explainDecision(turn) ?? openDecision(turn, payload.decision);
}

/** A link or QR code opens the procedure it names: `p=<id>`, beside `o=<where it hangs>`. */
function openReferred(turn: Turn, ref: string | undefined): Answered {
  const named = referralOf(ref)?.procedure;
  const procedure = procedureOf(turn, named);
  if (procedure === undefined) return greet(turn);
  return openProcedure(turn, procedure.id);
}

/** Ids hold no `_`, so that it parts the pairs of a `ref`, which may hold only letters, digits, `-`, `_`, `=`. */
export function referralOf(ref: string | undefined): { procedure?: string; place?: string } | undefined {
  if (ref === undefined) return undefined;
  const pairs = new Map(ref.split('_').map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']));
  const [procedure, place] = [pairs.get('p'), pairs.get('o')];
  return { ...(procedure === undefined ? {} : { procedure }), ...(place === undefined ? {} : { place }) };
}
