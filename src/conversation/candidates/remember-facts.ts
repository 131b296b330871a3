import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '../../content/decisions/types.js';
import type { TakenFacts, Told } from '../decisions/facts-told.js';
import type { Who } from '../decisions/owners.js';
import type { FactValue, ToldFacts } from '../state/told-facts.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';

/** What is known with the facts just told; one that changed takes along what was told of the thing spoken of before. */
export function withFacts(
  before: Told['before'],
  facts: TakenFacts['facts'],
  content: Turn['content'],
): Told['before'] {
  const reset = new Set(
    facts
      .filter(({ fact, value }) => before[fact] !== undefined && !isDeepStrictEqual(before[fact], value))
      .flatMap(({ fact, value }) => resetsOf(content.facts.get(fact), [before[fact], value])),
  );
  const kept = Object.entries(before).filter(([id]) => !reset.has(id));
  return Object.fromEntries([...kept, ...facts.map(({ fact, value }) => [fact, value] as const)]);
}

function resetsOf(fact: Fact | undefined, values: readonly (FactValue | undefined)[]): string[] {
  const chosen = values.flatMap((value) => (value?.kind === 'choice' ? [value.value] : []));
  const options = fact?.options.filter(({ id }) => chosen.includes(id)) ?? [];
  return [...(fact?.resets ?? []), ...options.flatMap(({ resets }) => resets)];
}

/**
 * Keeps what was told, whatever answers: typed values, with the turn they were told in. A decision that answers keeps what
 * it read itself, and of the rest what is no other reading of the same sum.
 */
export function rememberFacts(turn: Turn, told: Told, winner?: Candidate): void {
  // Of which thing a sum is, is being asked or was settled by the answer itself.
  if (winner?.kind === 'ask_back') return;
  // A lower sum that is to be declared is not the one that was told.
  if (winner?.kind === 'refusal')
    return rememberOwn(
      turn,
      told,
      told.facts.filter(({ how }) => how !== 'corrected'),
    );
  const own = winner?.kind === 'decision' ? told.each?.get(winner.about) : undefined;
  if (own === undefined || winner === undefined) return rememberOwn(turn, told, told.facts);
  rememberTold(turn, own, winner.about, own.who === undefined ? furtherThan(own, told) : []);
}

/** What the decision that answers was told, for whose case it is. */
export function rememberTold(turn: Turn, told: Told, decision: string, further: Told['facts'] = []): void {
  const { state } = turn;
  if (told.who !== undefined) return rememberPerson(turn, told, told.who, decision);
  if (state.person?.decision === decision) delete state.person;
  rememberOwn(turn, told, [...told.facts, ...further]);
}

function rememberOwn(turn: Turn, told: Told, facts: Told['facts']): void {
  if (facts.length === 0) return;
  turn.state.facts = kept(turn, turn.state.facts, told, facts);
}

/** What is told of somebody else is none of the asker's facts. */
function rememberPerson(turn: Turn, told: Told, who: Who, decision: string): void {
  const { person } = turn.state;
  const before = person?.who === who ? person.facts : {};
  turn.state.person = { who, decision, facts: kept(turn, before, told, told.facts) };
}

/** Those of before that still hold, and those just told with the turn they were told in. */
function kept({ state, content }: Turn, before: ToldFacts = {}, told: Told, facts: Told['facts']): ToldFacts {
  const after = withFacts(told.before, facts, content);
  const still = Object.entries(before).filter(([id]) => id in after);
  const turn = state.turns ?? 0;
  const added = facts.map(({ fact, value }) => [fact, { value, turn }] as const);
  return Object.fromEntries([...still, ...added]);
}

function furtherThan(own: Told, { facts }: Told): Told['facts'] {
  const used = new Set(own.inPlay.flatMap((decision) => decision.facts.map(({ fact }) => fact)));
  const isRead = (value: FactValue) =>
    value.kind !== 'choice' &&
    own.facts.some((one) => sums(one.value).some((sum) => sums(value).includes(sum)));
  return facts.filter(({ fact, value }) => !used.has(fact) && !isRead(value));
}

/** The numbers that a value was read from, as they were written. */
function sums(value: FactValue): number[] {
  if (value.kind === 'money') return value.parts?.map(({ amount }) => amount) ?? [value.amount];
  return value.kind === 'days' || value.kind === 'number' ? [value.value] : [];
}
