import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, parseDocument, type Document } from 'yaml';
import { withoutHiddenCharacters } from '../shared/hidden-characters.js';
import { AppError } from '../shared/errors.js';
import { isCopy, wording } from './checks/example-likeness.js';
import { insertIntoList, itemsOf, removeItem } from './list-lines.js';
import { writeAtomically } from './write-files.js';

const OUT_OF_SCOPE = 'intents/shared/out-of-scope.yml';
const LONGEST_EXAMPLE = 600;

/** One edit at a time: two clicks at once must not each write what the other has not seen. */
let last: Promise<unknown> = Promise.resolve();

/** Files a wording under an intent: one new line in its file, every other byte as it was. */
export function addExample(root: string, intentId: string, text: string): Promise<void> {
  return edit(
    root,
    () => intentPath(intentId),
    (before) => withExample(before, text),
  );
}

/** Files a wording as none of our business. */
export function addOutOfScope(root: string, text: string): Promise<void> {
  return edit(
    root,
    () => OUT_OF_SCOPE,
    (before) => withExample(before, text),
  );
}

/** Takes a wording out again, `null`: out of those that are none of our business. `EXAMPLE_NOT_FOUND` when the file does not have it. */
export function removeExample(root: string, intentId: string | null, text: string): Promise<void> {
  return edit(
    root,
    () => (intentId === null ? OUT_OF_SCOPE : intentPath(intentId)),
    (before) => withoutExample(before, text),
  );
}

/** Keeps a message to measure with, `null`: one that is none of our business. */
export function addTest(root: string, intentId: string | null, text: string): Promise<void> {
  return edit(
    root,
    () => (intentId === null ? OUT_OF_SCOPE : intentPath(intentId)),
    (before) => withExample(before, text, 'tests'),
  );
}

/** Takes it out again. `EXAMPLE_NOT_FOUND` when the file does not have it. */
export function removeTest(root: string, intentId: string | null, text: string): Promise<void> {
  return edit(
    root,
    () => (intentId === null ? OUT_OF_SCOPE : intentPath(intentId)),
    (before) => withoutExample(before, text, 'tests'),
  );
}

type List = 'examples' | 'tests';

function intentPath(id: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return `intents/${id}.yml`;
  throw new AppError('INTENT_UNKNOWN', `Không có việc nào mang mã "${id}".`, { status: 404 });
}

function edit(root: string, pathOf: () => string, change: (before: string) => string): Promise<void> {
  const work = async (): Promise<void> => {
    const path = pathOf();
    const file = join(root, path);
    const before = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new AppError('INTENT_UNKNOWN', `Không đọc được tệp ${path}.`, { status: 404, cause });
    });
    const after = change(before);
    // Someone may have saved the file in an editor since it was read.
    if ((await readFile(file, 'utf8')) !== before) throw changedMeanwhile(path);
    await writeAtomically(file, after);
  };
  const done = last.then(work, work);
  last = done.catch(() => undefined);
  return done;
}

function withExample(before: string, text: string, list: List = 'examples'): string {
  const added = plain(text);
  if (wording(added).key === '' || added.length > LONGEST_EXAMPLE)
    throw new AppError('EXAMPLE_INVALID', `Câu mẫu phải có chữ và dài không quá ${LONGEST_EXAMPLE} ký tự.`, {
      status: 400,
    });
  const document = parsed(before);
  const present = presentIn(document, list);
  if (present.some((item) => isCopy(wording(item), wording(added))))
    throw new AppError('EXAMPLE_EXISTS', 'Câu này đã có trong danh sách.', { status: 409 });
  return proven(insertIntoList(before, document, list, added), [...present, added], list);
}

/** A wording as it is filed: composed, in one line, with nothing in it that nobody sees. */
function plain(text: string): string {
  return withoutHiddenCharacters(text).replace(/\s+/g, ' ').trim();
}

function withoutExample(before: string, text: string, list: List = 'examples'): string {
  const document = parsed(before);
  const present = presentIn(document, list);
  const index = [text.normalize('NFC').trim(), plain(text)]
    .map((wanted) => present.indexOf(wanted))
    .find((at) => at >= 0);
  if (index === undefined)
    throw new AppError('EXAMPLE_NOT_FOUND', 'Không thấy câu này trong danh sách.', { status: 404 });
  const rest = present.toSpliced(index, 1);
  const after = removeItem(before, document, list, index);
  // A list of tests need not be there; a key without a list would be a fault.
  const without = list === 'tests' && rest.length === 0 ? after.replace(/^tests:[ ]*\r?\n/m, '') : after;
  return proven(without, rest, list);
}

function presentIn(document: Document.Parsed, list: List): string[] {
  const missing = list === 'tests' && !(isMap(document.contents) && document.contents.has(list));
  return missing ? [] : itemsOf(document, list);
}

function parsed(text: string) {
  const document = parseDocument(text);
  if (document.errors.length === 0) return document;
  throw new AppError('CONTENT_INVALID', 'Tệp đang có lỗi nên chưa ghi thêm được.', {
    remedy: 'Chạy "npm run content:check", sửa lỗi rồi thử lại.',
    status: 409,
  });
}

/** What is about to be written must read back as exactly what was meant. */
function proven(after: string, expected: readonly string[], list: List): string {
  const document = parseDocument(after);
  const items = document.errors.length > 0 ? [] : presentIn(document, list);
  if (items.length === expected.length && items.every((item, index) => item === expected[index]))
    return after;
  throw new AppError('CONTENT_LAYOUT', 'Cách trình bày của tệp này không cho phép ghi tự động.', {
    remedy: 'Viết mỗi câu mẫu một dòng, bắt đầu bằng "  - ", rồi thử lại.',
    status: 409,
  });
}

function changedMeanwhile(path: string): AppError {
  return new AppError('CONTENT_CHANGED', `Tệp ${path} vừa được người khác sửa.`, {
    remedy: 'Tải lại trang để xem bản mới nhất rồi làm lại.',
    status: 409,
  });
}
