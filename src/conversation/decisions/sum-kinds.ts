import type { SumKind } from '../../content/decisions/sum-kind.js';
import type { Fact } from '../../content/decisions/types.js';
import { perObject } from '../../shared/per-object.js';
import type { Entity } from '../reading/entities/types.js';
import { wordingPlaces } from './choices.js';
import type { FactReading } from './facts-told.js';
import { placesOf } from './mentions.js';

/** Words this far in front of a sum may still say what it is (characters). */
const REACH = 45;
/** A fact's own word this close behind a kind's word belongs to it: the "lương" of "ứng lương" and "nợ tiền nhà". */
const JOINED = 6;
/** "Trừ thuế rồi mà cả năm có 300tr": behind a "mà" another clause begins. */
const CLAUSE_END = /[.;!?\n](?!\d)|,\s|\s(?:ma|nhung)\s/gu;

interface Place {
  start: number;
  end: number;
}

/** What a sum is, and where that is said. */
export type KindSaid = Place & { kind: SumKind };

/** What the words beside a sum say it is: a deposit, electricity paid on. `undefined`: nothing of the sort is said. */
export function sumKindOf(
  sum: Entity,
  reading: FactReading,
  kinds: readonly SumKind[],
): KindSaid | undefined {
  if (sum.kind !== 'money') return undefined;
  const from = startOfReach(sum, reading);
  const found = kinds.flatMap((kind) =>
    [
      ...wordingPlaces(kind.words, reading).filter((place) => isBefore(place, sum, from)),
      ...wordingPlaces(kind.behind, reading).filter(({ start }) => isRightBehind(start, sum, reading.folded)),
      ...wordingPlaces(sumNames(kind), reading).filter(({ start }) =>
        isRightBehind(start, sum, reading.folded),
      ),
    ].map((place) => ({ ...place, kind })),
  );
  // The nearest; of words that overlap the one that says more.
  return found.sort((a, b) => gap(a, sum) - gap(b, sum) || b.end - b.start - (a.end - a.start))[0];
}

/** What is said of the sum (`sumKindOf`) is none of this fact's, and no word of the fact stands nearer. */
export function isOfOtherKind(
  found: KindSaid | undefined,
  sum: Entity,
  fact: Fact,
  reading: FactReading,
): boolean {
  if (found === undefined || found.kind.facts.includes(fact.id)) return false;
  if (found.start >= sum.end) return true;
  return !placesOf([...fact.cues, ...fact.onlyWith], reading.folded).some(
    ({ start, end }) => start >= found.end && end <= sum.start && start - found.end > JOINED,
  );
}

/** Of the words in front of a sum those that may as well stand behind it: "2 triệu tiền điện". */
const sumNames = perObject(({ words }: SumKind): readonly string[] =>
  words.filter((word) => word.startsWith('tiền ')),
);

function isBefore({ start, end }: Place, sum: Entity, from: number): boolean {
  return start >= from && end <= sum.start;
}

function isRightBehind(start: number, sum: Entity, folded: string): boolean {
  return start >= sum.end && /^\s*\/?\s*(?:la\s|cho\s)?$/u.test(folded.slice(sum.end, start));
}

function gap({ start, end }: Place, sum: Entity): number {
  return end <= sum.start ? sum.start - end : start - sum.end;
}

/** The words of a sum begin behind the clause before it, and behind another sum. */
function startOfReach(sum: Entity, { folded, entities }: FactReading): number {
  const ends = [...folded.slice(0, sum.start).matchAll(CLAUSE_END)].map(
    ({ index, 0: { length } }) => index + length,
  );
  const others = entities.filter((one) => one.kind === 'money' && one.end <= sum.start).map(({ end }) => end);
  return Math.max(0, sum.start - REACH, ...ends, ...others);
}
