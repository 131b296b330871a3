import jsep, { type Expression as Parsed } from 'jsep';

/** A formula: numbers, names, arithmetic, comparisons and the functions of `FUNCTIONS`. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'name'; name: string }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; inputs: Expression[] };

const OPERATORS = ['+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', '&&', '||'] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * Names and how many inputs each takes; `luy_tien(x, "pit-bracket")` taxes x by the brackets of those rates, `phan(x, "san")`
 * is what of the fact x is of that option.
 */
const FUNCTIONS = {
  min: [2, 9],
  max: [2, 9],
  neu: [3, 3],
  luy_tien: [2, 2],
  phan: [2, 2],
  lam_tron: [2, 2],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** Said in Vietnamese, for staff. */
export class FormulaError extends Error {}

/** Reads a formula as staff write it. Throws `FormulaError` with what is wrong. */
export function parseFormula(written: string): Expression {
  let parsed: Parsed;
  try {
    parsed = jsep(written);
  } catch {
    throw new FormulaError(
      `công thức "${written}" không đọc được: thiếu hoặc thừa dấu ngoặc, dấu phép tính hay dấu phẩy`,
    );
  }
  return expressionOf(parsed, written);
}

/** All names in a formula, each once. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'operation':
      return unique([...namesIn(expression.left), ...namesIn(expression.right)]);
    case 'call':
      return unique(expression.inputs.flatMap(namesIn));
    default:
      return [];
  }
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}

function expressionOf(parsed: Parsed, written: string): Expression {
  const node = parsed as Node;
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number'
        ? { kind: 'number', value: node.value }
        : { kind: 'text', value: String(node.value) };
    case 'Identifier':
      return { kind: 'name', name: node.name };
    case 'BinaryExpression':
      return operationOf(node, written);
    case 'CallExpression':
      return callOf(node, written);
    default:
      throw new FormulaError(
        `công thức "${written}" có chỗ máy không hiểu; chỉ dùng tên, số, + - * /, so sánh và các hàm ${Object.keys(FUNCTIONS).join(', ')}`,
      );
  }
}

type Node =
  | { type: 'Literal'; value: number | string | boolean }
  | { type: 'Identifier'; name: string }
  | BinaryNode
  | CallNode
  | { type: 'Compound' };
interface BinaryNode {
  type: 'BinaryExpression';
  operator: string;
  left: Parsed;
  right: Parsed;
}
interface CallNode {
  type: 'CallExpression';
  callee: Parsed;
  arguments: Parsed[];
}

function operationOf(node: BinaryNode, written: string): Expression {
  const operator = OPERATORS.find((known) => known === node.operator);
  if (operator === undefined)
    throw new FormulaError(`công thức "${written}" dùng phép "${node.operator}" mà máy không biết`);
  return {
    kind: 'operation',
    operator,
    left: expressionOf(node.left, written),
    right: expressionOf(node.right, written),
  };
}

function callOf(node: CallNode, written: string): Expression {
  const callee = node.callee as Node;
  const called = callee.type === 'Identifier' ? callee.name : '';
  const name = (Object.keys(FUNCTIONS) as FunctionName[]).find((known) => known === called);
  if (name === undefined)
    throw new FormulaError(
      `công thức "${written}" dùng hàm "${called}"; chỉ có: ${Object.keys(FUNCTIONS).join(', ')}`,
    );
  const [least, most] = FUNCTIONS[name];
  const count = node.arguments.length;
  if (count < least || count > most)
    throw new FormulaError(
      `công thức "${written}": hàm ${name} cần ${least === most ? least : `từ ${least} đến ${most}`} phần, đang có ${count}`,
    );
  return { kind: 'call', name, inputs: node.arguments.map((input) => expressionOf(input, written)) };
}
