import type { Decision } from '../../content/types.js';
import { holderOf } from '../decisions/case-holder.js';
import { decide } from '../decisions/decide.js';
import type { Answered, Turn } from '../turn.js';
import { sayDetails } from '../wording/decided.js';
import { sayOutlook } from '../wording/outlook.js';
import { openDecision } from './decisions.js';

/** "Vì sao", "chắc không", "ví dụ": the facts used, the rule, how it was worked out; only after a decision. */
export function explainDecision(turn: Turn): Answered | undefined {
  const decision = lastDecision(turn);
  if (decision === undefined) return undefined;
  const values = holderOf(turn, decision).known;
  const decided = decide(decision, values, turn);
  if (decided.kind === 'ask') {
    // "Vì sao" to a question: why it is asked. It stays open.
    turn.state.waiting = { for: 'fact', decision: decision.id, fact: decided.fact };
    return sayOutlook(turn, decision, decided.fact, 'fact_why');
  }
  return decided.kind === 'result' ? sayDetails(turn, decision, decided, values) : undefined;
}

export function repeatDecision(turn: Turn): Answered | undefined {
  const decision = lastDecision(turn);
  return decision === undefined ? undefined : openDecision(turn, decision.id);
}

function lastDecision({ state, content }: Turn): Decision | undefined {
  return state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
}
