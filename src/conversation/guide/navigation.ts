import type { Procedure } from '../../content/types.js';
import { button, choice, linkButton, MENU_CHOICE } from '../replies.js';
import type { Button, Choice, OpenGuide } from '../types.js';

type Part = OpenGuide['part'];

export const PART_TITLES: Record<Part, string> = {
  overview: 'Về đầu hướng dẫn',
  papers: 'Giấy tờ cần có',
  steps: 'Các bước làm',
  basis: 'Căn cứ, kết thúc',
};

/** The parts that an entry has, in reading order. */
export function partsOf(procedure: Procedure): Part[] {
  return [
    'overview',
    ...(procedure.papers.length > 0 ? (['papers'] as const) : []),
    ...(procedure.steps.length > 0 ? (['steps'] as const) : []),
    'basis',
  ];
}

/** Up to three buttons: first what comes next, then the rest of the guide. */
export function partButtons(procedure: Procedure, current: Part): Button[] {
  const parts = partsOf(procedure);
  const ahead = parts.slice(parts.indexOf(current) + 1);
  const behind = parts.slice(0, parts.indexOf(current)).reverse();
  return [...ahead, ...behind]
    .slice(0, 3)
    .map((part) => button(PART_TITLES[part], { kind: 'part', procedure: procedure.id, part }));
}

export function linkButtons(procedure: Procedure): Button[] {
  return procedure.links.slice(0, 3).map(({ title, url }) => linkButton(title, url));
}

/** Quick replies under a guide: common questions, the guide that was left, the menu. */
export function guideChoices(
  procedure: Procedure,
  suspended: readonly OpenGuide[],
  nameOf: (id: string) => string | undefined,
): Choice[] {
  const left = suspended.at(-1);
  const name = left === undefined ? undefined : nameOf(left.procedure);
  return [
    ...(procedure.questions.length > 0
      ? [choice('Câu hỏi hay gặp', { kind: 'part', procedure: procedure.id, part: 'questions' })]
      : []),
    ...(left !== undefined && name !== undefined
      ? [choice(`Về: ${name}`, { kind: 'back_to', procedure: left.procedure })]
      : []),
    MENU_CHOICE,
  ];
}

/** Next, back and all; a step's own link takes the place of the third. */
export function stepButtons(procedure: Procedure, step: number): Button[] {
  const at = (title: string, target: number) =>
    button(title, { kind: 'step', procedure: procedure.id, step: target });
  const last = step === procedure.steps.length - 1;
  const link = procedure.steps[step]?.link;
  const forward = last
    ? button(PART_TITLES.basis, { kind: 'part', procedure: procedure.id, part: 'basis' })
    : at('Bước tiếp', step + 1);
  const back = step > 0 ? [at('Bước trước', step - 1)] : [];
  const all =
    procedure.steps.length > 1
      ? [button('Xem tất cả các bước', { kind: 'part', procedure: procedure.id, part: 'all_steps' })]
      : [];
  return [...(link === undefined ? [] : [linkButton(link.title, link.url)]), forward, ...back, ...all].slice(
    0,
    3,
  );
}
