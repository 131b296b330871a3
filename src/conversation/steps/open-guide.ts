import type { Match } from '../../intent-matching/types.js';
import { fold } from '../../shared/fold.js';
import { answerAspect, answerPair } from '../guide/aspect-answer.js';
import { aspectOf, isFollowUp, topicWords } from '../reading/aspect.js';
import { questionIndexOf } from '../reading/questions.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';

/** A pair this alike is the same question, whatever the matcher thinks of the words around. */
const SAME_QUESTION = 0.72;
/** Enough within the procedure that is being spoken of. */
const LIKE_QUESTION = 0.45;

/**
 * A question inside an open guide is answered from that procedure: "nộp ở đâu", one of its own questions, "thế còn…".
 * A message that names another matter is left to the next step.
 */
export function answerWithinGuide(turn: Turn): Answered | null {
  const procedure = procedureOf(turn, turn.state.guide?.procedure);
  if (turn.said === '' || procedure === undefined) return null;
  const found = questionIndexOf(turn.content).best(turn.said, procedure);
  if (found !== undefined && found.likeness >= SAME_QUESTION) return answerPair(turn, procedure, found.pair);
  const aspect = aspectOf(turn.folded, fold(procedure.name));
  const topics = topicWords(turn.folded);
  if (aspect !== undefined && topics.length === 0) return answerAspect(turn, procedure, aspect);
  const match = turn.matcher.match(turn.said);
  if (namesAnother(turn, match, procedure.id, topics.length)) return null;
  if (found !== undefined && found.likeness >= LIKE_QUESTION) return answerPair(turn, procedure, found.pair);
  return aspect === undefined || !staysHere(turn, match, procedure.id)
    ? null
    : answerAspect(turn, procedure, aspect);
}

function namesAnother(turn: Turn, match: Match, procedure: string, topics: number): boolean {
  if (topics === 0 || match.decision === 'decline' || match.intent === null) return false;
  const target = turn.content.intents.get(match.intent)?.target;
  const same = target !== undefined && 'procedure' in target && target.procedure === procedure;
  return !same && match.decision === 'answer';
}

/** An aspect with topic words of its own stays with the guide when they speak of it, or go on about it. */
function staysHere(turn: Turn, match: Match, procedure: string): boolean {
  if (isFollowUp(turn.folded)) return true;
  return match.alternatives.slice(0, 3).some(({ intent }) => {
    const target = turn.content.intents.get(intent)?.target;
    return target !== undefined && 'procedure' in target && target.procedure === procedure;
  });
}
