import { decide, type Reached } from '../engine/decide.js';
import { walk } from '../engine/walk.js';
import type { Case } from '../types.js';
import type { Checked } from './checked.js';

/** Longest answer that fits one message with its buttons (characters, filled in). */
const MAX_ANSWER = 450;

/** The cases that staff write beside a decision must come out as written, and every rule must have one. */
export function checkCases(at: Checked): void {
  const ruled = new Set<number>();
  at.decision.cases.forEach((one, index) => {
    checkCase(one, index, at);
    const assumed = at.decision.facts.flatMap(({ fact, assume }) =>
      assume === undefined ? [] : [[fact, assume.value] as const],
    );
    const walked = walk({
      decision: at.decision,
      values: { ...Object.fromEntries(assumed), ...one.facts },
      content: at.content,
      today: one.today ?? at.day,
    });
    if (walked.at === 'rule') ruled.add(walked.index);
  });
  at.decision.rules.forEach(({ result }, index) => {
    if (!ruled.has(index))
      at.error(
        ['rules', index],
        `Luật thứ ${index + 1} (kết quả "${result}") chưa có ca thử nào.`,
        'Thêm một ca vào mục "cases": dữ kiện, kết quả và số tiền tính tay.',
      );
  });
}

function checkCase(one: Case, index: number, at: Checked): void {
  const { content, day, decision, error } = at;
  const unused = Object.keys(one.facts).filter((id) => !decision.facts.some(({ fact }) => fact === id));
  if (unused.length > 0)
    error(
      ['cases', index, 'facts'],
      `Bảng này không dùng dữ kiện ${unused.join(', ')}.`,
      'Xoá khỏi ca thử, hoặc thêm vào mục "facts" của bảng.',
    );
  const on = one.today ?? day;
  const decided = decide(decision, one.facts, { content, today: on });
  if (decided.kind === 'ask')
    error(
      ['cases', index],
      `Ca "${one.name}" còn thiếu dữ kiện "${decided.fact}".`,
      'Thêm dữ kiện ấy vào "facts" của ca.',
    );
  else if (decided.kind === 'unavailable')
    error(
      ['cases', index],
      `Ca "${one.name}" không tính được: mức "${decided.what}" không có hiệu lực ngày ${on}.`,
      'Kiểm tra "from", "to" của mức ấy trong rates.yml, hoặc ghi "today" cho ca.',
    );
  else checkReached(one, index, decided, at);
}

function checkReached(one: Case, index: number, decided: Reached, at: Checked): void {
  const { error } = at;
  if (decided.id !== one.result)
    return error(
      ['cases', index, 'result'],
      `Ca "${one.name}" ra kết quả "${decided.id}", không phải "${one.result}".`,
      'Sửa luật nếu luật sai, sửa ca nếu ca sai.',
    );
  for (const [name, expected] of one.sums) checkSum(one, index, name, expected, decided.sums[name], at);
  const said = [decided.text, ...decided.details, ...decided.next].join(' ');
  for (const words of one.says)
    if (!said.includes(words))
      error(
        ['cases', index, 'says'],
        `Ca "${one.name}": câu trả lời không có "${words}", mà là: ${decided.text}`,
        'Sửa câu hoặc sửa ca.',
      );
  if (decided.text.length > MAX_ANSWER)
    error(
      ['results', decided.id, 'text'],
      `Câu trả lời của ca "${one.name}" dài ${decided.text.length} ký tự, quá ${MAX_ANSWER}.`,
      'Chuyển bớt xuống "details".',
    );
}

function checkSum(
  one: Case,
  index: number,
  name: string,
  expected: number,
  found: number | undefined,
  { error }: Checked,
): void {
  // To the đồng: percentages leave binary fractions.
  if (found !== undefined && Math.abs(found - expected) < 0.5) return;
  error(
    ['cases', index, 'sums', name],
    `Ca "${one.name}": "${name}" tính ra ${found === undefined ? 'không được' : Math.round(found)}, ca ghi ${expected}.`,
    'Tính tay lại theo căn cứ: sửa công thức nếu công thức sai, sửa ca nếu ca sai.',
  );
}
