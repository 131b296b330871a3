import type { Decision, Fact, FactValue, FactValues, MoneyPart } from '../../content/decisions/types.js';
import type { Content } from '../../content/types.js';
import { assignments, isPlausible, type Assigned } from './assign.js';
import { wordedValue } from './choices.js';
import type { DecisionContext } from './decide.js';
import type { FactReading, Taken, TakenFacts } from './facts-told.js';
import { isBeyondLimit } from './limits.js';
import { isOnTop, isReplacing, placesOf, tellsMore } from './mentions.js';
import { concerns, modified, modifiersIn, type Modifiers } from './modifiers.js';
import { isConverted, moneyOf, moneyParts } from './money-parts.js';
import { optionOf, partsKept, withOther } from './labelled-parts.js';
import { saysPeriod } from './entity-values.js';
import { withPeriods } from './inherited-period.js';
import { leftToPay, withoutFractions } from './part-paid.js';
import { ASKER } from './owners.js';
import { personsIn } from './persons.js';

export type { FactReading, TakenFacts } from './facts-told.js';

/** What a decision is made with, and what its sums may be mistaken for. */
interface TakingContext extends DecisionContext {
  content: DecisionContext['content'] & Pick<Content, 'sumKinds'>;
}

/**
 * The facts that a message tells, of those that the decisions in play use: by kind, unit, period and the words around.
 * A bare number answers what was asked; a value said not to be meant is not taken; sums of a fact that adds up are added.
 */
export function takeFacts(
  written: FactReading,
  known: FactValues,
  inPlay: readonly Decision[],
  context: TakingContext,
): TakenFacts {
  const facts = factsOf(inPlay, context).filter((fact) => !isOther(fact, written));
  const isPaidOff = facts.some((fact) => leftToPay(fact, known, written) !== undefined);
  const reading = isPaidOff ? withoutFractions(written) : written;
  const persons = personsIn(reading, facts, (part) => taken(part, known, facts, context).facts);
  if (persons.length > 0) {
    // What the others have is none of the asker's facts.
    const own = persons.find(({ who }) => who === (reading.holder ?? ASKER));
    return { facts: own?.facts ?? [], persons, implausible: [] };
  }
  const told = taken(reading, known, facts, context);
  return {
    ...told,
    facts: told.facts.filter(({ value }) => !isBeyondLimit(value, reading, inPlay, context)),
  };
}

/** A word of the message says that it is about something else than this fact: nobody who "sells" gives a present. */
function isOther(fact: Fact, { folded, asked }: FactReading): boolean {
  return asked !== fact.id && placesOf(fact.notWith, folded).length > 0;
}

