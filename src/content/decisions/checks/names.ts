import { nearest } from '../../nearest.js';
import type { Path } from '../../source-file.js';
import { namesIn } from '../expression.js';
import { placeholdersIn } from '../engine/written.js';
import type { Condition, Decision, Result } from '../types.js';
import type { Checked } from './checked.js';

/** Every name in a decision must lead to something, and everything it holds must be used. */
export function checkNames(at: Checked): void {
  checkLinks(at);
  checkRates(at);
  checkFormulas(at);
  checkRules(at);
  checkLeads(at);
  for (const [id, result] of at.decision.results) checkResult(id, result, at);
  checkUse(at);
}

function checkLinks({ decision, entries, deadlines, facts, error }: Checked): void {
  if (!entries.has(decision.entry)) unknown(['entry'], decision.entry, entries, 'thủ tục', error);
  decision.also.forEach((id, index) => {
    if (!entries.has(id)) unknown(['also', index], id, entries, 'thủ tục', error);
  });
  for (const [name, use] of decision.dates) {
    if ('deadline' in use) {
      if (!deadlines.has(use.deadline)) unknown(['dates', name], use.deadline, deadlines, 'hạn', error);
      continue;
    }
    const fact = 'since' in use ? use.since : use.from;
    if (facts.get(fact)?.kind !== 'date' || !usedFacts(decision).has(fact))
      error(
        ['dates', name],
        `"${fact}" không phải một dữ kiện kiểu ngày của bảng này.`,
        'Ghi tên một dữ kiện kiểu date có trong mục "facts" của bảng.',
      );
  }
}

function checkRates({ decision, rates, facts, error }: Checked): void {
  for (const [name, use] of decision.rates) {
    const refs = 'by' in use ? [...use.each.values()] : [use];
    for (const { id } of refs)
      if (!rates.has(id)) unknown(['rates', name], id, rates.keys(), 'mức thu', error);
    if (!('by' in use)) continue;
    const options = facts.get(use.by)?.options.map(({ id }) => id) ?? [];
    const missing = options.filter((option) => !use.each.has(option));
    const extra = [...use.each.keys()].filter((option) => !options.includes(option));
    if (missing.length > 0 || extra.length > 0)
      error(
        ['rates', name],
        `Mức "${name}" theo "${use.by}" ${missing.length > 0 ? `thiếu: ${missing.join(', ')}` : `có đáp án lạ: ${extra.join(', ')}`}.`,
        `Ghi mỗi đáp án của "${use.by}" một dòng: ${options.join(', ')}.`,
      );
  }
}

function checkFormulas({ decision, error }: Checked): void {
  const known = [...usedFacts(decision), ...decision.sums.keys(), ...decision.rates.keys()];
  for (const [name, { formula }] of decision.sums)
    for (const used of namesIn(formula))
      if (!known.includes(used)) unknown(['sums', name, 'formula'], used, known, 'tên', error);
  for (const [name] of decision.sums)
    if (restsOnItself(name, decision))
      error(
        ['sums', name, 'formula'],
        `Công thức của "${name}" dùng lại chính nó.`,
        'Bỏ vòng lặp trong công thức.',
      );
}

function restsOnItself(name: string, { sums }: Decision): boolean {
  const seen = new Set<string>();
  const visit = (current: string): boolean =>
    namesIn(sums.get(current)?.formula ?? { kind: 'number', value: 0 }).some((used) => {
      if (used === name) return true;
      if (seen.has(used) || !sums.has(used)) return false;
      seen.add(used);
      return visit(used);
    });
  return visit(name);
}

function checkRules(at: Checked): void {
  const { decision, error } = at;
  decision.rules.forEach(({ when, result }, index) => {
    if (!decision.results.has(result))
      unknown(['rules', index, 'result'], result, decision.results.keys(), 'kết quả', error);
    checkConditions(when, ['rules', index, 'when'], at);
  });
}

