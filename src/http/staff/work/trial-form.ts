import { isOurs, keptPayload } from '../../../conversation/payloads.js';
import { maskAgain, maskedWords } from '../../../privacy/mask-text.js';
import type { MaskedText } from '../../../privacy/types.js';
import type { TrialStep } from '../../../staff-work/trial/trial.js';

type Mask = (text: string) => MaskedText;

/** Longer conversations are seldom tried, and each is played from its beginning every time. */
export const MAX_STEPS = 30;
const LONGEST_TITLE = 60;

export interface TrialForm {
  /** Everything done so far, with what was done now. */
  steps: TrialStep[];
  /** What was typed and not sent, because a button was pressed instead. */
  unsent: string;
  /** More was typed than fits. */
  full: boolean;
}

/**
 * The conversation as the page carries it (`turn`, one for each step), and what was done now: typed (`text`, each line a
 * message of its own unless `together`), pressed (`press`), the last step taken back (`undo`), or a message chosen
 * to be taught (`teach`). All of it is masked
 * here, what was carried once more.
 */
export function trialFormOf(form: URLSearchParams, mask: Mask): TrialForm {
  const carried = form.getAll('turn').flatMap((written) => carriedStep(written, mask) ?? []);
  const typed = (form.get('text') ?? '').replace(/\r\n?/g, '\n');
  const unsent = mask(typed).text.trim();
  if (form.has('undo')) return { steps: carried.slice(0, -1), unsent, full: false };
  if (form.has('teach')) return { steps: carried, unsent, full: false };
  const pressed = form.get('press');
  const step = pressed === null ? undefined : carriedStep(pressed, mask);
  const steps = [
    ...carried,
    ...(step === undefined ? typedSteps(typed, form.has('together'), mask) : [step]),
  ];
  return {
    steps: steps.slice(0, MAX_STEPS),
    unsent: step === undefined ? '' : unsent,
    full: steps.length > MAX_STEPS,
  };
}

function typedSteps(typed: string, together: boolean, mask: Mask): TrialStep[] {
  const messages = together ? [typed.trim()] : typed.split('\n').map((line) => line.trim());
  return messages.filter((one) => one !== '').map((one) => ({ typed: maskedWords(mask(one)) }));
}

/** As `turn` and `press` carry a step. */
export function writtenStep(step: TrialStep): string {
  return JSON.stringify('typed' in step ? { text: step.typed.text, ...flags(step) } : step.pressed);
}

function flags({ typed: { maybeMoney, truncated } }: Extract<TrialStep, { typed: unknown }>) {
  return { ...(maybeMoney === true ? { maybeMoney } : {}), ...(truncated === true ? { truncated } : {}) };
}

function carriedStep(written: string, mask: Mask): TrialStep | undefined {
  const fields = new Map<string, unknown>(Object.entries(objectIn(written)));
  const [text, title, payload] = ['text', 'title', 'payload'].map((name) => fields.get(name));
  if (typeof text === 'string') {
    const again = maskAgain(text, mask);
    const maybeMoney = again.maybeMoney || fields.get('maybeMoney') === true;
    const truncated = again.truncated || fields.get('truncated') === true;
    return { typed: maskedWords({ ...again, maybeMoney, truncated }) };
  }
  if (typeof title !== 'string' || typeof payload !== 'string' || !isOurs(payload)) return undefined;
  const kept = keptPayload(payload, mask);
  const shown = mask(title).text.slice(0, LONGEST_TITLE);
  return { pressed: { title: shown, ...(kept === undefined ? {} : { payload: kept }) } };
}

function objectIn(written: string): object {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
