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
  const other = topics.length === 0 ? undefined : otherMatter(turn, match, procedure.id);
  const pair = reading.asks === 'one' ? procedure.questions[reading.index] : undefined;
  if (aspect !== undefined && topics.length === 0 && !isSameQuestion(reading))
    return answerAspect(turn, procedure, aspect);
  if (pair !== undefined && !asksOther(turn, other, reading)) return answerPair(turn, procedure, pair);
  if (other !== undefined) return null;
  if (reading.asks === 'one_of') return offerQuestions(turn, procedure, reading.offered);
  return aspect === undefined || !staysHere(turn, match, procedure.id)
    ? null
    : answerAspect(turn, procedure, aspect);
}

/** "Nộp ở đâu" and its like are one of the common questions only in nearly its words. */
function isSameQuestion(reading: QuestionReading): boolean {
  return reading.asks === 'one' && (reading.likeness ?? 0) >= SAME_WORDS;
}

/** The intent of another matter that the message surely names. */
function otherMatter(turn: Turn, match: Match, procedure: string): string | undefined {
  if (match.decision !== 'answer' || match.intent === null) return undefined;
  const target = turn.content.intents.get(match.intent)?.target;
  const same = target !== undefined && 'procedure' in target && target.procedure === procedure;
  return same ? undefined : match.intent;
}

/** Whether a question of the other matter is nearer than that of the open guide. */
function asksOther(turn: Turn, intent: string | undefined, here: QuestionReading): boolean {
  const target = intent === undefined ? undefined : turn.content.intents.get(intent)?.target;
  const other =
    target !== undefined && 'procedure' in target ? procedureOf(turn, target.procedure) : undefined;
  if (other === undefined) return false;
  return questionIndexOf(turn.content, turn.matcher).find(turn.said, other).chance > here.chance;
}

/** An aspect with topic words of its own stays with the guide when they speak of it, or go on about it. */
function staysHere(turn: Turn, match: Match, procedure: string): boolean {
  if (isFollowUp(turn.folded)) return true;
  return match.alternatives.slice(0, 3).some(({ intent }) => {
    const target = turn.content.intents.get(intent)?.target;
    return target !== undefined && 'procedure' in target && target.procedure === procedure;
  });
}
