import type { MoneyPart } from '../../content/decisions/types.js';
import type { Entity } from '../reading/entities/types.js';
import { daysOpen } from './days-open.js';
import { withoutSpans } from './spans.js';

/** What of a message multiplies a sum: "3 căn, mỗi căn …", "tháng bán 26 ngày", "từ tháng 10". */
export interface Modifiers {
  times?: number | undefined;
  days?: number;
  /** The value that tells the days, where one does. */
  daysBy?: Entity | undefined;
  months?: number;
  /** The months in which something is sold, of what is told by the day. */
  openMonths?: number;
  off?: number;
}

/** How often a sum in the message counts, and over how much of the year. `today`: YYYY-MM-DD. */
export function modifiersIn(all: readonly Entity[], folded: string, today: string): Modifiers {
  // "3 tháng" of "3 tháng 900tr" is what the sum was made in: it counts no further.
  const entities = withoutSpans(all, folded);
  const times = entities.flatMap((entity) =>
    entity.kind === 'count' && isPerEach(entity.of, entity, folded) ? [entity.value] : [],
  )[0];
  const open = daysOpen(entities, folded);
  const months = open?.months ?? monthsOf(entities, folded, today);
  return {
    ...(times === undefined || times < 2 ? {} : { times }),
    ...(open?.days === undefined ? {} : { days: open.days }),
    ...(open?.months === undefined ? {} : { openMonths: open.months }),
    ...(open?.off === undefined ? {} : { off: open.off }),
    ...(open === undefined ? {} : { daysBy: open.by }),
    ...(months === undefined ? {} : { months }),
  };
}

/** "9 phòng trọ mỗi phòng 1tr3": the same noun again, after "mỗi", "một" or in front of the sum. */
function isPerEach(of: string, { start }: { start: number }, folded: string): boolean {
  const [noun = ''] = of.split(' ');
  if (noun === '') return false;
  // The word after the noun may already be the "mỗi" of "3 phòng mỗi phòng 2tr".
  const end = folded.indexOf(noun, start) + noun.length;
  const rest = `${folded.slice(0, start)} ; ${folded.slice(end)}`;
  return new RegExp(
    `\\b(?:moi|mot|1|tung)\\s?${noun}\\b|\\bmoi (?:cai|can|phong|nha)\\b|/\\s?${noun}\\b`,
    'u',
  ).test(rest);
}

const FROM = /\b(?:tu|bat dau(?: tu)?|moi(?: thue)?(?: tu)?)\s{0,3}(?:dau |giua |cuoi )?$/u;
const UNTIL = /\b(?:den|toi|het)\s{0,3}(?:dau |giua |cuoi )?$/u;

/** "từ tháng 10" is three months of the year, "tới tháng 6" six; "8 tháng" says it itself. */
function monthsOf(entities: readonly Entity[], folded: string, today: string): number | undefined {
  for (const entity of entities) {
    if (entity.kind === 'duration' && entity.unit === 'month' && entity.value >= 1 && entity.value <= 12)
      return entity.value;
    if (entity.kind !== 'date' || entity.from.slice(0, 4) !== today.slice(0, 4)) continue;
    const [before, month] = [folded.slice(0, entity.start), Number(entity.from.slice(5, 7))];
    if (FROM.test(before)) return 13 - month;
    if (UNTIL.test(before)) return month;
  }
  return undefined;
}

/** Days concern what is told by the day, months what is told by the month; of months sold in both, and days off. */
export function modified(
  part: MoneyPart,
  { times, days, months, openMonths, off }: Modifiers,
  period = part.period,
): MoneyPart {
  const during = period === 'day' ? openMonths : period === 'month' ? months : undefined;
  // A year's days leave none off besides.
  const isCounted = period === 'day' || (period === 'month' && off !== 0);
  return {
    ...part,
    ...(times === undefined ? {} : { times }),
    ...(days === undefined || period !== 'day' ? {} : { days }),
    ...(during === undefined ? {} : { months: during }),
    ...(off === undefined || !isCounted ? {} : { off }),
  };
}

export function concerns({ days, months, openMonths, off }: Modifiers, period: MoneyPart['period']): boolean {
  if (period === 'day') return (days ?? openMonths ?? off) !== undefined;
  return period === 'month' && (months !== undefined || (off ?? 0) > 0);
}
