import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { proposeGoing } from './going.js';
import { proposeHasAlready } from './has-already.js';
import { proposeLeftUndone } from './left-undone.js';
import { proposeMeant } from './meant.js';
import { proposeNothingNamed } from './nothing-named.js';
import { proposePhoneAsked } from './phone-asked.js';
import type { TopicChance } from './topic-chance.js';

/** What is known by its few words, whatever matter it might be nearest to. */
export function proposeHalfMessages(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  return [
    ...proposeNothingNamed(turn),
    ...proposeGoing(turn),
    ...proposeMeant(turn),
    ...proposeHasAlready(turn, topics),
    ...proposePhoneAsked(turn),
    ...proposeLeftUndone(turn),
  ];
}
