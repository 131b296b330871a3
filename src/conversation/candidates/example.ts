import { decisionsOf } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import { startingLower } from '../../shared/starting-lower.js';
import { holderOf } from '../decisions/case-holder.js';
import { decide } from '../decisions/decide.js';
import { whomToAsk } from '../guide/key-facts.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { sayDetails, withoutDa } from '../wording/decided.js';
import { say } from '../wording/say.js';
import { explain, lastEntry } from './last-answer.js';
import { explainDecision } from './last-decision.js';

/**
 * "Ví dụ đi": the citizen's own case counted through, where one was; else the case that staff marked as the example of the
 * matter's calculation; what has none says so.
 */
export function giveExample(turn: Turn): Answered {
  const { state, content } = turn;
  const last = state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
  const decided = last === undefined ? undefined : decide(last, holderOf(turn, last).known, turn);
  const own = decided?.kind === 'result' ? explainDecision(turn) : undefined;
  if (own !== undefined) return own;
  const procedure = lastEntry(turn);
  const worked = decisionsFor(turn, last, procedure?.id).flatMap((one) => workedExample(turn, one) ?? [])[0];
  if (worked !== undefined) {
    // What was asked before stays asked.
    if (last !== undefined && decided?.kind === 'ask')
      state.waiting = { for: 'fact', decision: last.id, fact: decided.fact };
    return worked;
  }
  if (procedure === undefined) return explain(turn);
  const words = say(turn, 'example_none', { whom: whomToAsk(procedure, content) });
  return answered('answered_question', [text(words, [menuChoice(turn), personChoice(turn)])], {
    procedure: procedure.id,
  });
}

/** Those of the matter itself, the one in hand before the others, and those that answer for the matter as well. */
function decisionsFor({ content }: Turn, last: Decision | undefined, entry: string | undefined): Decision[] {
  const all = [...(last === undefined ? [] : [last]), ...decisionsOf(content, entry)];
  return [...all.filter((one) => one.entry === entry), ...all];
}

/** The case of the decision that staff marked as its example. */
function workedExample(turn: Turn, decision: Decision): Answered | undefined {
  const example = decision.cases.find(({ isExample }) => isExample);
  if (example === undefined) return undefined;
  const decided = decide(decision, example.facts, turn);
  if (decided.kind !== 'result') return undefined;
  const answer = startingLower(withoutDa(decided.text));
  return sayDetails(turn, decision, decided, example.facts, say(turn, 'example_worked', { answer }));
}
