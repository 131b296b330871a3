import type { ReportProblem } from '../../problem.js';
import type { Draft } from '../../files/draft.js';
import { byId, rateOn } from '../../rates.js';
import type { Rate } from '../../types.js';
import type { Decision, Fact } from '../types.js';
import { checkCases } from './cases.js';
import type { Checked } from './checked.js';
import { checkNames } from './names.js';
import { checkPaths } from './paths.js';
import { sameUnit, unitOf, unitOfName, writtenUnit, type Names } from './units.js';

/** Everything about decisions that can be wrong; what builds on names is checked once the names are right. */
export function checkDecisions(draft: Draft, today: string, report: ReportProblem): void {
  const facts = new Map(draft.facts.value.facts.map((fact) => [fact.id, fact]));
  checkRegister(draft, report);
  const seen = new Set<string>();
  for (const { source, value: decision } of draft.decisions) {
    let errors = 0;
    const at: Checked = {
      ...worldOf(draft, facts),
      decision,
      source,
      day: lastChecked(decision),
      error: (path, message, remedy) => {
        errors += 1;
        report(source.problem(path, 'error', message, remedy));
      },
      warning: (path, message, remedy) => report(source.problem(path, 'warning', message, remedy)),
    };
    checkId(at, seen);
    checkNames(at);
    if (errors > 0) continue;
    checkUnits(at);
    if (errors > 0) continue;
    checkPaths(at);
    checkCases(at);
    checkInForce(at, today);
  }
}

function worldOf(draft: Draft, facts: ReadonlyMap<string, Fact>) {
  const rates = byId(draft.rates.value.rates);
  const { deadlines } = draft.deadlines.value;
  return {
    facts,
    rates: new Map<string, Rate>([...rates].map(([, rate]) => [rate.id, rate])),
    entries: new Set([...draft.procedures.map(({ value }) => value.id), ...draft.unreadable]),
    deadlines: new Set(deadlines.map(({ id }) => id)),
    content: { facts, rates, deadlines, holidays: draft.holidays.value },
  };
}

function checkRegister(draft: Draft, report: ReportProblem): void {
  const seen = new Set<string>();
  draft.facts.value.facts.forEach(({ id }, index) => {
    if (seen.has(id))
      report(
        draft.facts.source.problem(
          ['facts', index, 'id'],
          'error',
          `Dữ kiện "${id}" có hai lần.`,
          'Xoá hoặc đổi tên một cái.',
        ),
      );
    seen.add(id);
  });
  draft.facts.value.sumKinds.forEach(({ id, facts }, index) => {
    for (const fact of facts.filter((one) => !seen.has(one)))
      report(
        draft.facts.source.problem(
          ['sum_kinds', index, 'facts'],
          'error',
          `Khoản "${id}" nhắc dữ kiện "${fact}" không có trong sổ.`,
          'Sửa tên theo một mục "id" của "facts:", hoặc bỏ đi.',
        ),
      );
  });
}

function checkId({ decision, source, error }: Checked, seen: Set<string>): void {
  if (decision.id !== source.stem)
    error(
      ['id'],
      `Mã "${decision.id}" khác tên tệp "${source.stem}.yml".`,
      `Viết "id: ${source.stem}", hoặc đổi tên tệp.`,
    );
  if (seen.has(decision.id)) error(['id'], `Mã "${decision.id}" đã có ở tệp khác.`, 'Đổi mã.');
  seen.add(decision.id);
}

/** The newest day on which one of the results was checked. */
function lastChecked({ results }: Decision): string {
  return (
    [...results.values()]
      .map(({ checkedOn }) => checkedOn)
      .sort()
      .at(-1) ?? ''
  );
}

function checkUnits({ decision, facts, rates, error }: Checked): void {
  const names: Names = { decision, facts, rates };
  for (const [name, { formula, written }] of decision.sums) {
    const measured = unitOf(formula, names);
    if ('wrong' in measured)
      error(
        ['sums', name, 'formula'],
        `Công thức "${written}" sai đơn vị: ${measured.wrong}.`,
        'Kiểm tra từng tên trong công thức và đơn vị của nó trong rates.yml, facts.yml.',
      );
    else if ('unit' in measured && measured.unit.get('đồng') !== 1)
      error(
        ['sums', name, 'formula'],
        `Công thức "${written}" ra ${writtenUnit(measured.unit)}, không phải tiền.`,
        'Mỗi phép tính phải ra đồng (có thể là đồng mỗi tháng, mỗi năm).',
      );
  }
  decision.rules.forEach(({ when }, index) => {
    for (const condition of when) {
      if (condition.test !== 'compare') continue;
      const left = unitOfName(condition.on, names);
      for (const { right } of condition.comparisons) {
        const limit = unitOf(right, names);
        const differs = 'unit' in left && 'unit' in limit && !sameUnit(left.unit, limit.unit);
        if (differs)
          error(
            ['rules', index, 'when', condition.on],
            `So sánh "${condition.on}" (${writtenUnit(left.unit)}) với thứ có đơn vị ${writtenUnit(limit.unit)}.`,
            'So sánh với một mức cùng đơn vị trong mục "rates".',
          );
      }
    }
  });
}

/** A rate that has run out: the bot then computes nothing. A warning, so that a day alone never takes content down. */
function checkInForce({ decision, rates, content, warning }: Checked, today: string): void {
  for (const [name, use] of decision.rates) {
    const refs = 'by' in use ? [...use.each.values()] : [use];
    for (const { id, otherwise } of refs)
      if (rates.has(id) && otherwise === undefined && rateOn(content.rates, id, today) === undefined)
        warning(
          ['rates', name],
          `Mức "${id}" không có hiệu lực ngày ${today}: bot sẽ không tính bảng này.`,
          'Thêm mức mới vào rates.yml, hoặc ghi "otherwise" là giá trị khi mức hết hiệu lực.',
        );
  }
}
