import { hasAspect } from '../guide/aspect-answer.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate, CandidateKind } from './candidate.js';
import { KNOWN_WELL, LIKE_ENOUGH, likenessKnown, surelyNamed } from './known-questions.js';
import { isInDanger } from './topic-chance.js';

/** Single answers; who opens another guide has gone over to it. */
const SINGLE: readonly CandidateKind[] = ['question', 'decision', 'facet'];
/** Who says more than this names a matter of its own (words). */
const MAX_WORDS = 8;
const SURELY_ASKED = { chance: KNOWN_WELL, likeness: LIKE_ENOUGH };

/**
 * A question that named no matter and was answered out of another entry leaves the matter in hand within reach: the next
 * message may go on with either.
 */
export function rememberAside(turn: Turn, before: string | undefined, winner?: Candidate): void {
  const { state, reading } = turn;
  if (before === undefined || state.topic === before || winner === undefined) return;
  if (reading.folded.split(/\s+/u).length > MAX_WORDS || !SINGLE.includes(winner.kind)) return;
  // A sum or a length that is worked with starts a matter: what is asked next is asked of it.
  if (winner.kind === 'decision' && reading.entities.length > 0) return;
  if (surelyNamed(turn) !== undefined || isInDanger(state, turn.content)) return;
  state.aside = { from: before, turn: state.turns ?? 0 };
}

/** Goes back to the matter from which the last question was an aside, unless the message goes on with the aside. */
export function returnFromAside(turn: Turn): void {
  const { state } = turn;
  const { aside } = state;
  if (aside === undefined) return;
  delete state.aside;
  if (state.turns !== aside.turn + 1 || state.waiting !== undefined || state.topic === undefined) return;
  if (goesOnWith(turn, aside.from, state.topic)) state.topic = aside.from;
}

/** Whether the message rather belongs to the first matter: it knows the question better, or is what the part asked for is a part of. */
function goesOnWith(turn: Turn, first: string, other: string): boolean {
  const [before, now] = [procedureOf(turn, first), procedureOf(turn, other)];
  if (before === undefined || now === undefined) return false;
  const { questionType, topicWords, entities } = turn.reading;
  // A sum told now belongs to what was just worked out.
  if (entities.some(({ kind }) => kind === 'money')) return false;
  const known = (entry: string): number => likenessKnown(turn, entry, SURELY_ASKED);
  const [inFirst, inOther] = [known(first), known(other)];
  if (inFirst > 0 || inOther > 0) return inFirst > inOther;
  if (questionType === undefined) return entities.length === 0;
  // Where and until when something is filed is asked of what is filed, not of information beside it.
  const isPart = topicWords.length === 0 && questionType !== 'steps' && hasAspect(turn, before, questionType);
  return isPart && before.kind === 'procedure' && now.kind !== 'procedure';
}
