import { isMap, isScalar, isSeq } from 'yaml';
import { nearest } from '../nearest.js';
import { fault, inside, nameOf, type Reader, type Location } from '../shapes/reader.js';
import { FormulaError, parseFormula, type Expression } from './expression.js';
import type { Comparison, Condition, Fact } from './types.js';

const NOTHING: Expression = { kind: 'number', value: 0 };

/** A formula; one that can't be read is reported and becomes 0. */
export const formula: Reader<{ formula: Expression; written: string }> = (node, location) => {
  const written = isScalar(node) ? String(node.value) : '';
  return { written, formula: parsed(written, location) };
};

function parsed(written: string, location: Location): Expression {
  try {
    return parseFormula(written);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    fault(location, `${nameOf(location)}: ${error.message}.`, 'Viết như "gia_nha * thue_suat".');
    return NOTHING;
  }
}

/** `when:` of a rule: fact or sum → what it must be. */
export function conditions(facts: ReadonlyMap<string, Fact>): Reader<Condition[]> {
  return (node, location) => {
    if (!isMap(node)) {
      fault(
        location,
        `${nameOf(location)} cần từng dòng "tên: điều kiện".`,
        'Viết như "quan_he: [vo_chong, con]".',
      );
      return [];
    }
    return node.items.flatMap(({ key, value }) => {
      const on = isScalar(key) ? String(key.value) : '';
      return conditionOn(on, facts.get(on), value, inside(location, on));
    });
  };
}

function conditionOn(on: string, fact: Fact | undefined, node: unknown, location: Location): Condition[] {
  if (fact?.kind === 'choice') return choiceCondition(on, fact, node, location);
  if (fact?.kind === 'date') return ageCondition(on, node, location);
  return comparison(on, node, location);
}

function choiceCondition(on: string, fact: Fact, node: unknown, location: Location): Condition[] {
  const written = isSeq(node)
    ? node.items.map((item) => (isScalar(item) ? String(item.value) : ''))
    : [isScalar(node) ? String(node.value) : ''];
  const not = written[0]?.startsWith('khác ') ?? false;
  const options = not ? (written[0] ?? '').slice('khác '.length).split(/\s*,\s*/) : written;
  const known = fact.options.map(({ id }) => id);
  for (const option of options) {
    if (known.includes(option)) continue;
    const near = nearest(option, known);
    fault(
      location,
      `"${on}" không có đáp án "${option}".`,
      near === undefined ? `Các đáp án: ${known.join(', ')}.` : `Có lẽ là "${near}": sửa lại như thế.`,
    );
  }
  return [{ on, test: 'in', options, not }];
}

const AGES: readonly (readonly [start: string, state: 'reached' | 'short' | 'open'])[] = [
  ['đủ', 'reached'],
  ['chưa đủ', 'short'],
  ['chưa chắc đủ', 'open'],
];

function ageCondition(on: string, node: unknown, location: Location): Condition[] {
  const written = isScalar(node) ? String(node.value).normalize('NFC') : '';
  for (const [start, state] of AGES) {
    const days = new RegExp(`^${start} (\\S+) ngày$`).exec(written)?.[1];
    if (days !== undefined) return [{ on, test: 'age', state, days: parsed(days, location) }];
  }
  fault(
    location,
    `"${on}" là một ngày, nhưng điều kiện ghi "${written}".`,
    'Viết "đủ N ngày", "chưa đủ N ngày" hoặc "chưa chắc đủ N ngày" (khi dân chỉ nói tháng); N là số hoặc tên một mức.',
  );
  return [];
}

const COMPARED = /^(<=|>=|≤|≥|<|>|=)\s*(.+)$/;

function comparison(on: string, node: unknown, location: Location): Condition[] {
  const written = isScalar(node) ? String(node.value).normalize('NFC').trim() : '';
  const comparisons = written
    .split(/\s*,\s*/)
    .map((part) => compared(/^[\d.]+$/.test(part) ? `= ${part}` : part, location));
  if (written !== '' && comparisons.every((part) => part !== undefined))
    return [{ on, test: 'compare', comparisons }];
  fault(
    location,
    `Điều kiện của "${on}" ghi "${written}": máy không hiểu.`,
    'Viết dấu so sánh rồi tên một mức hay một số, trong nháy kép: "> nguong", "> nguong, <= nguong_3_ty".',
  );
  return [];
}

function compared(written: string, location: Location): Comparison | undefined {
  const [, sign = '', right = ''] = COMPARED.exec(written) ?? [];
  const operators: Record<string, Comparison['operator']> = {
    '<': '<',
    '<=': '<=',
    '≤': '<=',
    '>': '>',
    '>=': '>=',
    '≥': '>=',
    '=': '=',
  };
  const operator = operators[sign];
  return operator === undefined ? undefined : { operator, right: parsed(right, location) };
}
