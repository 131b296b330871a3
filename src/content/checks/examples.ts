import type { Draft } from '../files/draft.js';
import type { SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';
import { isCopy, nearPairs, wording, type Wording } from './example-likeness.js';

/** Below this the engine guesses; the change is refused. */
const FEWEST = 5;
/** What each intent should have to be understood well. */
const ENOUGH = 30;

interface Placed extends Wording {
  source: SourceFile;
  index: number;
}

/** Example questions: enough of them, none in two places, no near-copies. */
export function checkExamples(draft: Draft, report: ReportProblem): void {
  for (const { source, value } of draft.intents) checkNumber(source, value.examples.length, report);
  const files = [...draft.intents, draft.outOfScope];
  const all = files.flatMap(({ source, value }) =>
    value.examples
      .map((text, index): Placed => ({ ...wording(text), source, index }))
      .filter(({ key }) => key !== ''),
  );
  checkTests(files, all, report);
  const copied = reportCopies(all, report);
  const rest = all.filter((example) => !copied.has(example));
  for (const [first, second] of nearPairs(rest)) {
    const [earlier, later] = [rest[first], rest[second]];
    if (earlier !== undefined && later !== undefined && !isOtherWord(earlier, later))
      reportNear(earlier, later, report);
  }
}

/** What is measured with must not be learnt: the figures would flatter. */
function checkTests(
  files: readonly { source: SourceFile; value: { tests: readonly string[] } }[],
  examples: readonly Placed[],
  report: ReportProblem,
): void {
  const byKey = new Map<string, Placed[]>();
  for (const { source, value } of files)
    value.tests.forEach((text, index) => {
      const test: Placed = { ...wording(text), source, index };
      byKey.set(test.key, [...(byKey.get(test.key) ?? []), test]);
    });
  for (const example of byKey.size === 0 ? [] : examples) {
    const test = byKey.get(example.key)?.find((one) => isCopy(one, example));
    if (test === undefined) continue;
    report(
      example.source.problem(
        ['examples', example.index],
        'error',
        `Câu "${shown(example.text)}" là câu kiểm tra ở ${test.source.path}: máy không được học câu dùng để đo.`,
        'Bỏ câu khỏi "tests" nếu muốn dạy máy, hoặc bỏ khỏi "examples".',
      ),
    );
  }
}

function checkNumber(source: SourceFile, count: number, report: ReportProblem): void {
  if (count >= ENOUGH || count === 0) return;
  const few = count < FEWEST;
  report(
    source.problem(
      ['examples'],
      few ? 'error' : 'warning',
      `Mới có ${count} câu hỏi mẫu, ${few ? `ít nhất phải có ${FEWEST}` : `nên có từ ${ENOUGH}`} để máy nhận đúng ý.`,
      `Viết thêm ${(few ? FEWEST : ENOUGH) - count} câu, mỗi câu một cách nói khác nhau (không dấu, viết tắt, kể lể).`,
    ),
  );
}

/** Returns the later copies, so that they are not told again as near-copies. */
function reportCopies(all: readonly Placed[], report: ReportProblem): Set<Placed> {
  const byKey = new Map<string, Placed[]>();
  for (const example of all) {
    const group = byKey.get(example.key);
    if (group === undefined) byKey.set(example.key, [example]);
    else group.push(example);
  }
  const copied = new Set<Placed>();
  for (const group of byKey.values()) {
    group.forEach((example, position) => {
      const earlier = group.slice(0, position).find((other) => isCopy(other, example));
      if (earlier === undefined) return;
      copied.add(example);
      reportCopy(earlier, example, report);
    });
  }
  return copied;
}

function reportCopy(earlier: Placed, later: Placed, report: ReportProblem): void {
  const same = earlier.source === later.source;
  report(
    later.source.problem(
      ['examples', later.index],
      same ? 'warning' : 'error',
      same
        ? `Câu "${shown(later.text)}" đã có ở dòng ${lineOf(earlier)}.`
        : `Câu "${shown(later.text)}" đã có ở ${earlier.source.path}, dòng ${lineOf(earlier)}: máy không biết theo ý nào.`,
      same ? 'Xoá một trong hai câu.' : 'Giữ câu ở việc đúng, xoá ở tệp kia.',
    ),
  );
}

function reportNear(earlier: Placed, later: Placed, report: ReportProblem): void {
  const where =
    earlier.source === later.source
      ? `dòng ${lineOf(earlier)}`
      : `${earlier.source.path}, dòng ${lineOf(earlier)}`;
  report(
    later.source.problem(
      ['examples', later.index],
      'warning',
      `Câu "${shown(later.text)}" gần như chép lại câu "${shown(earlier.text)}" (${where}).`,
      'Xoá một câu, hoặc viết lại bằng cách nói khác hẳn.',
    ),
  );
}

/** "thuê" for "thuế" in two intents is another question, not a slip of the pen. */
function isOtherWord(a: Placed, b: Placed): boolean {
  return a.key === b.key && !isCopy(a, b);
}

function lineOf({ source, index }: Placed): number {
  return source.positionOf(['examples', index]).line;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
