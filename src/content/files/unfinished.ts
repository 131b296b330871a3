import type { Problem } from '../problem.js';
import { stemOf, type ContentFile } from '../source-file.js';

/** `draft: true` on a line of its own, not within an item. */
const MARK = /^draft:[ \t]*true[ \t]*(?:#.*)?\r?$/m;

/**
 * Leaves out what is marked as unfinished, so that nobody else's change has to wait for it: a procedure with its intent,
 * or an intent alone. `ids`: links to them are no faults.
 */
export function withoutUnfinished(
  files: readonly ContentFile[],
  report: (problem: Problem) => void,
): { finished: ContentFile[]; ids: ReadonlySet<string> } {
  const marked = files.filter(({ path, text }) => !path.includes('/shared/') && MARK.test(text));
  const ids = new Set(marked.map(({ path }) => stemOf(path)));
  const procedures = new Set(
    marked.filter(({ path }) => path.startsWith('procedures/')).map(({ path }) => stemOf(path)),
  );
  for (const { path, text } of marked)
    report({
      file: path,
      line: text.slice(0, text.search(MARK)).split('\n').length,
      field: 'draft',
      severity: 'warning',
      message: 'Bản nháp: bot chưa dùng tệp này.',
      remedy: 'Viết xong thì xoá dòng "draft: true" rồi chạy lại lệnh kiểm tra.',
    });
  const finished = files.filter(
    (file) =>
      !marked.includes(file) && !(file.path.startsWith('intents/') && procedures.has(stemOf(file.path))),
  );
  return { finished, ids };
}
