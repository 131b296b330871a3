import type { SumKind } from '../../content/decisions/sum-kind.js';
import type { Fact, FactValue, FactValues } from '../../content/decisions/types.js';
import { plainValue } from '../../content/decisions/values.js';
import type { Entity } from '../reading/entities/types.js';
import { valueOf } from './entity-values.js';
import type { FactReading } from './facts-told.js';
import { cueDistance, isCorrecting, isNegated, placesOf } from './mentions.js';
import { areOfSeveralPayers } from './payers.js';
import { ASKER, isKin, ownerOf, ownersIn } from './owners.js';
import { isOfOtherKind, sumKindOf, type KindSaid } from './sum-kinds.js';

/** An entity taken for a fact. */
export interface Assigned {
  fact: Fact;
  entity: Entity;
  value: FactValue;
  score: number;
}

export interface KnownFacts {
  values: FactValues;
  today: string;
  /** Facts known that are none of those looked for: what stands beside their words is theirs. */
  others?: readonly Fact[];
  /** What sums can be besides facts. */
  kinds: readonly SumKind[];
}

/**
 * For each entity that is meant, the fact it most likely tells; strongest first. A fact that does not add up takes one
 * entity: of a price and a table price in one message the second goes to the fact that is left.
 */
export function assignments(reading: FactReading, facts: readonly Fact[], known: KnownFacts): Assigned[] {
  const meant = reading.entities.filter((entity) => !isNegated(entity, reading.folded));
  const options = meant
    .flatMap((entity) => {
      const kind = sumKindOf(entity, reading, known.kinds);
      return facts.flatMap((fact, order) => scored({ entity, kind }, fact, order, reading, known));
    })
    .sort((a, b) => b.score - a.score);
  const assigned: Assigned[] = [];
  const sums = meant.filter(({ kind }) => kind === 'money');
  const areTogether = areOfSeveralPayers(sums, reading.folded);
  for (const one of options) {
    const isUsed = assigned.some(({ entity }) => entity === one.entity);
    const isSummed = one.fact.adds || (areTogether && one.fact.period !== undefined);
    const isFull = !isSummed && assigned.some(({ fact }) => fact === one.fact);
    if (!isUsed && !isFull) assigned.push(one);
  }
  return assigned;
}

/** An entity with what is said of its kind. */
interface Meant {
  entity: Entity;
  kind: KindSaid | undefined;
}

function scored(
  { entity, kind }: Meant,
  fact: Fact,
  order: number,
  reading: FactReading,
  { values, today, others = [] }: KnownFacts,
): Assigned[] {
  const asked = reading.asked === fact.id;
  const value = valueOf(entity, fact, { today, asked, folded: reading.folded, entities: reading.entities });
  if (value === undefined) return [];
  if (!asked && isSomethingElse(entity, fact, reading.folded)) return [];
  if (isOfOtherKind(kind, entity, fact, reading) || isSomebodyElses(entity, fact, reading)) return [];
  if (fact.onlyWith.length > 0 && !asked && placesOf(fact.onlyWith, reading.folded).length === 0) return [];
  if (entity.kind === 'money' && isAnotherTakenBack(fact, reading, values)) return [];
  const distance = cueDistance(entity, fact.cues, reading.folded, reading.entities);
  if (distance === undefined && !asked && isOfAnother(entity, fact, others, reading)) return [];
  const score =
    (distance === undefined ? 0 : 3 - distance / 20) +
    (asked ? 2 : 0) +
    (fact.onlyWith.length > 0 ? 1.5 : 0) +
    (entity.kind === 'money' && entity.period !== undefined && entity.period === fact.period ? 0.5 : 0) +
    correctionScore(fact, reading, values) -
    (isPlausible(fact, value) ? 0 : 1.5) -
    order / 100;
  return [{ fact, entity, value, score }];
}

/** "À doanh thu 900 triệu thôi" where a turnover was told: no income of a dependant, whatever is spoken of now. */
function isOfAnother(entity: Entity, { kind }: Fact, others: readonly Fact[], said: FactReading): boolean {
  return others.some(
    (other) =>
      other.kind === kind && cueDistance(entity, other.cues, said.folded, said.entities) !== undefined,
  );
}

/**
 * One of the words that say a sum is something else stands right before it: "đóng khoán tháng 500 ngàn"; or what is sold but once
 * ("bán xe 400tr") where the fact is of a whole year's sales.
 */
export function isSomethingElse(entity: Entity, { notAfter, adds }: Fact, folded: string): boolean {
  if (entity.kind !== 'money') return false;
  const before = folded.slice(Math.max(0, entity.start - NEAR), entity.start);
  return (
    placesOf(notAfter, before).length > 0 ||
    (adds && [undefined, 'year'].includes(entity.period) && SOLD_ONCE.test(folded.slice(0, entity.start)))
  );
}

/** "Bán chiếc xe cũ được 400tr", "bán căn nhà 2 tỷ". */
const SOLD_ONCE =
  /^(?!.*\b(?:tiem|cua hang|shop|cty|cong ty|buon|kinh doanh|showroom|salon)\b).*\bban (?:duoc )?(?:(?:mot|1|con|chiec|cai|can|lo|mieng|manh) )?(?:xe|o to|oto|nha|dat|can ho|chung cu)(?: (?!thang|ngay|nam|quy|moi|online|hang|doanh|dt|thu)[a-z]{1,6}){0,4}\s{1,3}$/u;

/** "Ck e 45 củ" is no salary of the asker's, "em lương 20tr" no income of a dependant. */
export function isSomebodyElses(entity: Entity, { whose, onlyWith }: Fact, reading: FactReading): boolean {
  if (whose === undefined) return false;
  const owner = ownerOf(entity, reading);
  // "Chồng em mất, lương 25tr": who is named has nothing.
  if (owner === undefined) return whose === 'other' && onlyWith.length > 0 && ownersIn(reading).length > 0;
  return whose === 'own' ? owner !== (reading.holder ?? ASKER) : !isKin(owner);
}

/** "Right before": within so many characters. */
const NEAR = 22;

/** What is taken back tells which fact is meant: "20" in "35 ngày chứ ko phải 20" where 20 days were told. */
function correctionScore(fact: Fact, reading: FactReading, values: FactValues): number {
  const before = values[fact.id];
  if (before === undefined || !isCorrecting(reading.folded)) return 0;
  return isTakenBack(before, reading) ? 3 : 1;
}

function isTakenBack(before: FactValue, { entities, folded }: FactReading): boolean {
  return entities.some((entity) => {
    const value = entity.kind === 'money' ? entity.amount : 'value' in entity ? entity.value : undefined;
    return value === plainValue(before) && isNegated(entity, folded);
  });
}

/** "2tr8 chứ k phải 3tr8" where 3tr8 was told of a pension: no other fact is meant. */
function isAnotherTakenBack(fact: Fact, reading: FactReading, values: FactValues): boolean {
  const takenBack = Object.keys(values).filter((id) => {
    const before = values[id];
    return before?.kind === 'money' && isTakenBack(before, reading);
  });
  return takenBack.length > 0 && !takenBack.includes(fact.id);
}

export function isPlausible({ plausible }: Fact, value: FactValue): boolean {
  const plain = plainValue(value);
  return (
    plausible === undefined || typeof plain !== 'number' || (plain >= plausible.min && plain <= plausible.max)
  );
}
