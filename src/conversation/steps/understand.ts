import type { Match } from '../../intent-matching/types.js';
import { fold } from '../../shared/fold.js';
import { act } from '../actions/act.js';
import { answerAspect, answerPair, hasAspect } from '../guide/aspect-answer.js';
import { alsoOffering } from '../guide/question-offer.js';
import { showOverview } from '../guide/show.js';
import { aspectOf, topicWords } from '../reading/aspect.js';
import { partsOfMessage } from '../reading/parts.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import { button, buttons } from '../replies.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';

/** What the message was understood as: the clause that told, and the matcher's word on it. */
interface Understood {
  clause: string;
  match: Match;
}

/** Answers what is understood with enough confidence; of two questions the second is offered. */
export async function answerIntent(turn: Turn): Promise<Answered | null> {
  if (turn.said === '') return null;
  const [first, second] = understood(turn);
  if (first === undefined) return null;
  const answer = await answerOne(turn, first);
  if (answer === null) return null;
  const counted: Answered = {
    ...answer,
    ...(first.match.intent === null ? {} : { intent: first.match.intent }),
    confidence: first.match.confidence,
    alternatives: first.match.alternatives,
  };
  return second === undefined
    ? counted
    : { ...counted, replies: [...counted.replies, ...offerOf(turn, second)] };
}

/**
 * The confidently understood matters of a message, in its order and each once. A whole message that is understood
 * comes first unless it is a story, which is understood by its questions.
 */
function understood(turn: Turn): Understood[] {
  const parts = partsOfMessage(turn.said);
  const whole: Understood = { clause: turn.said, match: turn.matcher.match(turn.said) };
  const singles = (parts.questions.length > 0 ? parts.questions : parts.clauses)
    .filter((clause) => topicWords(fold(clause)).length > 0)
    .map((clause) => ({ clause, match: turn.matcher.match(clause) }))
    .filter(({ match }) => match.decision === 'answer' && !isCourtesy(turn, match));
  const distinct = singles.filter(
    ({ match }, index) => singles.findIndex((other) => other.match.intent === match.intent) === index,
  );
  const answerable = whole.match.decision === 'answer';
  if (distinct.length === 0) return answerable ? [whole] : [];
  if (distinct.length === 1 && answerable && !parts.isStory && !isCourtesy(turn, whole.match)) return [whole];
  return parts.isStory
    ? [mostConfident(distinct), ...distinct.filter((one) => one !== mostConfident(distinct))]
    : distinct;
}

/** Greetings and thanks around a question are not what it asks. */
function isCourtesy(turn: Turn, match: Match): boolean {
  const target = match.intent === null ? undefined : turn.content.intents.get(match.intent)?.target;
  return (
    target !== undefined && 'action' in target && ['greeting', 'thanks', 'small_talk'].includes(target.action)
  );
}

function mostConfident(list: Understood[]): Understood {
  return list.reduce((best, one) => (one.match.confidence > best.match.confidence ? one : best));
}

async function answerOne(turn: Turn, { clause, match }: Understood): Promise<Answered | null> {
  const target = match.intent === null ? undefined : turn.content.intents.get(match.intent)?.target;
  if (target === undefined) return null;
  if ('action' in target) return act(turn, target.action, match.intent ?? undefined);
  const procedure = procedureOf(turn, target.procedure);
  if (procedure === undefined) return null;
  const reading = questionIndexOf(turn.content, turn.matcher).find(clause, procedure);
  const pair = reading.asks === 'one' ? procedure.questions[reading.index] : undefined;
  if (pair !== undefined) return answerPair(turn, procedure, pair);
  const aspect = aspectOf(fold(clause), fold(procedure.name));
  // "Làm sao" asks for the whole thing: the overview leads to the steps.
  const answer =
    aspect === undefined || aspect === 'steps' || !hasAspect(turn, procedure, aspect)
      ? showOverview(turn, procedure)
      : answerAspect(turn, procedure, aspect);
  return reading.asks === 'one_of' ? alsoOffering(answer, turn, procedure, reading.offered) : answer;
}

function offerOf(turn: Turn, { match }: Understood): Answered['replies'] {
  const intent = match.intent === null ? undefined : turn.content.intents.get(match.intent);
  if (intent === undefined) return [];
  const name =
    'procedure' in intent.target ? turn.content.procedures.get(intent.target.procedure)?.name : intent.button;
  return [
    buttons(`Anh/chị còn hỏi về “${name ?? intent.button}”. Bấm để em trả lời tiếp ạ.`, [
      button(intent.button, { kind: 'intent', intent: intent.id }),
    ]),
  ];
}
