import type { MoneyPart } from '../../content/decisions/types.js';
import type { Entity } from '../reading/entities/types.js';

type Money = Extract<Entity, { kind: 'money' }>;
type Duration = Extract<Entity, { kind: 'duration' }>;

/** Between "3 tháng" and its "900tr": "3 tháng đầu năm bán được khoảng 900tr". */
const BETWEEN =
  /^\s*(?:(?:dau|cuoi|nam|gan|day|vua|roi|qua|nay|em|e|toi|tui|minh|chi|anh|quan|tiem|shop|ban|thu|duoc|dc|tong|cong|doanh|dt|khoang|chung|co|tam|hon|la|thi)\s+){0,7}$/u;
/** "900tr trong 3 tháng" */
const WITHIN = /^\s*trong(?:\svong)?\s*$/u;

/** The several days, months or quarters together in which the sum was made: "ba tháng 900tr". */
export function spanOf(money: Money, entities: readonly Entity[], folded: string): Duration | undefined {
  if (money.period !== undefined) return undefined;
  return entities.find(
    (one): one is Duration =>
      one.kind === 'duration' &&
      one.value > 1 &&
      ((one.end <= money.start && BETWEEN.test(folded.slice(one.end, money.start))) ||
        (one.start >= money.end && WITHIN.test(folded.slice(money.end, one.start)))),
  );
}

/** The sum of one day, month, quarter or year of the span. */
export function perUnit(amount: number, { value, unit }: Duration): MoneyPart {
  return unit === 'week'
    ? { amount: Math.round(amount / (value * 7)), period: 'day' }
    : { amount: Math.round(amount / value), period: unit };
}

export function isSpan(entity: Entity, entities: readonly Entity[], folded: string): boolean {
  return entities.some((one) => one.kind === 'money' && spanOf(one, entities, folded) === entity);
}

export function withoutSpans(entities: readonly Entity[], folded: string): readonly Entity[] {
  return entities.filter((one) => !isSpan(one, entities, folded));
}
