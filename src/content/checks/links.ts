import type { Draft } from '../files/draft.js';
import { isUse } from '../assemble.js';
import { nearest } from '../nearest.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';

/** Every name that one file uses of another must be there. */
export function checkLinks(draft: Draft, report: ReportProblem): void {
  const known = namesIn(draft);
  checkProcedures(draft, known, report);
  checkIntents(draft, known, report);
  checkSharedFiles(draft, known, report);
}

/** `undefined`: the file that has the names could not be read, so nothing can be said about links into it. */
type Known = ReadonlySet<string> | undefined;
type Names = Record<'procedures' | 'groups' | 'contacts' | 'offices' | 'steps', Known>;

function namesIn(draft: Draft): Names {
  const { groups, contacts, offices, steps, unreadable } = draft;
  const ids = (source: SourceFile, items: readonly { id: string }[]): Known =>
    unreadable.has(source.stem) ? undefined : new Set(items.map(({ id }) => id));
  return {
    procedures: new Set([...draft.procedures.map(({ value }) => value.id), ...unreadable]),
    groups: ids(groups.source, groups.value.groups),
    contacts: ids(contacts.source, contacts.value.contacts),
    offices: ids(offices.source, offices.value.offices),
    steps: unreadable.has('steps') ? undefined : new Set(steps.value.steps.keys()),
  };
}

function checkProcedures(draft: Draft, known: Names, report: ReportProblem): void {
  // An action may answer in an entry's place, by the entry's name (office hours from the calendar).
  const targets = draft.intents.map(({ value }) => (value.action === undefined ? value.procedure : value.id));
  const intended = new Set([...targets, ...draft.unreadable]);
  for (const { source, value } of draft.procedures) {
    const link = linkFrom(source, report);
    link(['group'], value.group, known.groups, 'nhóm', draft.groups.source);
    // A plain name is allowed here; something written like an id is meant as one.
    if (/^[a-z0-9-]+$/.test(value.askWhom))
      link(['ask_whom'], value.askWhom, known.contacts, 'đầu mối', draft.contacts.source);
    value.related.forEach((id, index) => {
      if (id === value.id) reportSelf(source, index, report);
      else link(['related', index], id, known.procedures, 'thủ tục', undefined);
    });
    value.steps.forEach((step, index) => {
      if (isUse(step))
        link(['steps', index, 'use'], step.use, known.steps, 'danh sách bước', draft.steps.source);
    });
    if (value.id !== '' && !intended.has(value.id)) reportWithoutIntent(source, value.id, report);
  }
}

function checkIntents(draft: Draft, known: Names, report: ReportProblem): void {
  for (const { source, value } of draft.intents) {
    const { procedure, action } = value;
    if (procedure !== undefined)
      linkFrom(source, report)(['procedure'], procedure, known.procedures, 'thủ tục', undefined);
    if ((procedure === undefined) === (action === undefined)) {
      const path = procedure === undefined ? [] : ['action'];
      const message =
        procedure === undefined
          ? 'Việc này chưa dẫn tới đâu: thiếu "procedure" hoặc "action".'
          : 'Việc này vừa có "procedure" vừa có "action", máy không biết theo cái nào.';
      const remedy =
        procedure === undefined
          ? `Thêm một dòng "procedure: ${source.stem}" (mã của thủ tục cần mở).`
          : 'Giữ lại một trong hai dòng, xoá dòng kia.';
      report(source.problem(path, 'error', message, remedy));
    }
    if (action !== undefined && value.button === undefined) {
      report(
        source.problem(
          ['action'],
          'error',
          'Việc có "action" cần thêm "button": chữ trên nút khi bot hỏi lại.',
          'Thêm một dòng "button: …", nhiều nhất 20 ký tự.',
        ),
      );
    }
  }
}

function checkSharedFiles(draft: Draft, known: Names, report: ReportProblem): void {
  const { groups, offices, calendar, deadlines, promises, season } = draft;
  const inGroups = linkFrom(groups.source, report);
  groups.value.groups.forEach((group, index) => {
    group.procedures.forEach((id, position) => {
      inGroups(['groups', index, 'procedures', position], id, known.procedures, 'thủ tục', undefined);
    });
  });
  const inOffices = linkFrom(offices.source, report);
  offices.value.places.forEach(({ office }, index) => {
    inOffices(['places', index, 'office'], office, known.offices, 'cơ quan', offices.source);
  });
  const inCalendar = linkFrom(calendar.source, report);
  calendar.value.officeHours.forEach(({ office }, index) => {
    if (office !== 'all')
      inCalendar(['office_hours', index, 'office'], office, known.offices, 'cơ quan', offices.source);
  });
  if (/^[a-z0-9-]+$/.test(calendar.value.askWhom))
    inCalendar(['ask_whom'], calendar.value.askWhom, known.contacts, 'đầu mối', draft.contacts.source);
  if (calendar.value.about !== undefined)
    inCalendar(['about'], calendar.value.about, known.procedures, 'thủ tục', undefined);
  const inDeadlines = linkFrom(deadlines.source, report);
  deadlines.value.deadlines.forEach(({ procedure }, index) => {
    if (procedure !== undefined)
      inDeadlines(['deadlines', index, 'procedure'], procedure, known.procedures, 'thủ tục', undefined);
  });
  const inPromises = linkFrom(promises.source, report);
  promises.value.promises.forEach(({ procedure }, index) => {
    inPromises(['promises', index, 'procedure'], procedure, known.procedures, 'thủ tục', undefined);
  });
  const inSeason = linkFrom(season.source, report);
  season.value.season.forEach(({ entry }, index) => {
    inSeason(['season', index, 'entry'], entry, known.procedures, 'thủ tục', undefined);
  });
}

type Link = (path: Path, id: string, known: Known, what: string, at: SourceFile | undefined) => void;

function linkFrom(source: SourceFile, report: ReportProblem): Link {
  return (path, id, known, what, at) => {
    if (id === '' || known === undefined || known.has(id)) return;
    const near = nearest(id, known);
    const place = at === undefined ? 'trong thư mục procedures/' : `trong ${at.path}`;
    report(
      source.problem(
        path,
        'error',
        `Không có ${what} nào mang mã "${id}" ${place}.`,
        near === undefined
          ? `Kiểm tra lại mã ${place}, hoặc xoá dòng này.`
          : `Có lẽ là "${near}": sửa lại như thế.`,
      ),
    );
  };
}

function reportSelf(source: SourceFile, index: number, report: ReportProblem): void {
  report(
    source.problem(
      ['related', index],
      'error',
      'Thủ tục liên quan trỏ về chính nó.',
      'Xoá dòng này, hoặc thay bằng mã thủ tục khác.',
    ),
  );
}

function reportWithoutIntent(source: SourceFile, id: string, report: ReportProblem): void {
  report(
    source.problem(
      ['id'],
      'error',
      `Chưa có câu hỏi mẫu nào dẫn tới thủ tục này: thiếu tệp intents/${id}.yml.`,
      `Chạy "npm run content:new -- intent ${id}" rồi điền ít nhất 30 câu bà con hay hỏi.`,
    ),
  );
}
