import { addDays } from '../../shared/days.js';
import type { Fact, FactValue, Period } from '../../content/decisions/types.js';
import { daysSince } from '../../content/decisions/values.js';
import type { DurationUnit, Entity } from '../reading/entities/types.js';
import { moneyOf } from './money-parts.js';
import { isSpan, perUnit, spanOf } from './spans.js';
import { placesOf } from './mentions.js';

const DAYS_IN: Record<DurationUnit, number> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };

interface Said {
  /** YYYY-MM-DD */
  today: string;
  /** The fact was asked for last. */
  asked: boolean;
  folded: string;
  /** All of the message. */
  entities: readonly Entity[];
}

/** The entity as a value of the fact; `undefined` where it can't be one. */
export function valueOf(
  entity: Entity,
  fact: Fact,
  { today, asked, folded, entities }: Said,
): FactValue | undefined {
  switch (fact.kind) {
    case 'money':
      return moneyValue(entity, fact, { asked, folded, entities });
    case 'number':
      return numberValue(entity, fact, asked);
    case 'days':
      return (isSpan(entity, entities, folded) ||
        isYearOfSum(entity, entities, folded) ||
        (!asked && isAgo(entity, folded))) &&
        !isNamedBefore(entity, fact, folded)
        ? undefined
        : daysValue(entity, today, asked);
    case 'date':
      return dateValue(entity, today);
    case 'choice':
      return undefined;
  }
}

/** "doanh thu quý chừng 400 triệu": the period in front, with words of about between. */
const PERIOD_BEFORE =
  /\b(ngay|thang|quy|nam)\s(?:(?:chung|khoang|co|tam|duoc|ban|thu|hon|gan|cung|tren|duoi|vai|ve|kiem|em|e|toi)\s){0,4}$/u;
const PERIODS: Readonly<Record<string, Period>> = {
  ngay: 'day',
  thang: 'month',
  quy: 'quarter',
  nam: 'year',
};

function periodOf(entity: Extract<Entity, { kind: 'money' }>, folded: string): Period | undefined {
  if (entity.period !== undefined) return entity.period;
  const name = PERIOD_BEFORE.exec(folded.slice(Math.max(0, entity.start - 40), entity.start))?.[1];
  return name === undefined ? undefined : PERIODS[name];
}

/** Whether the message itself says over which time the sum is. */
export function saysPeriod(entity: Entity, { folded, entities }: Omit<Said, 'today' | 'asked'>): boolean {
  if (entity.kind !== 'money') return false;
  return periodOf(entity, folded) !== undefined || spanOf(entity, entities, folded) !== undefined;
}

function moneyValue(
  entity: Entity,
  fact: Fact,
  { asked, folded, entities }: Omit<Said, 'today'>,
): FactValue | undefined {
  if (entity.kind === 'money') {
    const span = spanOf(entity, entities, folded);
    if (span !== undefined && goesOn(fact)) return moneyOf(fact, [perUnit(entity.amount, span)]);
    if (span !== undefined && !asked && !isNamedBefore(span, fact, folded)) return undefined;
    // A price has no period: what is told by the month is another sum.
    if (fact.period === undefined && (entity.period !== undefined || periodOf(entity, folded) === 'day'))
      return undefined;
    const { amount } = entity;
    const period = fact.period === undefined ? undefined : periodOf(entity, folded);
    return moneyOf(fact, [{ amount, ...(period === undefined ? {} : { period }) }]);
  }
  // "28" to "lương mỗi tháng bao nhiêu": nobody means 28 đồng; beside a sum ("phòng 1 3tr") it numbers something.
  const isAlone = !entities.some(({ kind }) => kind === 'money');
  if (entity.kind === 'number' && asked && isAlone && entity.value > 0 && entity.value < 1000)
    return moneyOf(fact, [{ amount: entity.value * 1e6 }]);
  return undefined;
}

/** "Nợ 3 tháng 900tr", "trễ 3 tháng 900tr": a word in front says what is told. */
function isNamedBefore({ start }: Entity, { cues }: Fact, folded: string): boolean {
  return placesOf(cues, folded.slice(0, start)).length > 0;
}

/** "Doanh thu năm ngoái 60 tỷ": the year of a sum is no day from which something is late. */
function isYearOfSum(entity: Entity, entities: readonly Entity[], folded: string): boolean {
  if (entity.kind !== 'date' || entity.from.slice(5) !== '01-01' || entity.to.slice(5) !== '12-31')
    return false;
  return (
    OF_SUM.test(folded.slice(0, entity.start)) ||
    entities.some(({ kind, start }) => kind === 'money' && ABOUT.test(folded.slice(entity.end, start)))
  );
}

const OF_SUM =
  /\b(?:doanh thu|dt|doanh so|ban|thu|thu nhap|luong|tong thu)(?:\s(?:cua|ca|trong|cong ty|em|toi|duoc|dc)){0,3}\s{1,3}$/u;
/** Between the year and its sum. */
const ABOUT =
  /^\s(?:(?:em|toi|minh|cty|cong ty|quan|ban|thu|duoc|dc|co|khoang|chung|tam|la|hon|gan|tren)\s){0,4}$/u;

/** "Lỗi 5 năm trước": when something was, not how long it lasts. "3 ngày trước hạn" is no time ago. */
function isAgo({ end }: Entity, folded: string): boolean {
  return /^\s{1,3}truoc\b(?!\s(?:han|khi|ngay|luc|do)\b)/u.test(folded.slice(end));
}

/** What goes on all year alike may be told of some months: "ba tháng 900tr" of a turnover, but not of a year's income. */
function goesOn({ period, unsaid, adds }: Fact): boolean {
  return period !== undefined && unsaid === undefined && (adds || period === 'month');
}

function numberValue(entity: Entity, fact: Fact, asked: boolean): FactValue | undefined {
  if (entity.kind === 'count' && (asked || placesOf(fact.cues, entity.of).some(({ start }) => start === 0)))
    return { kind: 'number', value: entity.value };
  if (entity.kind === 'duration' && entity.unit === 'month' && fact.unit === 'tháng')
    return { kind: 'number', value: entity.value };
  if (entity.kind === 'number' && asked) return { kind: 'number', value: entity.value };
  return undefined;
}

/** A date told in place of days late is the day the time ran out; of a month only, the fewest days it can be. */
function daysValue(entity: Entity, today: string, asked: boolean): FactValue | undefined {
  if (entity.kind === 'duration') return { kind: 'days', value: entity.value * DAYS_IN[entity.unit] };
  if (entity.kind === 'number' && asked) return { kind: 'days', value: entity.value };
  if (entity.kind !== 'date') return undefined;
  const [least] = daysSince({ kind: 'date', from: entity.from, to: entity.to }, today);
  return least > 0 ? { kind: 'days', value: least, since: entity.to } : undefined;
}

/** "đứng tên 2 năm rồi" is a day about two years ago: half a unit either way. */
function dateValue(entity: Entity, today: string): FactValue | undefined {
  if (entity.kind === 'date') return { kind: 'date', from: entity.from, to: entity.to };
  if (entity.kind !== 'duration') return undefined;
  const days = entity.value * DAYS_IN[entity.unit];
  const slack = entity.unit === 'day' ? 0 : Math.floor(DAYS_IN[entity.unit] / 2);
  return { kind: 'date', from: addDays(today, -days - slack), to: addDays(today, -days + slack) };
}
