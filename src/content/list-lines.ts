import { isMap, isScalar, isSeq, stringify, type Document, type YAMLSeq } from 'yaml';
import { AppError } from '../shared/errors.js';

/** The texts of the list under `key`, in order. */
export function itemsOf(document: Document.Parsed, key: string): string[] {
  return listOf(document, key).items.map((item) =>
    isScalar(item) && typeof item.value === 'string' ? item.value.trim() : '',
  );
}

/**
 * The file with one more item at the end of the list under `key`: one line is added, nothing else changes, comments and
 * quoting least of all. The file's own line ends and indentation are kept.
 */
function insertItem(before: string, document: Document.Parsed, key: string, text: string): string {
  const list = listOf(document, key);
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const written = quoted(text);
  const lastItem = list.items.at(-1);
  if (lastItem === undefined) return firstItem(before, document, key, written, end);
  if (!isScalar(lastItem) || list.flow === true) throw unsupported();
  const last = rangeOf(lastItem);
  const indent = /(?:^|\n)([ ]*)- [^\n]*$/.exec(before.slice(0, last.start))?.[1];
  if (indent === undefined) throw unsupported();
  const lineEnd = endOfLine(before, last.end);
  const gap = before.slice(0, lineEnd).endsWith('\n') ? '' : end;
  return `${before.slice(0, lineEnd)}${gap}${indent}- ${written}${gap === '' ? end : ''}${before.slice(lineEnd)}`;
}

/** The same for a list that the file may not have yet: it comes into being at the end of the file. */
export function insertIntoList(before: string, document: Document.Parsed, key: string, text: string): string {
  if (isMap(document.contents) && document.contents.has(key)) return insertItem(before, document, key, text);
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : end;
  return `${before}${gap}${key}:${end}  - ${quoted(text)}${end}`;
}

/** The file without the line (or lines) of that item. */
export function removeItem(before: string, document: Document.Parsed, key: string, index: number): string {
  const list = listOf(document, key);
  const item = list.items[index];
  if (!isScalar(item) || list.flow === true) throw unsupported();
  const { start, end } = rangeOf(item);
  const lineStart = before.lastIndexOf('\n', start - 1) + 1;
  if (!/^ *- *$/.test(before.slice(lineStart, start))) throw unsupported();
  return before.slice(0, lineStart) + before.slice(endOfLine(before, end));
}

/** An empty list, written `[]` or left out after the colon, becomes one with a line of its own. */
function firstItem(
  before: string,
  document: Document.Parsed,
  key: string,
  written: string,
  end: string,
): string {
  const list = listOf(document, key);
  const { start, end: close } = rangeOf(list);
  if (before.slice(start, close).trim() !== '[]') throw unsupported();
  const head = before.slice(0, start).replace(/ +$/, '');
  return `${head}${end}  - ${written}${before.slice(close)}`;
}

function listOf(document: Document.Parsed, key: string): YAMLSeq {
  const list: unknown = isMap(document.contents) ? document.contents.get(key, true) : undefined;
  if (isSeq(list)) return list;
  throw unsupported();
}

/** `end` is where the value ends, a comment behind it left out. */
function rangeOf(node: { range?: [number, number, number] | null }): { start: number; end: number } {
  if (node.range == null) throw unsupported();
  return { start: node.range[0], end: node.range[1] };
}

/** Behind the line break of the line that ends at, or goes on behind, `offset` (a comment may follow the value). */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const breakAt = text.indexOf('\n', offset);
  return breakAt < 0 ? text.length : breakAt + 1;
}

/** As plain as YAML allows, on one line; quoted where a colon, a number or a "yes" would be read as something else. */
function quoted(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN', singleQuote: false }).trimEnd();
}

function unsupported(): AppError {
  return new AppError(
    'CONTENT_LAYOUT',
    'Danh sách câu mẫu trong tệp không viết theo kiểu mỗi câu một dòng.',
    {
      remedy: 'Viết mỗi câu mẫu một dòng, bắt đầu bằng "  - ", rồi thử lại.',
      status: 409,
    },
  );
}