function checkConditions(when: readonly Condition[], at: Path, { decision, error }: Checked): void {
  const known = [...usedFacts(decision), ...decision.sums.keys()];
  const limits = [...known, ...decision.rates.keys()];
  for (const condition of when) {
    const path = [...at, condition.on];
    if (!known.includes(condition.on)) unknown(path, condition.on, known, 'dữ kiện hay phép tính', error);
    const right = condition.test === 'compare' ? condition.comparisons.map((one) => one.right) : [];
    const limit = condition.test === 'age' ? [condition.days] : right;
    for (const used of limit.flatMap(namesIn))
      if (!limits.includes(used)) unknown(path, used, limits, 'mức thu', error);
  }
}

function checkLeads(at: Checked): void {
  const { decision, error } = at;
  const known = namesSaid(decision);
  decision.leads.forEach(({ when, text }, index) => {
    checkConditions(when, ['leads', index, 'when'], at);
    for (const name of placeholdersIn(text))
      if (!known.includes(name)) unknown(['leads', index, 'text'], name, known, 'chỗ trống', error);
  });
}

/** What a sentence may have placeholders for. */
function namesSaid(decision: Decision): string[] {
  return [
    ...usedFacts(decision),
    ...decision.sums.keys(),
    ...decision.rates.keys(),
    ...decision.dates.keys(),
  ];
}

function checkResult(id: string, result: Result, { decision, error }: Checked): void {
  const known = namesSaid(decision);
  for (const [field, texts] of textsOf(result))
    for (const name of placeholdersIn(texts))
      if (!known.includes(name)) unknown(['results', id, field], name, known, 'chỗ trống', error);
  result.buttons.forEach(({ fact }, index) => {
    if (!usedFacts(decision).has(fact))
      unknown(
        ['results', id, 'buttons', index, 'fact'],
        fact,
        usedFacts(decision),
        'dữ kiện của bảng',
        error,
      );
  });
}

function textsOf({
  text,
  textEn,
  lead,
  details,
  because,
  unsure,
  next,
}: Result): [field: string, text: string][] {
  return [
    ['text', text],
    ['text_en', textEn ?? ''],
    ['lead', lead ?? ''],
    ['details', details.join(' ')],
    ['because', because],
    ...(unsure === undefined ? [] : [unsure.text, unsure.again ?? '']).map((one): [string, string] => [
      'unsure',
      one,
    ]),
    ['next', next.join(' ')],
  ];
}

function checkUse({ decision, error }: Checked): void {
  const used = namesUsed(decision);
  decision.facts.forEach(({ fact }, index) => {
    if (!used.has(fact))
      error(
        ['facts', index],
        `Dữ kiện "${fact}" không được luật, công thức hay câu nào dùng.`,
        'Dùng nó trong một luật, hoặc xoá dòng này.',
      );
  });
  const ruled = new Set(decision.rules.map(({ result }) => result));
  for (const id of decision.results.keys())
    if (!ruled.has(id))
      error(
        ['results', id],
        `Không luật nào dẫn tới kết quả "${id}".`,
        'Thêm một luật có "result" này, hoặc xoá kết quả.',
      );
}

function namesUsed(decision: Decision): Set<string> {
  const { rules, sums, rates, dates, results } = decision;
  return new Set([
    ...rules.flatMap(({ when }) => when.map(({ on }) => on)),
    ...[...sums.values()].flatMap(({ formula }) => namesIn(formula)),
    ...[...rates.values()].flatMap((use) => ('by' in use ? [use.by] : [])),
    ...[...dates.values()].flatMap((use) => ('since' in use ? [use.since] : 'from' in use ? [use.from] : [])),
    ...[...results.values()].flatMap((result) => textsOf(result).flatMap(([, text]) => placeholdersIn(text))),
  ]);
}

function usedFacts({ facts }: Decision): Set<string> {
  return new Set(facts.map(({ fact }) => fact));
}

function unknown(
  path: Path,
  name: string,
  known: Iterable<string>,
  what: string,
  error: Checked['error'],
): void {
  const names = [...known];
  const near = nearest(name, names);
  error(
    path,
    `Không có ${what} nào tên "${name}".`,
    near !== undefined
      ? `Có lẽ là "${near}": sửa lại như thế.`
      : names.length <= 30
        ? `Các tên dùng được ở đây: ${names.join(', ')}.`
        : 'Sửa lại tên.',
  );
}
