import { diffArrays } from 'diff';
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Scalar,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isObject, keyOf, samePlain, type Plain, type PlainObject } from './plain.js';

/** Characters `from` up to `to` of the text give way to `put`. */
export interface Splice {
  from: number;
  to: number;
  put: string;
}

const FOLDED_WIDTH = 110;

/** What must change in the text so that the node says `wanted`; `null` when that can only be told by whoever holds it. */
export function changesOf(text: string, node: Node, wanted: Plain): Splice[] | null {
  if (samePlain(node.toJSON() as Plain, wanted)) return [];
  if (isMap(node) && isObject(wanted) && (node.flow !== true || sameKeys(node, wanted)))
    return mapChanges(text, node, wanted);
  if (isSeq(node) && node.flow !== true && Array.isArray(wanted)) return listChanges(text, node, wanted);
  return null;
}

/** Then the values alone change: within `{ }` there are no lines to put in or take out. */
function sameKeys(map: YAMLMap, wanted: PlainObject): boolean {
  const keys = Object.keys(wanted);
  return keys.length === map.items.length && keys.every((key) => map.has(key));
}

function mapChanges(text: string, map: YAMLMap, wanted: PlainObject): Splice[] | null {
  const pairs = map.items.map((pair) => placed(text, pair));
  const known = pairs.filter((pair) => pair !== null);
  const [first] = known;
  if (known.length !== pairs.length || first === undefined) return null;
  const indent = columnOf(text, first.from);
  const splices: Splice[] = [];
  for (const pair of known) {
    const value = wanted[pair.key];
    if (value === undefined) {
      if (text.slice(lineStart(text, pair.from), pair.from).trim() !== '') return null;
      splices.push({ from: lineStart(text, pair.from), to: nextLine(text, pair.to), put: '' });
      continue;
    }
    const inner = pair.node === undefined ? null : changesOf(text, pair.node, value);
    splices.push(
      ...(inner ?? [
        { from: pair.from, to: pair.to, put: indented(writtenPair(pair.key, value, pair.node), indent) },
      ]),
    );
  }
  let after: { to: number } | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    const there = known.find((pair) => pair.key === key);
    if (there === undefined)
      splices.push(inserted(text, after, first, indented(writtenPair(key, value), indent)));
    else after = there;
  }
  return splices;
}

/** Behind the line in which the item before it ends, or before the first. */
function inserted(
  text: string,
  after: { to: number } | undefined,
  first: { from: number },
  put: string,
): Splice {
  const indent = ' '.repeat(columnOf(text, first.from));
  if (after === undefined) return { from: first.from, to: first.from, put: `${put}\n${indent}` };
  const at = lineEnd(text, after.to);
  return { from: at, to: at, put: `\n${indent}${put}` };
}

function listChanges(text: string, list: YAMLSeq, wanted: readonly Plain[]): Splice[] | null {
  const items = list.items.map((item) => (isNode(item) ? placedItem(text, item) : null));
  const known = items.filter((item) => item !== null);
  const [first] = known;
  if (known.length !== items.length || first === undefined || wanted.length === 0) return null;
  const splices: Splice[] = [];
  let at = 0;
  let left: typeof known = [];
  const drop = (): void => {
    for (const { dash, to } of left)
      splices.push({ from: lineStart(text, dash), to: nextLine(text, to), put: '' });
    left = [];
  };
  for (const run of diffArrays(
    known.map(({ node }) => keyOf(node.toJSON() as Plain)),
    wanted.map(keyOf),
  )) {
    if (run.removed) left = known.slice(at, (at += run.count));
    if (!run.added) {
      if (!run.removed) {
        drop();
        at += run.count;
      }
      continue;
    }
    for (const value of run.value.map((key) => wanted.find((one) => keyOf(one) === key) ?? null)) {
      const old = left.shift();
      if (old === undefined) splices.push(insertedItem(text, known[at - 1], first, value));
      else splices.push(...(changesOf(text, old.node, value) ?? [replacedItem(text, old, value)]));
    }
  }
  drop();
  return splices;
}

interface PlacedItem {
  node: Node;
  dash: number;
  from: number;
  to: number;
}

function placedItem(text: string, node: Node): PlacedItem | null {
  const from = node.range?.[0];
  if (from === undefined) return null;
  const before = text.slice(lineStart(text, from), from);
  if (!/^ *- +$/.test(before)) return null;
  return { node, from, dash: lineStart(text, from) + before.indexOf('-'), to: contentEnd(text, node) };
}

function replacedItem(text: string, { node, from, to }: PlacedItem, value: Plain): Splice {
  return { from, to, put: indented(written(value, node), columnOf(text, from)) };
}

function insertedItem(text: string, after: PlacedItem | undefined, first: PlacedItem, value: Plain): Splice {
  const column = columnOf(text, first.dash);
  const put = `- ${indented(written(value, first.node), column + 2)}`;
  if (after === undefined) return { from: first.dash, to: first.dash, put: `${put}\n${' '.repeat(column)}` };
  const at = lineEnd(text, after.to);
  return { from: at, to: at, put: `\n${' '.repeat(column)}${put}` };
}

interface PlacedPair {
  key: string;
  node: Node | undefined;
  from: number;
  to: number;
}

function placed(text: string, { key, value }: Pair): PlacedPair | null {
  if (!isScalar(key) || key.range === undefined || key.range === null) return null;
  const node = isNode(value) ? value : undefined;
  const [from, keyEnd] = key.range;
  return {
    key: String(key.value),
    node,
    from,
    to: node === undefined ? keyEnd : Math.max(contentEnd(text, node), keyEnd + 1),
  };
}

/** Where what the node says ends: the line breaks of a block text are not counted. */
function contentEnd(text: string, node: Node): number {
  const [from, to] = node.range ?? [0, 0];
  return from + text.slice(from, to).trimEnd().length;
}

/** `key: value`, in the style in which the value was written before. */
export function writtenPair(key: string, value: Plain, before?: Node): string {
  return written({ [key]: value }, before, true);
}

/** @param pair whether `before` is the value of the one pair of `value` */
function written(value: Plain, before?: Node, pair = false): string {
  const flow = (isSeq(before) || isMap(before)) && before.flow === true;
  const sample = isSeq(before) ? before.items[0] : before;
  const quoted = isScalar(sample) && sample.type === 'QUOTE_DOUBLE';
  const folded = isScalar(before) && before.type === 'BLOCK_FOLDED';
  const document = new Document(value);
  const inner = pair && isMap(document.contents) ? document.contents.items[0]?.value : document.contents;
  if (flow && (isSeq(inner) || isMap(inner))) inner.flow = true;
  if (folded && isScalar(inner)) inner.type = Scalar.BLOCK_FOLDED;
  return document
    .toString({
      lineWidth: folded ? FOLDED_WIDTH : 0,
      flowCollectionPadding: flow && isMap(before),
      defaultKeyType: 'PLAIN',
      ...(quoted ? { defaultStringType: 'QUOTE_DOUBLE' as const } : {}),
    })
    .trimEnd()
    .replace(/: >$/m, ': >-');
}

function indented(lines: string, column: number): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, at: number): number => at - lineStart(text, at);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const nextLine = (text: string, at: number): number => Math.min(text.length, lineEnd(text, at) + 1);
