import type { Expression } from '../expression.js';
import type { Decision, Fact, Period } from '../types.js';
import type { Rate } from '../../types.js';

/** Powers of what is measured: đồng/tháng is { đồng: 1, tháng: -1 }. Empty: a bare number or a percentage. */
export type Unit = ReadonlyMap<string, number>;

/** What a formula measures; `any`: a bare 0, which fits everywhere. `wrong`: why it measures nothing. */
export type FormulaMeasure = { unit: Unit } | { any: true } | { wrong: string };

const NONE: Unit = new Map();
const PERIODS: Record<Period, string> = { day: 'ngày', month: 'tháng', quarter: 'quý', year: 'năm' };

export interface Names {
  decision: Decision;
  facts: ReadonlyMap<string, Fact>;
  /** By id, whatever the day. */
  rates: ReadonlyMap<string, Rate>;
}

export function unitOf(expression: Expression, names: Names): FormulaMeasure {
  switch (expression.kind) {
    case 'number':
      return expression.value === 0 ? { any: true } : { unit: NONE };
    case 'text':
      return { unit: NONE };
    case 'name':
      return unitOfName(expression.name, names);
    case 'operation':
      return unitOfOperation(expression, names);
    case 'call':
      return unitOfCall(expression, names);
  }
}

export function unitOfName(name: string, names: Names): FormulaMeasure {
  const { decision, facts } = names;
  const fact = decision.facts.some((used) => used.fact === name) ? facts.get(name) : undefined;
  if (fact !== undefined) return { unit: unitOfFact(fact) };
  const sum = decision.sums.get(name);
  if (sum !== undefined) return unitOf(sum.formula, names);
  const use = decision.rates.get(name);
  const ids = use === undefined ? [] : 'by' in use ? [...use.each.values()].map(({ id }) => id) : [use.id];
  const units = ids.flatMap((id) => {
    const rate = names.rates.get(id);
    return rate === undefined ? [] : [unitOfRate(rate.unit)];
  });
  const [first = NONE] = units;
  return units.every((unit) => sameUnit(unit, first))
    ? { unit: first }
    : { wrong: `các mức của "${name}" không cùng đơn vị` };
}

function unitOfFact({ kind, unit, period }: Fact): Unit {
  if (kind === 'money')
    return new Map([['đồng', 1], ...(period === undefined ? [] : [[PERIODS[period], -1] as const])]);
  if (kind === 'days') return new Map([['ngày', 1]]);
  return unit === undefined ? NONE : new Map([[unit, 1]]);
}

/** "đồng mỗi tháng, mỗi người phụ thuộc", "% mỗi ngày", "ngày": what a rate's unit says; "mỗi tài sản", "mỗi lần" divide nothing. */
function unitOfRate(written: string): Unit {
  const powers = new Map<string, number>();
  if (written.startsWith('đồng')) powers.set('đồng', 1);
  else if (/^(ngày|tháng|năm|người|tuổi)\b/u.test(written)) powers.set(written.split(/[\s,]/)[0] ?? '', 1);
  for (const [, each = ''] of written.matchAll(/(?:mỗi|một) (ngày|tháng|quý|năm|người)/gu))
    powers.set(each, (powers.get(each) ?? 0) - 1);
  return powers;
}

function unitOfOperation(
  { operator, left, right }: Extract<Expression, { kind: 'operation' }>,
  names: Names,
): FormulaMeasure {
  const [a, b] = [unitOf(left, names), unitOf(right, names)];
  if ('wrong' in a) return a;
  if ('wrong' in b) return b;
  if (operator === '*' || operator === '/') {
    if ('any' in a) return a;
    return { unit: combined(a.unit, 'any' in b ? NONE : b.unit, operator === '*' ? 1 : -1) };
  }
  const same = together([a, b], `"${operator}"`);
  return operator === '+' || operator === '-' || 'wrong' in same ? same : { unit: NONE };
}

function unitOfCall({ name, inputs }: Extract<Expression, { kind: 'call' }>, names: Names): FormulaMeasure {
  const units = inputs.map((input) => unitOf(input, names));
  const wrong = units.find((unit) => 'wrong' in unit);
  if (wrong !== undefined) return wrong;
  const [first = { any: true as const }] = units;
  if (name === 'luy_tien' || name === 'phan') return first;
  if (name === 'lam_tron') return first;
  return together(name === 'neu' ? units.slice(1) : units, `hàm ${name}`);
}

function together(units: readonly FormulaMeasure[], where: string): FormulaMeasure {
  const known = units.flatMap((measured) => ('unit' in measured ? [measured.unit] : []));
  const [first] = known;
  if (first === undefined) return { any: true };
  const other = known.find((unit) => !sameUnit(unit, first));
  return other === undefined
    ? { unit: first }
    : { wrong: `${where} gộp hai đơn vị khác nhau: ${writtenUnit(first)} và ${writtenUnit(other)}` };
}

function combined(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers = new Map(a);
  for (const [name, power] of b) powers.set(name, (powers.get(name) ?? 0) + sign * power);
  return new Map([...powers].filter(([, power]) => power !== 0));
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.size === b.size && [...a].every(([name, power]) => b.get(name) === power);
}

/** "đồng/tháng", "đồng × người", "số trần". */
export function writtenUnit(unit: Unit): string {
  const above = [...unit].filter(([, power]) => power > 0).map(([name]) => name);
  const below = [...unit].filter(([, power]) => power < 0).map(([name]) => name);
  if (unit.size === 0) return 'số trần hoặc %';
  return [above.join(' × ') || '1', ...below].join('/');
}
