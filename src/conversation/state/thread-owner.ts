import type { Turn } from '../turn.js';
import type { Thread } from '../types.js';

const DEFAULT_SILENCE_MS = 12 * 60 * 60 * 1000;

/** Another has the conversation from now on. */
export function ownedBy(turn: Turn, owner: Thread['owner']): void {
  delete turn.state.tookBack;
  turn.state.thread = { ...turn.state.thread, owner, since: turn.event.sentAt };
  if (owner === 'inbox') keepOut(turn, 'inboxMs');
}

/** Until the silence of whoever spoke or took over is over; one that is longer already stays. */
export function keepOut({ state, event, settings: { silence } }: Turn, whose: 'inboxMs' | 'echoMs'): void {
  const ms = silence?.[whose] ?? DEFAULT_SILENCE_MS;
  if (ms === 0) return;
  const until = event.sentAt.getTime() + ms;
  state.silentUntil = new Date(Math.max(until, state.silentUntil?.getTime() ?? 0));
}
