import { fold } from '../../shared/fold.js';
import { MESSENGER_LIMITS } from '../../shared/messenger-limits.js';
import { officeHere } from '../actions/office.js';
import { withBody, type Line } from '../lines.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import type { Outcome } from '../outcome.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import type { Reply } from '../types.js';
import { say } from './say.js';

/** How answers name the tax office of a place without saying which it is, folded. */
const SOME_OFFICE = /\bco quan thue (?:dang )?quan ly\b|\bthue co so\b(?! \d)/u;
const ANSWERS: readonly Outcome[] = ['answered_question', 'answered_calculation'];
const PLACE_ASKED = 'place_asked';

/**
 * Where an answer sends somebody to "the tax office of your place": which it is, once for a matter; the place is asked
 * for, once in a conversation, by whom it is not known and where the office is what they asked for.
 */
export function withOffice(turn: Turn, answer: Answered): Answered {
  const procedure = procedureOf(turn, answer.procedure);
  const at = answer.replies.findLastIndex(({ text }) => SOME_OFFICE.test(fold(text)));
  const reply = answer.replies[at];
  if (!ANSWERS.includes(answer.outcome) || procedure === undefined || reply === undefined) return answer;
  if (procedure.kind === 'referral') return answer;
  const line = lineFor(turn, procedure.id);
  const shown = line === undefined || reply.text.includes(line) ? undefined : withLine(reply, line);
  return shown === undefined ? answer : { ...answer, replies: answer.replies.with(at, shown) };
}

function lineFor(turn: Turn, entry: string): string | undefined {
  const here = officeHere(turn);
  const said = `office:${entry}`;
  if (here !== undefined) {
    if (wasSaid(turn, said)) return undefined;
    rememberSaid(turn, said);
    return here;
  }
  const { waiting } = turn.state;
  if (turn.reading.questionType !== 'where' || waiting !== undefined || wasSaid(turn, PLACE_ASKED))
    return undefined;
  rememberSaid(turn, PLACE_ASKED);
  turn.state.waiting = { for: 'commune' };
  return say(turn, 'place_asked');
}

/** In front of the legal basis; `undefined` where the message has no room for it. */
function withLine(reply: Reply, line: string): Reply | undefined {
  const lines: Line[] = [...(reply.lines ?? reply.text.split('\n'))];
  const basis = lines.findIndex((one) => typeof one !== 'string' && one.as === 'basis');
  lines.splice(basis < 0 ? lines.length : basis, 0, line);
  const shown = withBody(reply, lines);
  const limit = reply.kind === 'buttons' ? MESSENGER_LIMITS.buttonText : MESSENGER_LIMITS.text;
  return shown.text.length > limit ? undefined : shown;
}
