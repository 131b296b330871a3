import { addDays, writtenDate } from '../../shared/days.js';
import type { DatedText, Validity } from '../dated-types.js';
import type { Draft, DraftEntry } from '../files/draft.js';
import type { WrittenProcedure } from '../files/procedure-file.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';
import { endsNamed, SAID_AFTER_DAYS } from './ends-named.js';

const TEXTS = [
  ['summary', 'summary'],
  ['who', 'who'],
  ['when', 'when'],
  ['noPapers', 'no_papers'],
  ['where', 'where'],
  ['timeLimit', 'time_limit'],
  ['fee', 'fee'],
  ['result', 'result'],
] as const;

interface Said {
  path: Path;
  wordings: DatedText;
  /** Something must be said on every day. */
  required: boolean;
}

/** Statements that hold for a time: in order, without a gap where something must be said, and none told after its end. */
export function checkValidity(draft: Draft, today: string, report: ReportProblem): void {
  for (const entry of draft.procedures) checkEntry(entry, today, report);
  const { source, value } = draft.deadlines;
  value.deadlines.forEach((deadline, index) => {
    checkOrder(source, ['deadlines', index], deadline, report);
  });
  draft.season.value.season.forEach((one, index) => {
    checkOrder(draft.season.source, ['season', index], one, report);
    checkOver(draft.season.source, ['season', index, 'until'], one, today, report);
  });
  draft.forms.value.forms.forEach((form, index) => {
    checkOrder(draft.forms.source, ['forms', index], form, report);
  });
}

function checkEntry(
  { source, value }: DraftEntry<WrittenProcedure>,
  today: string,
  report: ReportProblem,
): void {
  if (value.noPapers !== undefined && value.papers.length > 0)
    report(
      source.problem(
        ['no_papers'],
        'error',
        'Mục này vừa có danh sách giấy tờ (papers), vừa nói là không cần giấy tờ (no_papers).',
        'Cần giấy tờ thì xoá no_papers; không cần thì xoá papers.',
      ),
    );
  for (const { path, wordings, required } of saidIn(value)) {
    checkWordings(source, path, wordings, today, report);
    if (wordings.length > 1 || required) checkSequence(source, path, wordings, required, report);
    wordings.forEach(({ text, until }, index) => {
      const at = wordings.length > 1 ? [...path, index] : path;
      checkEnd(source, at, text, until, value.checkedOn, report);
    });
  }
  for (const [list, items] of [
    ['papers', value.papers],
    ['steps', value.steps.map((step) => ('use' in step ? {} : step))],
  ] as const)
    items.forEach((item, index) => {
      checkOrder(source, [list, index], item, report);
      checkOver(source, [list, index, 'until'], item, today, report);
    });
}

/** Every statement of an entry that is a text, with its place. */
export function saidIn(value: WrittenProcedure): Said[] {
  const texts = TEXTS.flatMap(([part, key]) => {
    const wordings = value[part];
    return wordings === undefined ? [] : [{ path: [key], wordings, required: part === 'summary' }];
  });
  const answers = value.questions.map(({ answer }, index) => ({
    path: ['questions', index, 'answer'],
    wordings: answer,
    required: true,
  }));
  const unsure = value.unsure.map((line, index) => ({
    path: ['unsure', index],
    wordings: [line],
    required: false,
  }));
  return [...texts, ...answers, ...unsure];
}

function checkWordings(
  source: SourceFile,
  path: Path,
  wordings: DatedText,
  today: string,
  report: ReportProblem,
): void {
  wordings.forEach((wording, index) => {
    const at = wording.text === '' || wordings.length === 1 ? path : [...path, index];
    checkOrder(source, at, wording, report);
    checkOver(source, [...at, 'until'], wording, today, report);
  });
}

function checkOrder(source: SourceFile, path: Path, { from, until }: Validity, report: ReportProblem): void {
  if (from === undefined || until === undefined || from <= until) return;
  report(
    source.problem(
      [...path, 'until'],
      'error',
      `Ngày hết hiệu lực ${until} trước ngày bắt đầu ${from}.`,
      'Sửa lại hai ngày: from là ngày đầu, until là ngày cuối còn đúng.',
    ),
  );
}

function checkOver(
  source: SourceFile,
  path: Path,
  { until }: Validity,
  today: string,
  report: ReportProblem,
): void {
  if (until === undefined || until >= today) return;
  report(
    source.problem(
      path,
      'warning',
      `Câu này hết hiệu lực từ sau ngày ${writtenDate(until)}, bot không còn nói nữa.`,
      'Xoá câu này, hoặc viết câu mới với "from" là ngày kế tiếp.',
    ),
  );
}

/** Each wording ends the day before the next begins. */
function checkSequence(
  source: SourceFile,
  path: Path,
  wordings: DatedText,
  required: boolean,
  report: ReportProblem,
): void {
  wordings.slice(1).forEach((next, index) => {
    const { until } = wordings[index] ?? {};
    const at = [...path, index + 1];
    if (until === undefined || next.from === undefined || next.from <= until)
      report(
        source.problem(
          at,
          'error',
          'Hai câu nối nhau trùng ngày: bot không biết nói câu nào.',
          `Câu trước ghi "until", câu này ghi "from" là ngày kế tiếp${until === undefined ? '' : ` (${addDays(until, 1)})`}.`,
        ),
      );
    else if (required && next.from > addDays(until, 1))
      report(gap(source, at, `từ ${addDays(until, 1)} đến trước ${next.from}`));
  });
  const [first, last] = [wordings[0], wordings.at(-1)];
  if (!required) return;
  if (first?.from !== undefined) report(gap(source, path, `trước ${first.from}`));
  if (last?.until !== undefined) report(gap(source, path, `sau ${last.until}`));
}

function gap(source: SourceFile, path: Path, when: string) {
  return source.problem(
    path,
    'error',
    `Mục này lúc nào cũng phải có câu để nói, nhưng ${when} thì không có.`,
    'Thêm một câu cho khoảng ngày ấy; câu đầu bỏ "from", câu cuối bỏ "until".',
  );
}

/** A day named as the end of something must not be named long after it. */
function checkEnd(
  source: SourceFile,
  path: Path,
  text: string,
  until: string | undefined,
  checkedOn: string,
  report: ReportProblem,
): void {
  // The last of several days: until then the others are history told with it.
  const end = endsNamed(text).sort().at(-1);
  if (end === undefined || end < checkedOn) return;
  if (until !== undefined && until <= addDays(end, SAID_AFTER_DAYS)) return;
  report(
    source.problem(
      path,
      'warning',
      `Câu này nói tới ngày ${writtenDate(end)} nhưng bot vẫn nói y như vậy mãi về sau.`,
      `Viết thành hai câu nối nhau: "- text: …" với "until: ${addDays(end, SAID_AFTER_DAYS)}" trở về trước, rồi "- text: …" với "from" là ngày kế tiếp.`,
    ),
  );
}
