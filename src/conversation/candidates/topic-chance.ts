import { warnsOfFraud } from '../../content/dialogue-acts.js';
import type { Action } from '../../content/types.js';
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
