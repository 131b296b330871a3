import { whomToAsk } from '../guide/key-facts.js';
import { pointOf } from '../guide/point.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { openDecision } from './decisions.js';
import { chancesOf } from './known-questions.js';
import { decisionsOf } from '../../content/decisions/of-entry.js';
import type { Told } from '../decisions/facts-told.js';
import { isInDanger } from './topic-chance.js';
import type { Procedure } from '../../content/types.js';

/** Before it is said that it makes a difference or not; whatever the matter in hand knows of it comes first. */
const NOTHING_NEARER = 0.2;
const ASKED = 0.7;

/** "Chắc phải ra tận nơi" of which no common question and no part tells: what the entry says nearest to it, or that it does not. */
export function proposeSupposed(turn: Turn, { inPlay }: Told): Candidate[] {
  const procedure = procedureOf(turn, turn.state.topic);
  if (turn.reading.supposes === undefined || procedure === undefined || isInDanger(turn.state, turn.content))
    return [];
  const decision = decisionHeld(turn, procedure);
  if (decision !== undefined && !inPlay.some(({ id }) => id === decision))
    return [
      {
        kind: 'decision',
        about: decision,
        entry: procedure.id,
        score: ASKED,
        answer: () => openDecision(turn, decision) ?? nearestSaid(turn, procedure),
      },
    ];
  const answer = () => nearestSaid(turn, procedure);
  return [{ kind: 'act', about: 'supposed', entry: procedure.id, score: NOTHING_NEARER, answer }];
}

/** A decision of the entry that is asked for in these words, though the words alone named another matter. */
function decisionHeld(turn: Turn, procedure: Procedure): string | undefined {
  const { pairs } = chancesOf(turn, procedure);
  const own = decisionsOf(turn.content, procedure.id);
  return own.find((_, at) => (pairs[procedure.questions.length + at]?.chance ?? 0) >= ASKED)?.id;
}

function nearestSaid(turn: Turn, procedure: Procedure): Answered {
  const known = pointOf(procedure.summary, turn);
  const unknown = { entry: procedure.button, whom: whomToAsk(procedure, turn.content) };
  const words = known ?? say(turn, 'unknown_in_entry', unknown);
  return answered(
    known === undefined ? 'declined_unknown' : 'answered_question',
    [text(words, [menuChoice(turn), personChoice(turn)])],
    { procedure: procedure.id },
  );
}
