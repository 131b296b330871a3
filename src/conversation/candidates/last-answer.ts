import { writtenDate } from '../../shared/days.js';
import type { Procedure } from '../../content/types.js';
import { answerAspect, answerPair } from '../guide/aspect-answer.js';
import { whomToAsk } from '../guide/key-facts.js';
import { showOverview, showStep } from '../guide/show.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { inOtherWords } from '../wording/again.js';
import { say } from '../wording/say.js';
import { explainDecision, repeatDecision } from './last-decision.js';
import { prefixed } from './navigation.js';

/** "Chắc không": on what it rests, when it was checked, and who confirms it. */
export function doubt(turn: Turn): Answered {
  const byDecision = explainDecision(turn);
  if (byDecision !== undefined) return byDecision;
  const procedure = lastEntry(turn);
  const [law] = procedure?.legalBasis ?? [];
  if (procedure === undefined || law === undefined)
    return answered('answered_small_talk', [
      text(say(turn, 'doubt_nothing'), [menuChoice(turn), personChoice(turn)]),
    ]);
  const basis = law.articles === undefined ? law.document : `${law.document}, ${law.articles}`;
  const words = say(turn, 'doubt_basis', {
    basis,
    checked: writtenDate(procedure.checkedOn),
    whom: whomToAsk(procedure, turn.content),
  });
  return answered(
    'answered_question',
    [text(`${gist(turn, procedure)}${words}`, [menuChoice(turn), personChoice(turn)])],
    {
      procedure: procedure.id,
    },
  );
}

/** The sentence that is doubted, once more: its first line stands for it. */
function gist(turn: Turn, procedure: Procedure): string {
  const { last } = turn.state;
  const said =
    last?.kind === 'question' && last.entry === procedure.id
      ? procedure.questions[last.index]?.answer
      : procedure.summary;
  const first = /^[^\n.!]{1,240}[.!]/u.exec(said ?? '')?.[0];
  return first === undefined ? '' : `${first}\n`;
}

/** "Là sao", "nói rõ hơn": the rest of what the entry knows of the point, never the same words again. */
export function explain(turn: Turn): Answered {
  const byDecision = explainDecision(turn);
  if (byDecision !== undefined) return byDecision;
  const procedure = lastEntry(turn);
  if (procedure === undefined)
    return answered('asked_back_detail', [
      text(say(turn, 'explain_nothing'), [menuChoice(turn), personChoice(turn)]),
    ]);
  const { last } = turn.state;
  if (last?.kind === 'guide' && procedure.steps.length > 0)
    return prefixed(showStep(turn, procedure, 0), say(turn, 'explain_again'));
  return prefixed(showOverview(turn, procedure), say(turn, 'explain_again'));
}

/** What was said last, once more; where it was said just now, `finish` gives it shorter. */
export function repeat(turn: Turn): Answered {
  const { last } = turn.state;
  const byDecision = repeatDecision(turn);
  if (byDecision !== undefined) return byDecision;
  const procedure = lastEntry(turn);
  if (last === undefined || procedure === undefined)
    return answered('asked_back_detail', [
      text(say(turn, 'topic_needed'), [menuChoice(turn), personChoice(turn)]),
    ]);
  if (last.kind === 'facet') return answerAspect(turn, procedure, last.part);
  const pair = last.kind === 'question' ? procedure.questions[last.index] : undefined;
  return pair === undefined ? showOverview(turn, procedure) : answerPair(turn, procedure, pair);
}

/** "Nói ngắn thôi": the same in a sentence. */
export function inShort(turn: Turn): Answered {
  const answer = repeat(turn);
  const [first] = answer.replies;
  const short = first === undefined ? undefined : inOtherWords(turn, first, 1);
  if (short === undefined) return prefixed(answer, say(turn, 'in_short'));
  return { ...answer, replies: [short, ...answer.replies.slice(1)] };
}

export function lastEntry(turn: Turn): Procedure | undefined {
  const { last } = turn.state;
  const entry = last !== undefined && 'entry' in last ? last.entry : undefined;
  return procedureOf(turn, entry ?? turn.state.topic);
}
