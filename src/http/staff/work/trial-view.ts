import type { Content } from '../../../content/types.js';
import { familyOf } from '../../../conversation/outcome.js';
import type { Choice, Reply } from '../../../conversation/types.js';
import { withoutMasks } from '../../../privacy/mask-text.js';
import { intentName, judgeAnswer, type MessageJudgement } from '../../../staff-work/review/judgement.js';
import type { Trial, TrialStep, TrialTurn } from '../../../staff-work/trial/trial.js';
import type { ReviewRouteDependencies } from './review-routes.js';
import { writtenStep } from './trial-form.js';
import { readRows, rememberedRows, type Row } from './trial-read.js';
import { whyOf, type TrialWhy } from './trial-why.js';
import { outcomeWords } from './words.js';

interface ShownButton {
  title: string;
  /** As the form takes it; absent for a link. */
  press?: string;
  url?: string;
}

interface ShownTurn {
  said: string;
  isTyped: boolean;
  outcome: string;
  understood: boolean;
  /** What was answered about, where it was a matter. */
  about: string;
  replies: { text: string; buttons: ShownButton[]; quick: ShownButton[] }[];
  read: Row[];
  remembered: Row[];
  why: TrialWhy[];
  /** What the words alone are taken for. */
  judged?: MessageJudgement;
}

const NEAREST = 5;

/** A played conversation as the page shows it; quick replies go with the next message, as on a phone. */
export async function shownTrial(
  { trial, knowledge }: { trial: Trial; knowledge: ReviewRouteDependencies['knowledge'] },
  steps: readonly TrialStep[],
): Promise<{ carried: string[]; turns: ShownTurn[] }> {
  const known = knowledge.current();
  const played = await trial.play(steps);
  return {
    carried: steps.map(writtenStep),
    turns: played.map((turn, place) => shownTurn(turn, place === played.length - 1, known)),
  };
}

function shownTurn(
  { step, result, state, weighed }: TrialTurn,
  isLast: boolean,
  known: ReturnType<ReviewRouteDependencies['knowledge']['current']>,
): ShownTurn {
  const { content } = known;
  const isTyped = 'typed' in step;
  const parts = weighed?.parts ?? [];
  const isPart = parts.length > 1 || parts[0]?.turn !== weighed?.whole.turn;
  const family = familyOf(result.outcome);
  return {
    said: isTyped ? step.typed.text : step.pressed.title,
    isTyped,
    outcome: outcomeWords(result.outcome, family),
    understood: family === 'answered' || family === 'handed_over',
    about: aboutOf(result, content),
    replies: result.replies.map((reply) => shownReply(reply, isLast)),
    read: weighed === undefined ? [] : readRows(weighed.whole, content),
    remembered: rememberedRows(state, content),
    why: parts.map((part) => whyOf(part, isPart, content)),
    ...(isTyped && withoutMasks(step.typed.text) !== ''
      ? { judged: judgeAnswer(known, step.typed.text, NEAREST) }
      : {}),
  };
}

function aboutOf({ procedure, intent }: TrialTurn['result'], content: Content): string {
  if (procedure !== undefined) return content.procedures.get(procedure)?.name ?? procedure;
  return intent === undefined ? '' : intentName(content, intent);
}

function shownReply(reply: Reply, isLast: boolean): ShownTurn['replies'][number] {
  const buttons = reply.kind === 'buttons' ? reply.buttons : [];
  return {
    text: reply.text,
    buttons: buttons.map((one) =>
      one.type === 'link' ? { title: one.title, url: one.url } : pressable(one),
    ),
    quick: isLast ? (reply.quickReplies ?? []).map(pressable) : [],
  };
}

function pressable({ title, payload }: Choice): ShownButton {
  return { title, press: writtenStep({ pressed: { title, payload } }) };
}
