import type { Content } from '../../../src/content/types.js';
import { entryOf } from '../../../src/content/entry-of-intent.js';
import { aspectOf } from '../../../src/conversation/reading/aspect.js';
import { familyOf } from '../../../src/conversation/outcome.js';
import type { FactValue } from '../../../src/conversation/state/told-facts.js';
import { fold } from '../../../src/shared/fold.js';
import { isDone, type Seen } from './actions.js';
import type { Label } from './labels.js';

type Check = (label: Label, seen: Seen, content: Content) => string | undefined;

/** What of a label the answer misses, in words; empty: it is right. */
export function missedOf(label: Label, seen: Seen, content: Content): string[] {
  return CHECKS.flatMap((check) => check(label, seen, content) ?? []);
}

const CHECKS: readonly Check[] = [
  ({ entry }, { result }) =>
    without(
      entry,
      (id) => result.procedure === id,
      `entry ${result.procedure ?? 'none'} (${result.outcome})`,
    ),
  ({ part }, seen, content) => without(part, (one) => showsPart(one, seen, content), 'another part'),
  ({ step }, { result: { state } }) => {
    if (step === undefined) return undefined;
    const { guide } = state;
    const stands = guide?.part === 'steps' ? guide.step + 1 : undefined;
    return stands === step ? undefined : `step ${stands ?? 'none'}`;
  },
  ({ decision }, seen) =>
    without(decision, (id) => decisionIn(seen) === id, `decision ${decisionIn(seen) ?? 'none'}`),
  ({ facts = {} }, { result: { state } }) => {
    const wrong = Object.entries(facts).filter(([id, value]) => !isValue(state.facts?.[id]?.value, value));
    return wrong.length === 0 ? undefined : `not taken: ${wrong.map(([id]) => id).join(', ')}`;
  },
  ({ ask }, { result: { state } }) => {
    if (ask === undefined) return undefined;
    const asked = state.waiting?.for === 'fact' ? state.waiting.fact : undefined;
    return asked === ask ? undefined : `asks for ${asked ?? 'nothing'}`;
  },
  ({ act }, seen, content) =>
    without(act, (one) => performs(one, seen, content), `no such act (${seen.result.outcome})`),
  ({ does }, seen) => without(does, (one) => isDone(one, seen), `does ${seen.result.outcome}`),
  ({ ask_back: near }, { result: { state, outcome } }, content) => {
    if (near === undefined) return undefined;
    const options = state.waiting?.for === 'choice' ? state.waiting.options : [];
    const offered = options.map((id) => entryOf(content.intents.get(id)) ?? id);
    return near.filter((id) => offered.includes(id)).length >= 2
      ? undefined
      : `offers ${offered.join(', ')} (${outcome})`;
  },
  ({ decline }, { result: { outcome } }) => {
    const isSaid = familyOf(outcome) === 'declined' || /_(?:referral|small_talk)$/u.test(outcome);
    return decline === undefined || isSaid ? undefined : `answers (${outcome})`;
  },
  ({ danger }, seen, content) =>
    danger === undefined || helpsAgainstFraud(seen, content)
      ? undefined
      : `no first aid (${seen.result.outcome})`,
  ({ says }, { screen }) => {
    const missing = [says ?? []].flat().filter((one) => !new RegExp(one, 'iu').test(screen));
    return missing.length === 0 ? undefined : `does not say ${missing.join(' + ')}`;
  },
  ({ never }, { screen }) => {
    const found = [never ?? []].flat().filter((one) => new RegExp(one, 'iu').test(screen));
    return found.length === 0 ? undefined : `says ${found.join(' + ')}`;
  },
  ({ messages }, { result: { replies } }) =>
    messages === undefined || replies.length <= messages ? undefined : `${replies.length} messages`,
  (label, { result: { outcome } }) => {
    const family = familyOf(outcome);
    if (family === 'failed') return outcome;
    const isAnswerWanted = label.decline === undefined && label.ask_back === undefined;
    return isAnswerWanted && family === 'declined' && label.does === undefined
      ? `declines (${outcome})`
      : undefined;
  },
];

function without<T>(wanted: T | readonly T[] | undefined, holds: (one: T) => boolean, otherwise: string) {
  if (wanted === undefined) return undefined;
  const list = Array.isArray(wanted) ? (wanted as readonly T[]) : [wanted as T];
  return list.some(holds) ? undefined : otherwise;
}

function decisionIn({ result }: Seen): string | undefined {
  const { last } = result.state;
  return last?.kind === 'decision' && result.procedure !== undefined ? last.decision : undefined;
}

function showsPart(part: string, { result, screen }: Seen, content: Content): boolean {
  const { last, guide } = result.state;
  const entry = content.procedures.get(result.procedure ?? '');
  if (entry === undefined) return part === 'when' && result.outcome === 'answered_deadline';
  if (part === 'overview')
    return ['answered_procedure', 'answered_information', 'answered_referral'].includes(result.outcome);
  if (part === 'steps' && guide?.procedure === entry.id && guide.part === 'steps') return true;
  if (part === 'papers' && entry.papers.some(({ name }) => screen.includes(name))) return true;
  if (last?.entry !== entry.id) return false;
  if (last.kind === 'facet') return last.part === part;
  if (last.kind !== 'question') return false;
  const pair = entry.questions[last.index];
  return [pair?.ask ?? []].flat().some((one) => aspectOf(fold(one)) === part);
}

function isValue(known: FactValue | undefined, wanted: string | number): boolean {
  switch (known?.kind) {
    case undefined:
      return false;
    case 'money':
      return known.amount === wanted;
    case 'number':
    case 'days':
      return known.value === wanted;
    case 'choice':
      return known.value === wanted;
    case 'date':
      return known.from.startsWith(String(wanted)) || String(wanted).startsWith(known.from);
  }
}

const OF_LAST = /^answered_(?:question|calculation|procedure|information|step|referral|deadline|office)$/u;

/** By the wording that staff wrote for the act; acts about the last answer show in what they keep to. */
function performs(act: string, { result, before, screen }: Seen, content: Content): boolean {
  const keeps = OF_LAST.test(result.outcome) || result.outcome === 'answered_small_talk';
  switch (act) {
    case 'doubt':
      return keeps && /luật|nghị định|thông tư|nghị quyết|căn cứ/iu.test(screen);
    case 'explain':
    case 'example':
    case 'repeat':
    case 'shorter':
      return keeps && (result.procedure ?? before?.topic) === before?.topic;
    case 'bot_or_human':
      return result.outcome === 'answered_small_talk' && /máy|tự động|bot/iu.test(screen);
    case 'greet':
      return result.outcome === 'answered_small_talk' && /chào/iu.test(screen);
    default:
      return content.dialogueActs.some(
        (one) => one.act === act && one.replies.some((reply) => screen.includes(opening(reply))),
      );
  }
}

function helpsAgainstFraud({ result, screen }: Seen, content: Content): boolean {
  const warnings = content.dialogueActs.filter(({ act }) => act === 'danger');
  const isWarned = warnings.some(({ replies }) => replies.some((reply) => screen.includes(opening(reply))));
  return (
    isWarned || (result.procedure !== undefined && warnings.some(({ entry }) => entry === result.procedure))
  );
}

const OPENING = 25;

/** A wording's first letters, up to what is filled in. */
function opening(reply: string): string {
  return (reply.split('{')[0] ?? '').slice(0, OPENING).trim();
}
