import type { Draft, DraftEntry } from '../files/draft.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';

/** Ids: the same as the file's name, and none twice. */
export function checkIdentities(draft: Draft, report: ReportProblem): void {
  for (const entries of [draft.procedures, draft.intents]) checkFileNames(entries, report);
  inOneFile(draft.groups.source, 'groups', draft.groups.value.groups, report);
  inOneFile(draft.contacts.source, 'contacts', draft.contacts.value.contacts, report);
  inOneFile(draft.offices.source, 'offices', draft.offices.value.offices, report);
  const { source, value } = draft.offices;
  const places = value.places.map(({ unit, name }) => ({ id: name === '' ? '' : `${unit} ${name}` }));
  inOneFile(source, 'places', places, report, 'name');
  inOneFile(draft.deadlines.source, 'deadlines', draft.deadlines.value.deadlines, report);
}

function checkFileNames(entries: readonly DraftEntry<{ id: string }>[], report: ReportProblem): void {
  const first = new Map<string, SourceFile>();
  for (const { source, value } of entries) {
    if (value.id === '') continue;
    const other = first.get(value.id);
    if (other !== undefined) {
      report(
        source.problem(
          ['id'],
          'error',
          `Mã "${value.id}" đã có ở tệp ${other.path}.`,
          `Đổi id thành "${source.stem}" (trùng tên tệp), hoặc xoá tệp thừa.`,
        ),
      );
    } else if (value.id !== source.stem) {
      report(
        source.problem(
          ['id'],
          'error',
          `Mã ghi "${value.id}" nhưng tên tệp là "${source.stem}.yml".`,
          `Viết id: ${source.stem}, hoặc đổi tên tệp thành ${value.id}.yml.`,
        ),
      );
    }
    if (other === undefined) first.set(value.id, source);
  }
}

function inOneFile(
  source: SourceFile,
  list: string,
  items: readonly { id: string }[],
  report: ReportProblem,
  key = 'id',
): void {
  const first = new Map<string, Path>();
  items.forEach(({ id }, index) => {
    const path = [list, index, key];
    const earlier = first.get(id);
    if (id === '' || earlier === undefined) first.set(id, path);
    else {
      const line = source.positionOf(earlier).line;
      report(
        source.problem(
          path,
          'error',
          `"${id}" đã được dùng ở dòng ${line}.`,
          'Đặt một tên khác, hoặc xoá phần lặp lại.',
        ),
      );
    }
  });
}
