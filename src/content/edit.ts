import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { AppError } from '../shared/errors.js';
import { isCopy, wording } from './checks/example-likeness.js';
import { insertItem, itemsOf, removeItem } from './list-lines.js';
import { fingerprint } from './versions.js';
import { writeAtomically } from './write-files.js';

export interface EditOptions {
  /** `fingerprint` of the file as the editor last saw it; without it the newest state is edited. */
  seen?: string;
}

export interface Edited {
  /** Path from the content root. */
  file: string;
  /** Of the file as it is now. */
  fingerprint: string;
}

const OUT_OF_SCOPE = 'intents/shared/out-of-scope.yml';
const LONGEST_EXAMPLE = 600;

/** One edit at a time: two clicks at once must not each write what the other has not seen. */
let last: Promise<unknown> = Promise.resolve();

/** Files a wording under an intent: one new line in its file, every other byte as it was. */
export function addExample(
  root: string,
  intentId: string,
  text: string,
  options: EditOptions = {},
): Promise<Edited> {
  return edit(
    root,
    () => intentPath(intentId),
    options,
    (before) => withExample(before, text),
  );
}

/** Files a wording as none of our business. */
export function addOutOfScope(root: string, text: string, options: EditOptions = {}): Promise<Edited> {
  return edit(
    root,
    () => OUT_OF_SCOPE,
    options,
    (before) => withExample(before, text),
  );
}

/** Takes a wording out again, `null`: out of those that are none of our business. `EXAMPLE_NOT_FOUND` when the file does not have it. */
export function removeExample(
  root: string,
  intentId: string | null,
  text: string,
  options: EditOptions = {},
): Promise<Edited> {
  return edit(
    root,
    () => (intentId === null ? OUT_OF_SCOPE : intentPath(intentId)),
    options,
    (before) => withoutExample(before, text),
  );
}

/** The file as it is now, for `EditOptions.seen`. */
export async function fileFingerprint(root: string, intentId: string | null): Promise<string> {
  const path = intentId === null ? OUT_OF_SCOPE : intentPath(intentId);
  return fingerprint(await readFile(join(root, path), 'utf8'));
}

function intentPath(id: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return `intents/${id}.yml`;
  throw new AppError('intent_unknown', `Không có ý định nào mang mã "${id}".`, { status: 404 });
}

function edit(
  root: string,
  pathOf: () => string,
  { seen }: EditOptions,
  change: (before: string) => string,
): Promise<Edited> {
  const work = async (): Promise<Edited> => {
    const path = pathOf();
    const file = join(root, path);
    const before = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new AppError('intent_unknown', `Không đọc được tệp ${path}.`, { status: 404, cause });
    });
    if (seen !== undefined && seen !== fingerprint(before)) throw changedMeanwhile(path);
    const after = change(before);
    // Someone may have saved the file in an editor since it was read.
    if ((await readFile(file, 'utf8')) !== before) throw changedMeanwhile(path);
    await writeAtomically(file, after);
    return { file: path, fingerprint: fingerprint(after) };
  };
  const done = last.then(work, work);
  last = done.catch(() => undefined);
  return done;
}

function withExample(before: string, text: string): string {
  const added = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (wording(added).key === '' || added.length > LONGEST_EXAMPLE)
    throw new AppError('example_invalid', `Câu mẫu phải có chữ và dài không quá ${LONGEST_EXAMPLE} ký tự.`, {
      status: 400,
    });
  const document = parsed(before);
  const present = itemsOf(document, 'examples');
  if (present.some((item) => isCopy(wording(item), wording(added))))
    throw new AppError('example_exists', 'Câu này đã có trong danh sách.', { status: 409 });
  return proven(insertItem(before, document, 'examples', added), [...present, added]);
}

function withoutExample(before: string, text: string): string {
  const document = parsed(before);
  const present = itemsOf(document, 'examples');
  const index = present.indexOf(text.normalize('NFC').trim());
  if (index < 0)
    throw new AppError('example_not_found', 'Không thấy câu này trong danh sách.', { status: 404 });
  return proven(removeItem(before, document, 'examples', index), present.toSpliced(index, 1));
}

function parsed(text: string) {
  const document = parseDocument(text);
  if (document.errors.length === 0) return document;
  throw new AppError('content_invalid', 'Tệp đang có lỗi nên chưa ghi thêm được.', {
    remedy: 'Chạy "npm run content:check", sửa lỗi rồi thử lại.',
    status: 409,
  });
}

/** What is about to be written must read back as exactly what was meant. */
function proven(after: string, expected: readonly string[]): string {
  const document = parseDocument(after);
  const items = document.errors.length > 0 ? [] : itemsOf(document, 'examples');
  if (items.length === expected.length && items.every((item, index) => item === expected[index]))
    return after;
  throw new AppError('content_layout', 'Cách trình bày của tệp này không cho phép ghi tự động.', {
    remedy: 'Viết mỗi câu mẫu một dòng, bắt đầu bằng "  - ", rồi thử lại.',
    status: 409,
  });
}

function changedMeanwhile(path: string): AppError {
  return new AppError('content_changed', `Tệp ${path} vừa được người khác sửa.`, {
    remedy: 'Tải lại trang để xem bản mới nhất rồi làm lại.',
    status: 409,
  });
}
