import type { Procedure } from '../../content/types.js';
import { button, choice, linkButton, menuChoice } from '../replies.js';
import type { Turn } from '../turn.js';
import type { Button, Choice, OpenGuide } from '../types.js';
import { say, type ButtonKey, type Speaker } from '../wording/say.js';
import { MESSENGER_LIMITS } from '../../shared/messenger-limits.js';

type Part = OpenGuide['part'];

/** The parts that an entry has, in reading order. */
export function guideParts(procedure: Procedure): Part[] {
  return [
    'overview',
    ...(procedure.papers.length > 0 ? (['papers'] as const) : []),
    ...(procedure.steps.length > 0 ? (['steps'] as const) : []),
    'basis',
  ];
}

/** Up to three buttons: first what comes next, then the rest of the guide. */
export function partButtons(speaker: Speaker, procedure: Procedure, current: Part): Button[] {
  const parts = guideParts(procedure);
  const ahead = parts.slice(parts.indexOf(current) + 1);
  const behind = parts.slice(0, parts.indexOf(current)).reverse();
  return [...ahead, ...behind]
    .slice(0, MESSENGER_LIMITS.buttons)
    .map((part) =>
      button(say(speaker, `button_guide_${part}`), { kind: 'part', procedure: procedure.id, part }),
    );
}

export function linkButtons(procedure: Procedure): Button[] {
  return procedure.links.slice(0, MESSENGER_LIMITS.buttons).map(({ title, url }) => linkButton(title, url));
}

/** Quick replies under a guide: common questions, the guide that was left, the menu. */
export function guideChoices(
  speaker: Pick<Turn, 'content'> & Speaker,
  procedure: Procedure,
  suspended: readonly OpenGuide[],
): Choice[] {
  const left = suspended.at(-1);
  const name = left === undefined ? undefined : speaker.content.procedures.get(left.procedure)?.button;
  return [
    ...(procedure.questions.length > 0
      ? [
          choice(say(speaker, 'button_questions'), {
            kind: 'part',
            procedure: procedure.id,
            part: 'questions',
          }),
        ]
      : []),
    ...(left !== undefined && name !== undefined
      ? [
          choice(say(speaker, 'button_back_to', { entry: name }), {
            kind: 'back_to',
            procedure: left.procedure,
          }),
        ]
      : []),
    menuChoice(speaker),
  ];
}

/** Next, back and all; a step's own link takes the place of the third. */
export function stepButtons(speaker: Speaker, procedure: Procedure, step: number): Button[] {
  const at = (title: ButtonKey, target: number) =>
    button(say(speaker, title), { kind: 'step', procedure: procedure.id, step: target });
  const last = step === procedure.steps.length - 1;
  const link = procedure.steps[step]?.link;
  const forward = last
    ? button(say(speaker, 'button_guide_basis'), { kind: 'part', procedure: procedure.id, part: 'basis' })
    : at('button_next_step', step + 1);
  const back = step > 0 ? [at('button_previous_step', step - 1)] : [];
  const all =
    procedure.steps.length > 1
      ? [
          button(say(speaker, 'button_all_steps'), {
            kind: 'part',
            procedure: procedure.id,
            part: 'all_steps',
          }),
        ]
      : [];
  return [...(link === undefined ? [] : [linkButton(link.title, link.url)]), forward, ...back, ...all].slice(
    0,
    3,
  );
}
