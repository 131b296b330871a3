import { belongsTo } from '../../content/decisions/of-entry.js';
import { warnsOfFraud } from '../../content/dialogue-acts.js';
import type { Action, Decision } from '../../content/types.js';
import type { Turn } from '../turn.js';

/** A matter and how likely the message is about it, with what was spoken of taken into account. */
export interface TopicChance {
  intent?: string;
  entry?: string;
  action?: Action;
  /** Decisions that intents of this entry ask for, with their chance. */
  decisions?: Readonly<Record<string, number>>;
  chance: number;
}

/** A fraud was spoken of, and nothing else since. */
export function isInDanger({ danger, topic }: Turn['state'], content: Turn['content']): boolean {
  return danger === true && warnsOfFraud(content.dialogueActs, topic);
}

/** How likely a decision's matter is meant. */
export function topicOf(decision: Decision, topics: readonly TopicChance[]): number {
  const chances = topics.filter(({ entry }) => belongsTo(decision, entry));
  return Math.min(
    1,
    chances.reduce((sum, { chance }) => sum + chance, 0),
  );
}
