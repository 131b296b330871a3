import { MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topics.js';

export function proposeDecisions(_turn: Turn, _topics: readonly TopicChance[]): Candidate[] {
  return [];
}

export function askDecision(turn: Turn, _about: string): Answered {
  return answered('asked_back_detail', [text(say(turn, 'topic_needed'), [MENU_CHOICE, PERSON_CHOICE])]);
}

export function explainDecision(_turn: Turn): Answered | undefined {
  return undefined;
}

export function repeatDecision(_turn: Turn): Answered | undefined {
  return undefined;
}
