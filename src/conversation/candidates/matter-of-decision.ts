import { belongsTo } from '../../content/decisions/of-entry.js';
import { entryOf } from '../../content/entry-of-intent.js';
import type { Decision } from '../../content/types.js';
import type { Turn } from '../turn.js';

/** From this confidence on (0 to 1) the message itself says which of a decision's entries is meant. */
const NAMES_ITS_ENTRY = 0.6;

export function isInHand({ state: { last } }: Turn, decision: Decision): boolean {
  return last?.kind === 'decision' && last.decision === decision.id;
}

/**
 * Of the entries that the decision answers for: the one in hand while it goes on ("600tr, tính cả tiền chậm nộp" names a part
 * of the sum), the one that the message names, else its own.
 */
export function matterOf(turn: Turn, decision: Decision): string {
  const { reading, content, state } = turn;
  const { match } = reading;
  const isNamed = match.confidence >= NAMES_ITS_ENTRY && !isInHand(turn, decision);
  const named = isNamed ? entryOf(content.intents.get(match.intent ?? '')) : undefined;
  return [named, state.topic].find((id) => belongsTo(decision, id)) ?? decision.entry;
}

/** A value of it was asked for last. */
export function waitsFor({ state: { waiting } }: Turn, { id }: Decision): boolean {
  return waiting?.for === 'fact' && waiting.decision === id;
}
