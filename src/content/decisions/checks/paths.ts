import { applies } from '../engine/conditions.js';
import { factsIn } from '../engine/evaluate.js';
import type { Frame } from '../engine/frame.js';
import { sampleValues } from '../engine/samples.js';
import { walk } from '../engine/walk.js';
import { writtenValue } from '../engine/written.js';
import type { FactValues } from '../types.js';
import type { Checked } from './checked.js';

/** More combinations than this are not all played. */
const MAX_COMBINATIONS = 20_000;

/** Every combination must have a result, every rule its combination, and rules that are not in order must not overlap. */
export function checkPaths(at: Checked): void {
  const frame: Frame = { decision: at.decision, values: {}, content: at.content, today: at.day };
  const reached = new Set<number>();
  let overlap: { pair: string; values: FactValues } | undefined;
  let without: FactValues | undefined;
  for (const values of combinations(frame)) {
    const walked = walk({ ...frame, values });
    if (walked.at === 'rule') reached.add(walked.index);
    else if (walked.at === 'end') without ??= values;
    const pair = at.decision.ordered || overlap ? undefined : overlapping({ ...frame, values })[0];
    if (pair !== undefined) overlap = { pair, values };
  }
  if (without !== undefined)
    at.error(
      ['rules'],
      `Có trường hợp không luật nào áp dụng: ${written(without, at)}.`,
      'Thêm một luật cho trường hợp ấy, hoặc một luật cuối không có "when" cho mọi trường hợp còn lại.',
    );
  at.decision.rules.forEach((_, index) => {
    if (!reached.has(index))
      at.error(
        ['rules', index],
        `Luật thứ ${index + 1} không bao giờ được dùng: các luật trên nó đã bao hết.`,
        'Đưa luật này lên trên, sửa điều kiện, hoặc xoá.',
      );
  });
  if (overlap !== undefined) reportOverlap(overlap.pair, overlap.values, at);
}

/** All combinations of stand-in values of the facts that rules look at. */
export function* combinations(frame: Frame): Generator<FactValues> {
  const looked = frame.decision.rules.flatMap(({ when }) => when.map(({ on }) => on));
  const facts = [...factsIn(looked, frame)].map((id) => [id, sampleValues(id, frame)] as const);
  const total = facts.reduce((product, [, values]) => product * Math.max(1, values.length), 1);
  const step = Math.max(1, Math.ceil(total / MAX_COMBINATIONS));
  for (let number = 0; number < total; number += step) {
    let rest = number;
    const values: Record<string, FactValues[string]> = {};
    for (const [id, samples] of facts) {
      const value = samples[rest % samples.length];
      rest = Math.floor(rest / samples.length);
      if (value !== undefined) values[id] = value;
    }
    yield values;
  }
}

/** Pairs of rules with different results that both apply; the one without conditions stands for "otherwise". */
function overlapping(frame: Frame): string[] {
  const both = frame.decision.rules.flatMap((rule, index) => {
    const result = rule.when.length === 0 ? { value: false } : applies(rule, frame);
    return 'value' in result && result.value ? [{ index, result: rule.result }] : [];
  });
  return both.flatMap((first, place) =>
    both
      .slice(place + 1)
      .filter(({ result }) => result !== first.result)
      .map(({ index }) => `${first.index},${index}`),
  );
}

function reportOverlap(pair: string, values: FactValues, at: Checked): void {
  const [first = 0, second = 0] = pair.split(',').map(Number);
  at.error(
    ['rules', second],
    `Luật thứ ${first + 1} và thứ ${second + 1} cùng áp dụng khi ${written(values, at)}.`,
    'Sửa điều kiện cho khỏi trùng; nếu luật trên phải thắng thì thêm dòng "ordered: true" vào bảng.',
  );
}

function written(values: FactValues, { facts }: Checked): string {
  return Object.entries(values)
    .flatMap(([id, value]) => {
      const fact = facts.get(id);
      return fact === undefined ? [] : [`${fact.label} là ${writtenValue(fact, value)}`];
    })
    .join(', ');
}
