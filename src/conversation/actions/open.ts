import { openDecision } from '../candidates/decisions.js';
import { act } from './act.js';
import { showOverview } from '../guide/show.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { showMenu } from './menu.js';

/** Opens what an intent leads to, by button; the menu when content has changed and it is gone. */
export async function openIntent(turn: Turn, intentId: string): Promise<Answered> {
  delete turn.state.waiting;
  const intent = turn.content.intents.get(intentId);
  if (intent === undefined) return showMenu(turn);
  const more = { intent: intentId };
  const decided = intent.decision === undefined ? undefined : openDecision(turn, intent.decision);
  if (decided !== undefined) return { ...decided, ...more };
  if ('action' in intent.target) return { ...(await act(turn, intent.target.action, intentId)), ...more };
  return { ...openProcedure(turn, intent.target.procedure), ...more };
}

export function openProcedure(turn: Turn, id: string): Answered {
  delete turn.state.waiting;
  const procedure = procedureOf(turn, id);
  return procedure === undefined ? showMenu(turn) : showOverview(turn, procedure);
}
