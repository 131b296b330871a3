import { belongsTo } from '../../content/decisions/of-entry.js';
import { wordingLists } from '../../content/entry-types.js';
import type { Decision, Procedure } from '../../content/types.js';
import { foldedWords } from '../../shared/fold.js';
import { perObject } from '../../shared/per-object.js';
import type { Told } from '../decisions/facts-told.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { asksHowMuchOnSum } from './sum-in-hand.js';
import { sumsIn } from './told-facts.js';
import { isInDanger } from './topic-chance.js';

/** Of a decision and a question worded alike the decision knows more of the case. */
const DECISION = 0.89;
const QUESTION = 0.88;
/** A decision this likely surely takes the sum; a common question of its entry then comes right behind it. */
const SURE = 0.8;
const BEHIND = 0.99;
/** … and its guide behind one that is this likely. */
const NEAR = 0.65;

/**
 * What is said just as staff wrote it for the matter in hand ("trước bạ bao nhiêu phần trăm" in the guide of cars) is meant
 * of that matter, however near it is to a neighbour's question.
 */
export function inOwnWords(turn: Turn, candidates: Candidate[]): Candidate[] {
  const { content, state, reading } = turn;
  const procedure = procedureOf(turn, state.topic);
  if (procedure === undefined || reading.entities.length > 0 || isInDanger(state, content)) return candidates;
  const said = foldedWords(reading.said).join(' ');
  const index = questionsByWording(procedure).get(said);
  const question = index === undefined ? undefined : `${procedure.id}#${index + 1}`;
  return candidates.map((one) => {
    const decision = one.kind === 'decision' ? content.decisions.get(one.about) : undefined;
    const least = isAskedSo(decision, procedure, said) ? DECISION : one.about === question ? QUESTION : 0;
    return least > one.score ? { ...one, score: least } : one;
  });
}

/**
 * "Tác quyền 60 triệu đóng nhiêu": where a sum was told and how much is due on it is asked, working it out answers more than
 * the common question of the same entry that says at what rate; more than the whole guide in any case.
 */
export function sumsBeforeRates(turn: Turn, { each }: Told, candidates: Candidate[]): Candidate[] {
  const asksHowMuch = asksHowMuchOnSum(turn);
  const workedOut = candidates.filter(
    ({ kind, about }) => kind === 'decision' && sumsIn(each?.get(about)) > 0,
  );
  return candidates.map((one) => {
    const least = one.kind === 'guide' ? NEAR : one.kind === 'question' && asksHowMuch ? SURE : Infinity;
    const sum = workedOut.find(({ entry, score }) => entry === one.entry && score >= least);
    return sum === undefined ? one : { ...one, score: Math.min(one.score, sum.score * BEHIND) };
  });
}

function isAskedSo(decision: Decision | undefined, { id }: Procedure, said: string): boolean {
  return decision !== undefined && belongsTo(decision, id) && asksOf(decision).has(said);
}

const asksOf = perObject(
  ({ asks }: Decision): ReadonlySet<string> => new Set(asks.map((ask) => foldedWords(ask).join(' '))),
);

/** Which question of the entry has the wording; of two the first. */
const questionsByWording = perObject(({ questions }: Procedure): ReadonlyMap<string, number> => {
  const found = questions.flatMap((pair, index) =>
    wordingLists(pair)
      .flat()
      .map((wording) => [foldedWords(wording).join(' '), index] as const),
  );
  return new Map(found.reverse());
});
