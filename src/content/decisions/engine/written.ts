import { dayOffReason } from '../../days-off.js';
import { addDays, dateIn, writtenDate, yearOf } from '../../../shared/days.js';
import { nextDeadline } from '../../deadlines.js';
import type { Fact, FactValue } from '../types.js';
import { daysSince } from '../values.js';
import { nameValue, numberOf, rateInForce, rateRef } from './evaluate.js';
import type { Evaluated } from './evaluated.js';
import { factOf, type DecisionContent, type Frame } from './frame.js';

/** A placeholder of a text: `{gia_nha}`. */
const PLACEHOLDERS = /\{([a-z0-9_]+)\}/g;

export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDERS)].map(([, name = '']) => name);
}

/** A part of a text that is left out while one of its values is not known: `[[, khoảng {thue}]]`. */
const OPTIONAL = /\[\[(.*?)\]\]/gsu;

/** The text with its placeholders filled in as people read them; or the facts still missing for it. */
export function filledIn(text: string, frame: Frame): Evaluated<string> {
  return filled(
    text.replace(OPTIONAL, (_, part: string) => {
      const known = filled(part, frame);
      return 'value' in known ? known.value : '';
    }),
    frame,
  );
}

/** The text without its optional parts: what must be known to say it. */
export function requiredPart(text: string): string {
  return text.replace(OPTIONAL, '');
}

function filled(text: string, frame: Frame): Evaluated<string> {
  const missing: string[] = [];
  let unavailable: string | undefined;
  const value = text.replace(PLACEHOLDERS, (whole, name: string) => {
    const written = writtenName(name, frame);
    if ('value' in written) return written.value;
    if ('missing' in written) missing.push(...written.missing);
    else unavailable = written.unavailable;
    return whole;
  });
  if (unavailable !== undefined) return { unavailable };
  return missing.length > 0 ? { missing } : { value };
}

function writtenName(name: string, frame: Frame): Evaluated<string> {
  const fact = factOf(frame, name);
  if (fact !== undefined && frame.decision.facts.some((used) => used.fact === name)) {
    const told = frame.values[name];
    return told === undefined ? { missing: [name] } : { value: writtenValue(fact, told) };
  }
  if (frame.decision.dates.has(name)) return writtenDateOf(name, frame);
  if (frame.decision.rates.has(name)) return writtenRate(name, frame);
  const sum = nameValue(name, frame);
  return 'value' in sum ? { value: writtenMoney(Number(sum.value)) } : sum;
}

function writtenRate(name: string, frame: Frame): Evaluated<string> {
  const ref = rateRef(name, frame);
  if (!('value' in ref)) return ref;
  const rate = rateInForce(frame.content, ref.value.id, frame.today);
  if (rate === undefined) {
    const { otherwise } = ref.value;
    return otherwise === undefined ? { unavailable: ref.value.id } : { value: String(otherwise) };
  }
  if (rate.unit.startsWith('%')) return { value: `${decimal(rate.value)}%` };
  if (rate.unit.startsWith('đồng')) return { value: writtenMoney(rate.value) };
  const counted = /^(?:ngày|tháng|năm|người|tuổi)(?![\p{L}])/u.exec(rate.unit)?.[0];
  return { value: counted === undefined ? decimal(rate.value) : `${decimal(rate.value)} ${counted}` };
}

function writtenDateOf(name: string, frame: Frame): Evaluated<string> {
  const use = frame.decision.dates.get(name);
  if (use === undefined) return { unavailable: name };
  if ('deadline' in use) {
    const deadline = frame.content.deadlines.find(({ id }) => id === use.deadline);
    return deadline === undefined
      ? { unavailable: use.deadline }
      : { value: writtenDate(nextDeadline(deadline, frame.today, frame.content.holidays).date) };
  }
  if ('since' in use) return writtenSince(use.since, frame);
  const from = frame.values[use.from];
  if (from?.kind !== 'date') return { missing: [use.from] };
  const days = numberOf(use.days, frame);
  if (!('value' in days)) return days;
  const [first, last] = [from.from, from.to].map((date) => {
    const day = addDays(date, days.value);
    return use.exact ? day : workingDay(day, frame.content);
  }) as [string, string];
  return {
    value: first === last ? writtenDate(first) : `từ ${writtenDate(first)} đến ${writtenDate(last)}`,
  };
}

/** "149 ngày", or "119 đến 149 ngày" where only the month is known. */
function writtenSince(fact: string, { values, today }: Frame): Evaluated<string> {
  const value = values[fact];
  if (value?.kind !== 'date') return { missing: [fact] };
  const [least, most] = daysSince(value, today).map((days) => Math.max(0, days)) as [number, number];
  return { value: least === most ? `${grouped(least)} ngày` : `${grouped(least)} đến ${grouped(most)} ngày` };
}

function workingDay(date: string, { holidays }: DecisionContent): string {
  let day = date;
  while (dayOffReason(day, holidays) !== undefined) day = addDays(day, 1);
  return day;
}

/** Within a sentence: "1,3 tỷ", "con ruột", "tháng 7/2026", "35 ngày". */
export function writtenValue(fact: Fact, value: FactValue): string {
  switch (value.kind) {
    case 'money':
      return writtenMoney(value.amount);
    case 'number':
      return writtenCount(fact, value.value);
    case 'days':
      return `${value.value} ngày`;
    case 'date':
      return writtenRange(value);
    case 'choice':
      return fact.options.find(({ id }) => id === value.value)?.label ?? value.value;
  }
}

function writtenCount({ noun, none }: Fact, value: number): string {
  if (value === 0 && none !== undefined) return none;
  return noun === undefined ? decimal(value) : `${decimal(value)} ${noun}`;
}

/** Short where nothing is lost: 1.300.000.000 is "1,3 tỷ", 34.650.000 "34,65 triệu", 478.000 "478.000 đồng". */
export function writtenMoney(dong: number): string {
  const whole = Math.round(dong);
  if (whole >= 1e9 && whole % 1e5 === 0) return `${decimal(whole / 1e9)} tỷ`;
  if (whole >= 1e6 && whole % 1e3 === 0) return `${decimal(whole / 1e6)} triệu`;
  return `${grouped(whole)} đồng`;
}

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** 0.03 → "0,03"; 1250.5 → "1.250,5". */
function decimal(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 1e6) / 1e6).split('.');
  return fraction === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))},${fraction}`;
}

export function writtenRange({ from, to }: Extract<FactValue, { kind: 'date' }>): string {
  if (from === to) return writtenDate(from);
  const [year, month] = [yearOf(from), Number(from.slice(5, 7))];
  if (from === dateIn(year, month, 1) && to === dateIn(year, month, 'last')) return `tháng ${month}/${year}`;
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `năm ${year}`;
  return `khoảng ${writtenDate(from)} đến ${writtenDate(to)}`;
}
