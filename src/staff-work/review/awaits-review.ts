import type { Outcome } from '../../conversation/outcome.js';
import type { ReviewCause } from './causes.js';

/** As much of a recorded exchange as tells whether staff should look at it. */
interface Reviewed {
  outcome: Outcome;
  text?: string;
  entryPoint?: string;
  procedure?: string;
  alternatives?: unknown;
  rating?: { helped?: boolean; degree?: number };
}

/** The answers that lead to a matter: one of them is what a choice opens, and what a bad rating is about. */
export const LEADING: readonly Outcome[] = [
  'answered_procedure',
  'answered_information',
  'answered_referral',
  'answered_question',
];

/** Where "Không phải" is offered: under choices, and under an answer given with reserve. */
export const OFFERED_NONE_OF_THESE: readonly Outcome[] = ['asked_back_intents', ...LEADING];

/** A degree from 1 to 5; up to here it is bad. */
const BAD_DEGREE = 2;

/** Why the message itself awaits review: not understood, or not surely, and its words are kept. */
export function ownCause(one: Reviewed): ReviewCause | undefined {
  if ((one.text ?? '') === '' || one.entryPoint === 'button' || isNoneOfThese(one)) return undefined;
  if (one.outcome === 'asked_back_intents') return 'asked_back';
  if (one.outcome === 'declined_unknown') return 'not_understood';
  return one.outcome === 'declined_out_of_scope' ? 'out_of_scope' : undefined;
}

/** "Không phải": every other message that is not understood is recorded with what came near. */
export function isNoneOfThese({ outcome, alternatives }: Reviewed): boolean {
  return outcome === 'declined_unknown' && alternatives === undefined;
}

export function isBadRating({ rating }: Reviewed): boolean {
  return rating?.helped === false || (rating?.degree ?? 5) <= BAD_DEGREE;
}

/** A choice is a button, or its number, that opened a matter. */
export function isChoice({ procedure, outcome, entryPoint, text }: Reviewed): boolean {
  const isPressed = entryPoint === 'button' || /^\s*\d{1,2}\s*$/.test(text ?? '');
  return procedure !== undefined && isPressed && LEADING.includes(outcome);
}
