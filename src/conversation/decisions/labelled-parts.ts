import type { Fact, FactValue, FactValues, MoneyPart } from '../../content/decisions/types.js';
import type { Assigned } from './assign.js';
import { wordingPlaces } from './choices.js';
import type { FactReading } from './facts-told.js';
import { isReplacing, tellsMore } from './mentions.js';

interface Place {
  start: number;
  end: number;
}

/** What tells the parts of a sum apart, and what is known. */
export interface Labelling {
  reading: FactReading;
  known: FactValues;
  facts: ReadonlyMap<string, Fact>;
}

/** A word behind a sum counts as this much further away than one in front of it (characters). */
const BEHIND = 6;
/** So much further away it is beyond a comma. */
const OTHER_CLAUSE = 25;

/** The option that a sum is of: the one whose word stands nearest, of its own clause before another's. */
export function optionOf(
  { fact, entity }: Assigned,
  own: readonly Assigned[],
  { reading, known, facts }: Labelling,
): string | undefined {
  const choice = facts.get(fact.partsBy ?? '');
  if (choice === undefined) return undefined;
  const others = own.filter((one) => one.entity !== entity).map((one) => one.entity);
  const from = Math.max(0, ...others.filter(({ end }) => end <= entity.start).map(({ end }) => end));
  const to = Math.min(
    reading.folded.length,
    ...others.filter(({ start }) => start >= entity.end).map(({ start }) => start),
  );
  const near = single(choice).flatMap(({ id, words }) =>
    wordingPlaces(words, reading)
      .filter(({ start, end }) => start >= from && end <= to)
      .map((place) => ({ id, distance: distance(place, entity, reading.folded) })),
  );
  const [nearest] = near.sort((a, b) => a.distance - b.distance);
  // "Shopee với facebook hết 1,2 tỷ": one sum for both.
  const other = near.find(({ id }) => id !== nearest?.id);
  const isOfBoth = own.length === 1 && other !== undefined && other.distance < OTHER_CLAUSE;
  return isOfBoth ? undefined : (nearest?.id ?? singleIn(choice, known[choice.id]));
}

function distance({ start, end }: Place, sum: Place, folded: string): number {
  const [from, to, more] = end <= sum.start ? [end, sum.start, 0] : [sum.end, start, BEHIND];
  return to - from + more + (/[,.;\n]/u.test(folded.slice(from, to)) ? OTHER_CLAUSE : 0);
}

/** Options that are no "both". */
function single({ options }: Fact): Fact['options'] {
  return options.filter(({ together }) => together.length === 0);
}

function singleIn(choice: Fact, value: FactValue | undefined): string | undefined {
  return value?.kind === 'choice' ? single(choice).find(({ id }) => id === value.value)?.id : undefined;
}

/** "Nếu bán facebook 1,2 tỷ thì sao": another case in the place of the one told. */
const SUPPOSES = /\b(?:neu|gia su|thi (?:sao|rang|the nao))\b/u;
const ALL_TOGETHER = /\b(?:tong cong|ca thay|tat ca|gop lai|cong lai|het thay)\b/u;

/**
 * The parts told before that still hold beside those just told: of another option all ("bán thêm facebook 900tr" beside what
 * Shopee makes), of the same one none ("à nhầm, live 700tr"), unless they come on top. `undefined`: they are not told apart.
 */
export function partsKept(
  fact: Fact,
  before: readonly MoneyPart[],
  told: readonly MoneyPart[],
  { reading, known, facts }: Labelling,
): readonly MoneyPart[] | undefined {
  const choice = facts.get(fact.partsBy ?? '');
  if (choice === undefined || before.length === 0 || ALL_TOGETHER.test(reading.folded)) return undefined;
  const of = singleIn(choice, known[choice.id]);
  const labelled = before.map((part) => (part.of === undefined && of !== undefined ? { ...part, of } : part));
  const isApart = [...labelled, ...told].every((part) => part.of !== undefined);
  const isChange = isReplacing(reading.folded) || SUPPOSES.test(reading.folded);
  if (!isChange && tellsMore(reading.folded)) return labelled;
  if (!isApart) return undefined;
  const others = labelled.filter((part) => !told.some((one) => one.of === part.of));
  return isChange && others.length === labelled.length ? undefined : others;
}

/** "Chỉ bán shopee thôi": no longer both. */
const ONLY = /\b(?:chi|moi|thoi)\b/u;
/** "Nghỉ bán shopee rồi": what is named right behind is given up. */
const GIVES_UP = /\b(?:nghi|bo|ngung|dung|khong con|ko con|k con|het)\s(?:[a-z]{1,6}\s){0,2}$/u;

/**
 * An option that is told beside another one makes the one that stands for both: named in one message, on top of what was told
 * ("bán thêm fb nữa"), or with a sum of its own; and once both were told, speaking of one of them takes none back.
 */
export function withOther(
  choice: Fact,
  value: FactValue,
  { reading, known }: Omit<Labelling, 'facts'>,
  hasOwnSum: boolean,
): FactValue {
  if (value.kind !== 'choice') return value;
  const both = choice.options.find(({ together }) => together.includes(value.value));
  if (both === undefined) return value;
  const result: FactValue = { kind: 'choice', value: both.id };
  const places = single(choice).map(({ id, words }) => ({ id, found: wordingPlaces(words, reading) }));
  const isGivenUp = ({ start }: Place) => GIVES_UP.test(reading.folded.slice(0, start));
  const named = places.filter(({ found }) => found.some((place) => !isGivenUp(place)));
  const givesUp = places.some(({ found }) => found.some(isGivenUp));
  const [only] = named;
  if (givesUp && only !== undefined && named.length === 1) return { kind: 'choice', value: only.id };
  if (both.together.every((id) => named.some((one) => one.id === id))) return result;
  const before = known[choice.id];
  if (reading.asked === choice.id || before?.kind !== 'choice' || ONLY.test(reading.folded)) return value;
  if (before.value === both.id) return result;
  const isOther = both.together.includes(before.value) && before.value !== value.value;
  const isMore = tellsMore(reading.folded) || (hasOwnSum && !SUPPOSES.test(reading.folded));
  return isOther && isMore && !isReplacing(reading.folded) ? result : value;
}
