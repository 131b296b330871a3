import type { Procedure } from '../../content/types.js';
import type { Match } from '../../intent-matching/types.js';
import { fold } from '../../shared/fold.js';
import { answerAspect, answerPair } from '../guide/aspect-answer.js';
import { offerQuestions } from '../guide/question-offer.js';
import { aspectOf, isFollowUp, topicWords } from '../reading/aspect.js';
import { questionIndexOf, type QuestionReading } from '../reading/questions/question-index.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';

const SAME_WORDS = 0.72;

/**
 * A question inside an open guide is answered from that procedure: one of its own questions, "nộp ở đâu", "thế còn…".
 * A message that names another matter is left to the next step.
 */
export function answerWithinGuide(turn: Turn): Answered | null {
  const procedure = procedureOf(turn, turn.state.guide?.procedure);
  if (turn.said === '' || procedure === undefined) return null;
  const aspect = aspectOf(turn.folded, fold(procedure.name));
  const topics = topicWords(turn.folded);
  const reading = questionIndexOf(turn.content, turn.matcher).find(turn.said, procedure);
  const match = turn.matcher.match(turn.said);
  const isOther = topics.length > 0 && namesOther(turn, match, procedure.id);
  const pair = reading.asks === 'one' ? procedure.questions[reading.index] : undefined;
  if (aspect !== undefined && topics.length === 0 && !isSameQuestion(reading))
    return answerAspect(turn, procedure, aspect);
  if (pair !== undefined && !(isOther && asksOther(turn, match, procedure, reading)))
    return answerPair(turn, procedure, pair);
  if (isOther || !staysHere(turn, match, procedure.id)) return null;
  if (reading.asks === 'one_of') return offerQuestions(turn, procedure, reading.offered);
  return aspect === undefined ? null : answerAspect(turn, procedure, aspect);
}

/** "Nộp ở đâu" and its like are one of the common questions only in nearly its words. */
function isSameQuestion(reading: QuestionReading): boolean {
  return reading.asks === 'one' && (reading.likeness ?? 0) >= SAME_WORDS;
}

function namesOther(turn: Turn, match: Match, procedure: string): boolean {
  if (match.decision !== 'answer' || match.intent === null) return false;
  const target = turn.content.intents.get(match.intent)?.target;
  return target === undefined || !('procedure' in target) || target.procedure !== procedure;
}

/**
 * A message that surely names another matter asks this guide only where the guide's own matter comes near as well and
 * has the nearer question: "được miễn thuế rồi còn trước bạ không" is asked of the tax, not of the fee.
 */
function asksOther(turn: Turn, match: Match, open: Procedure, here: QuestionReading): boolean {
  if (isSameQuestion(here)) return false;
  if (!isNear(turn, match, open.id)) return true;
  const target = match.intent === null ? undefined : turn.content.intents.get(match.intent)?.target;
  const other =
    target !== undefined && 'procedure' in target ? procedureOf(turn, target.procedure) : undefined;
  if (other === undefined) return false;
  return questionIndexOf(turn.content, turn.matcher).find(turn.said, other).chance > here.chance;
}

/** An aspect with topic words of its own stays with the guide when they speak of it, or go on about it. */
function staysHere(turn: Turn, match: Match, procedure: string): boolean {
  return isFollowUp(turn.folded) || isNear(turn, match, procedure);
}

/** Whether the procedure is among what the matcher thinks of first. */
function isNear(turn: Turn, match: Match, procedure: string): boolean {
  return match.alternatives.slice(0, 3).some(({ intent }) => {
    const target = turn.content.intents.get(intent)?.target;
    return target !== undefined && 'procedure' in target && target.procedure === procedure;
  });
}
