import { standAt, showOverview } from '../guide/show.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { answerWithinGuide } from './open-guide.js';
import { doorOf } from './pressed.js';
import { answerIntent } from './understand.js';

/**
 * A message that came through a link naming a procedure: its words are read as a question about that procedure, or
 * about the other matter they name; otherwise the procedure is opened.
 */
export async function answerReferredText(turn: Turn): Promise<Answered | null> {
  const procedure = procedureOf(turn, doorOf(turn.event.ref)?.procedure);
  if (turn.event.kind !== 'text' || procedure === undefined) return null;
  delete turn.state.waiting;
  standAt(turn, procedure, 'overview');
  const said = answerWithinGuide(turn) ?? (await answerIntent(turn));
  const courtesy = said?.outcome === 'answered_menu' || said?.outcome === 'answered_small_talk';
  return said === null || courtesy ? showOverview(turn, procedure) : said;
}