function factsOf(inPlay: readonly Decision[], { content }: DecisionContext): Fact[] {
  const ids = new Set(inPlay.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
  return [...ids].flatMap((id) => content.facts.get(id) ?? []);
}

function taken(
  reading: FactReading,
  known: FactValues,
  facts: readonly Fact[],
  { today, content }: TakingContext,
): TakenFacts {
  const others = Object.keys(known)
    .filter((id) => !facts.some((fact) => fact.id === id))
    .flatMap((id) => content.facts.get(id) ?? []);
  const assigned = assignments(reading, facts, { values: known, today, others, kinds: content.sumKinds });
  const modifiers = modifiersIn(reading.entities, reading.folded, today);
  const found = new Map<string, FactValue>();
  for (const fact of facts) {
    const own = assigned.filter((one) => one.fact.id === fact.id);
    const value = valueFor(fact, own, { reading, known, modifiers, assigned, facts: content.facts });
    if (value !== undefined) found.set(fact.id, value);
  }
  const all = [...found].flatMap(([id, value]) => {
    const fact = facts.find((one) => one.id === id);
    return fact === undefined ? [] : [{ fact, value }];
  });
  return {
    facts: all
      .filter(({ fact, value }) => isPlausible(fact, value))
      .map(({ fact, value }) => told(fact, value, reading, known)),
    persons: [],
    implausible: all
      .filter(({ fact, value }) => !isPlausible(fact, value))
      .map(({ fact, value }) => ({ fact: fact.id, value })),
  };
}

interface Told {
  reading: FactReading;
  known: FactValues;
  modifiers: Modifiers;
  assigned: readonly Assigned[];
  /** The register of facts. */
  facts: ReadonlyMap<string, Fact>;
}

function valueFor(fact: Fact, own: readonly Assigned[], at: Told): FactValue | undefined {
  const { reading, modifiers } = at;
  if (fact.kind === 'money') return moneyFor(fact, own, at);
  const [best] = own;
  const isTaken = best !== undefined && !(fact.kind === 'days' && usedAsModifier(best, modifiers, at));
  if (isTaken) return onTop(fact, best.value, at, isOnTop(best.entity, reading.folded));
  const value = wordedValue(fact, reading, reading.asked === fact.id);
  if (value?.kind === 'choice')
    return withOther(
      fact,
      value,
      at,
      at.assigned.some((one) => one.fact.partsBy === fact.id),
    );
  return value === undefined ? undefined : onTop(fact, value, at);
}

/** "Thêm mẹ già nữa", "thêm 1 đứa", "60 ngày nữa": so many more than were told before. */
function onTop(fact: Fact, value: FactValue, { reading, known }: Told, isBesideMore = false): FactValue {
  const before = known[fact.id];
  if (value.kind === 'days' && before?.kind === 'days')
    return isBesideMore ? { kind: 'days', value: before.value + value.value } : value;
  const isMore = fact.unit === 'người' && tellsMore(reading.folded) && !isReplacing(reading.folded);
  if (!isMore || value.kind !== 'number' || before?.kind !== 'number') return value;
  return { ...value, value: before.value + value.value };
}

/** "330 ngày" behind a day's takings is no number of days late. */
function usedAsModifier({ entity, score }: Assigned, { daysBy }: Modifiers, { known }: Told): boolean {
  return (
    score < 1 &&
    entity === daysBy &&
    Object.values(known).some((value) => moneyParts(value).some(({ period }) => period === 'day'))
  );
}

function moneyFor(fact: Fact, own: readonly Assigned[], at: Told): FactValue | undefined {
  const { reading, known, modifiers } = at;
  const left = leftToPay(fact, known, reading);
  if (left !== undefined) return left;
  const before = moneyParts(known[fact.id]);
  if (own.length === 0) return countedAgain(fact, before, reading) ?? modifiedBefore(fact, before, modifiers);
  const told = own.length === 1 ? own[0]?.value : undefined;
  const again = fact.adds ? pricedAgain(fact, before, moneyParts(told)[0], reading) : undefined;
  if (again !== undefined) return again;
  const inOrder = [...own].sort((a, b) => a.entity.start - b.entity.start);
  const isMore = before.length > 0 && tellsMore(reading.folded) && !isReplacing(reading.folded);
  const [only] = own;
  if (!fact.adds && only !== undefined && own.length === 1) {
    const sums = withPeriods(fact, partsSaid(only, reading), before, isMore);
    return moneyOf(fact, isOnTop(only.entity, reading.folded) ? [...before, ...sums] : sums);
  }
  const labelled = inOrder.flatMap((one) => {
    const of = optionOf(one, own, at);
    return partsSaid(one, reading).map((part) => ({ ...part, ...(of === undefined ? {} : { of }) }));
  });
  const parts = withPeriods(fact, labelled, before, isMore).map((part) =>
    modified(part, modifiers, part.period ?? fact.unsaid ?? fact.period),
  );
  if (!fact.adds) return moneyOf(fact, parts);
  const kept = partsKept(fact, before, parts, at) ?? (isMore ? before : []);
  return moneyOf(fact, [...kept, ...parts]);
}

/** The sum's parts, without a period that nobody spoke of. */
function partsSaid({ value, entity }: Assigned, reading: FactReading): readonly MoneyPart[] {
  const parts = moneyParts(value);
  if (saysPeriod(entity, reading)) return parts;
  return parts.map(({ amount, times }) => ({ amount, ...(times === undefined ? {} : { times }) }));
}

/** "À nhầm 12 phòng" where 9 rooms at a price each were told: the price stays. */
function countedAgain(
  fact: Fact,
  before: NonNullable<ReturnType<typeof moneyParts>>,
  { entities, folded }: FactReading,
): FactValue | undefined {
  const [part] = before;
  const [count, ...others] = entities;
  if (part?.times === undefined || before.length > 1 || count?.kind !== 'count' || others.length > 0)
    return undefined;
  const isOne = RENTED.test(count.of) && folded.trim().split(/\s+/u).length <= MAX_COUNT_WORDS;
  return isOne && count.value > 0 ? moneyOf(fact, [{ ...part, times: count.value }]) : undefined;
}

/**
 * "Năm sau tăng lên 2tr5" where 9 rooms at 1.8 million each were told: of the size of one room's price and with no count
 * of its own, it is that price, by the same month and for as many rooms.
 */
function pricedAgain(
  fact: Fact,
  before: readonly MoneyPart[],
  told: MoneyPart | undefined,
  { folded, entities }: FactReading,
): FactValue | undefined {
  const [part] = before;
  if (part === undefined || told === undefined || before.length > 1) return undefined;
  const { amount, period = fact.unsaid ?? fact.period, times } = part;
  const isMoved = PRICE_MOVED.test(folded);
  if ((times === undefined && !isMoved) || TOGETHER.test(folded) || tellsMore(folded)) return undefined;
  const isSamePeriod = told.period === undefined || told.period === period || AT_ANOTHER_TIME.test(folded);
  const size = Math.max(told.amount / amount, amount / told.amount);
  const isCounted = entities.some((one) => one.kind === 'count' && RENTED.test(one.of));
  if (!isSamePeriod || isCounted || size > SAME_PRICE) return undefined;
  return moneyOf(fact, [{ ...part, amount: told.amount }]);
}

/** A price this many times another one is no new price of the same thing. */
const SAME_PRICE = 3;
const PRICE_MOVED = /\b(?:tang|giam|len|xuong|ha)\b/u;
const AT_ANOTHER_TIME = /\b(?:nam|thang|quy) (?:sau|toi|nay|ni|ngoai|truoc|20\d\d)\b/u;
const TOGETHER = /\b(?:tong(?: cong)?|ca day|tat ca|het thay|gop|cong (?:lai|het)|het ca)\b/u;

const RENTED = /^(?:phong|can|nha|kiot|ki ot|mat bang|quan|shop|tiem|xe|chiec|cai)\b/u;
const MAX_COUNT_WORDS = 8;

/** "330 ngày" or "từ tháng 10" alone changes the newest sum that it can concern. */
function modifiedBefore(
  fact: Fact,
  before: NonNullable<ReturnType<typeof moneyParts>>,
  modifiers: Modifiers,
): FactValue | undefined {
  const at = before.findLastIndex((part) => concerns(modifiers, part.period ?? fact.unsaid ?? fact.period));
  const part = before[at];
  if (part === undefined) return undefined;
  const changed = before.map((one, index) =>
    index === at
      ? modified(part, { ...modifiers, times: undefined }, part.period ?? fact.unsaid ?? fact.period)
      : one,
  );
  return moneyOf(fact, changed);
}

function told(fact: Fact, value: FactValue, reading: FactReading, known: FactValues): Taken {
  const before = known[fact.id];
  const added = moneyParts(value).length > moneyParts(before).length && before !== undefined;
  const how = added
    ? 'added'
    : before !== undefined
      ? 'corrected'
      : reading.asked === fact.id
        ? 'answered'
        : 'told';
  return { fact: fact.id, value, how, ...(isConverted(fact, value) ? { converted: true } : {}) };
}
