import { belongsTo } from '../../content/decisions/of-entry.js';
import { foldedWords } from '../../shared/fold.js';
import { startingLower } from '../../shared/starting-lower.js';
import { showStep } from '../guide/show.js';
import { asksWhatNow, MAX_NOW_WORDS } from '../reading/what-now.js';
import { procedureOf, type Turn } from '../turn.js';
import { goingOn, withoutDa } from '../wording/decided.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { sayWorked, workedOut, type Worked } from './case-concluded.js';
import { asksWhatNext } from './navigation.js';
import { isInDanger } from './topic-chance.js';

const ASKED = 0.88;
/** "Sao nữa" after a result asks for what follows from it, not for the guide. */
const BEFORE_GUIDE = 0.97;
/** A sentence that names the form to hand in says what to do itself. */
const NAMES_FORM = /\b(?:mẫu|tờ) \d{2}|\d{2}\/\p{Lu}/u;

/** "Rồi giờ em làm gì": what follows for the case that was worked out, else the first step of the guide in hand. */
export function proposeNextSteps(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const procedure = procedureOf(turn, state.topic);
  const words = foldedWords(reading.said);
  if (procedure === undefined || words.length > MAX_NOW_WORDS || reading.entities.length > 0) return [];
  const goesOn = asksWhatNext(turn);
  // Within a fraud the first things to do are said again.
  if (!(goesOn || asksWhatNow(words)) || isInDanger(state, content)) return [];
  const worked = workedOut(turn).find(({ decision }) => belongsTo(decision, procedure.id));
  if (worked !== undefined) return [{ ...stepsOf(turn, worked), ...(goesOn ? { score: BEFORE_GUIDE } : {}) }];
  if (goesOn) return [];
  const { guide } = state;
  const isWalking = guide?.procedure === procedure.id && guide.part === 'steps';
  // Walking through the steps already, "làm gì nữa" goes on with them.
  if (isWalking || procedure.steps.length === 0) return [];
  const answer = () => showStep(turn, procedure, 0);
  return [{ kind: 'act', about: 'next_steps', entry: procedure.id, score: ASKED, answer }];
}

/** What to do comes first; the result stands before it only where it is what names the form. */
function stepsOf(turn: Turn, worked: Worked): Candidate {
  const { next, details, text: result } = worked.reached;
  const [first, ...others] = next;
  const words = (what: string) => () => say(turn, 'next_steps', { what: startingLower(what) });
  if (first === undefined || NAMES_FORM.test(result))
    return sayWorked(turn, worked, { score: ASKED, text: words(withoutDa(result)) });
  const shown = { next: others, details: [goingOn(result), ...details] };
  return sayWorked(turn, worked, { score: ASKED, text: words(first), ...shown });
}
