import { createHash } from 'node:crypto';
import type { Turn } from '../turn.js';
import type { InboxStep } from '../types.js';

/**
 * The wait for a person in the Page's inbox is measured by the platform's times, so that it is the citizen's wait also where
 * the bot was late itself. One that nobody has answered yet goes on when the citizen asks once more.
 */
export function waitBegins(turn: Turn): void {
  const { state, event } = turn;
  const { inboxWait } = state;
  const isNew = inboxWait === undefined || inboxWait.answered === true;
  const wait = isNew ? { id: waitId(event.key), since: event.sentAt } : inboxWait;
  state.inboxWait = wait;
  turn.inboxSteps.push({ id: wait.id, step: 'passed', at: wait.since });
}

/** A person wrote to the citizen; what was written before the citizen asked is no answer. */
export function waitAnswered(turn: Turn): void {
  const { inboxWait } = turn.state;
  if (inboxWait === undefined || inboxWait.answered === true || turn.event.sentAt < inboxWait.since) return;
  inboxWait.answered = true;
  step(turn, 'answered');
}

/** The bot has the conversation again. Without a word from a person the citizen still waits for one. */
export function waitReturned(turn: Turn): void {
  step(turn, 'returned');
  if (turn.state.inboxWait?.answered === true) delete turn.state.inboxWait;
}

/** The inbox did not take the conversation: the wish is a request from now on, and counted as one. */
export function waitRefused(turn: Turn): void {
  step(turn, 'refused');
  delete turn.state.inboxWait;
}

function step(turn: Turn, what: InboxStep['step']): void {
  const { state, event } = turn;
  if (state.inboxWait !== undefined)
    turn.inboxSteps.push({ id: state.inboxWait.id, step: what, at: event.sentAt });
}

/** Kept longer than the messages are: by the platform's own id of one its writer could be found. */
function waitId(eventKey: string): string {
  return createHash('sha256').update(eventKey).digest('base64url').slice(0, 24);
}
