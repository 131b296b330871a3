import type { Fact, FactValue, FactValues } from '../../content/decisions/types.js';
import { ONE_TO_NINE } from '../reading/entities/number-words.js';
import type { FactReading } from './facts-told.js';
import { moneyOf } from './money-parts.js';

const DIGIT = `(?:\\d|${Object.keys(ONE_TO_NINE).join('|')})`;
/** "Một nửa", "1/3", "hai phần ba", "10 %", folded. */
const FRACTION = `(?:(?<half>(?:mot|1|phan) nua)|(?<over>${DIGIT})(?:\\s?/\\s?| phan )(?<under>${DIGIT})(?![\\d/])|(?<percent>\\d{1,2})\\s?(?:%|phan tram))`;
/** Words between that say what is paid, or how: "đóng trước cho thuế một nửa"; a fine that is paid is no part of the tax. */
const BETWEEN = '(?:\\s(?!phat\\b)[a-z]{1,7}){0,4}?\\s{1,3}';
const PAYS = '\\b(?:dong|nop|tra|thanh toan|gui|chuyen)';
const PAID_FRACTION = new RegExp(`${PAYS}${BETWEEN}${FRACTION}`, 'u');
const LEFT_FRACTION = new RegExp(`\\bcon (?:no|thieu|lai)${BETWEEN}${FRACTION}`, 'u');
/** In front of a sum: "đóng trước", "trả bớt", "đã nộp được". */
const PAID_SUM =
  /(?:\b(?:dong|nop|tra|thanh toan|gui)(?:\s(?!phat\b)[a-z]{1,7}){0,2}\s(?:truoc|bot|tam|duoc)|\b(?:da|moi|vua)\s(?:dong|nop|tra))(?:\s(?:khoang|chung|tam|co|cho|thue|dc)){0,3}\s{1,3}$/u;
/** Behind it: "nộp 200 triệu trước", "trả 200 triệu rồi". */
const PAID_BEFORE = /\b(?:dong|nop|tra|thanh toan)\s{1,3}$/u;
const PAID_BEHIND = /^\s{1,3}(?:truoc|roi)\b/u;

/** What is left of a sum told before, where the message says that a part of it is paid: "đóng trước một nửa", "trả bớt 200 triệu". */
export function leftToPay(fact: Fact, known: FactValues, reading: FactReading): FactValue | undefined {
  const before = known[fact.id];
  if (!fact.paidOff || before?.kind !== 'money') return undefined;
  const left = leftOf(before.amount, reading);
  return left === undefined || left <= 0 || left >= before.amount
    ? undefined
    : moneyOf(fact, [{ amount: Math.round(left) }]);
}

function leftOf(amount: number, { folded, entities }: FactReading): number | undefined {
  const still = shareIn(LEFT_FRACTION.exec(folded));
  if (still !== undefined) return amount * still;
  const paid = shareIn(PAID_FRACTION.exec(folded));
  if (paid !== undefined) return amount * (1 - paid);
  const sum = entities.find(
    ({ kind, start, end }) =>
      kind === 'money' &&
      (PAID_SUM.test(folded.slice(0, start)) ||
        (PAID_BEFORE.test(folded.slice(0, start)) && PAID_BEHIND.test(folded.slice(end)))),
  );
  return sum?.kind === 'money' ? amount - sum.amount : undefined;
}

function shareIn(match: RegExpExecArray | null): number | undefined {
  const { half, over = '', under = '', percent } = match?.groups ?? {};
  if (half !== undefined) return 1 / 2;
  if (percent !== undefined) return Number(percent) / 100;
  const [part, whole] = [digit(over), digit(under)];
  return part > 0 && part < whole ? part / whole : undefined;
}

function digit(written: string): number {
  return ONE_TO_NINE[written] ?? Number(written === '' ? 0 : written);
}

/** The reading without what only looks like a value within such a fraction: "1/3" is no day in March. */
export function withoutFractions(reading: FactReading): FactReading {
  const places = [PAID_FRACTION, LEFT_FRACTION].flatMap((pattern) => {
    const match = pattern.exec(reading.folded);
    return match === null ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
  const entities = reading.entities.filter(
    (one) => one.kind === 'money' || !places.some(({ start, end }) => one.start >= start && one.start < end),
  );
  return entities.length === reading.entities.length ? reading : { ...reading, entities };
}
