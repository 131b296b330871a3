import { disclosure, needsNotice, notice } from '../consent.js';
import { after } from '../lines.js';
import { text } from '../replies.js';
import { noticed } from '../actions/switches.js';
import type { Answered, Turn } from '../turn.js';
import type { Reply } from '../types.js';
import { inOtherWords } from './again.js';
import { isAnsweredInEnglish } from './in-english.js';
import { maskedAs } from './masked.js';
import { withOffice } from './office-named.js';
import { say } from './say.js';
import { MESSENGER_LIMITS } from '../../shared/messenger-limits.js';

const MAX_OPENINGS = 6;
/** The whole, the gist, what helps further; then the whole again. */
const WAYS_TO_SAY = 3;

/** What comes around every answer: who speaks, what was masked, the notice once; never the same opening twice running. */
export function finish(turn: Turn, given: Answered): Answered {
  const answer = isAnsweredInEnglish(turn) ? given : withOffice(turn, given);
  const replies = [
    ...withDisclosure(turn),
    ...fresh(turn, answer),
    ...numberAdvice(turn),
    ...withNotice(turn),
  ];
  const last = quickRepliesLast(replies);
  rememberShown(turn, last);
  return { ...answer, replies: last };
}

/** What can be pressed now may be typed as well. */
function rememberShown(turn: Turn, replies: readonly Reply[]): void {
  const shown = replies.flatMap((reply) => [
    ...(reply.kind === 'buttons' ? reply.buttons.flatMap((one) => (one.type === 'reply' ? [one] : [])) : []),
    ...(reply.quickReplies ?? []),
  ]);
  turn.state.shown = shown
    .slice(0, MESSENGER_LIMITS.quickReplies)
    .map(({ title, payload }) => ({ title, payload }));
}

/** One question about data at a time: whether an officer may read along comes first. */
function isAskedToTalk({ state }: Turn): boolean {
  return state.waiting?.for === 'talk';
}

/** The notice itself discloses; a greeting does too. Otherwise, after a day of silence, one line before the answer. */
function withDisclosure(turn: Turn): Reply[] {
  const { lastDisclosedAt } = turn.state;
  const due =
    turn.returning &&
    (!needsNotice(turn) || isAskedToTalk(turn)) &&
    lastDisclosedAt?.getTime() !== turn.now.getTime();
  if (!due) return [];
  turn.state.lastDisclosedAt = turn.now;
  return [text(disclosure(turn))];
}

/** With the first answer, never before it: the notice. Asked once; a new version asks anew. */
function withNotice(turn: Turn): Reply[] {
  const { stopped, deletionDue, thread } = turn.state;
  if (!needsNotice(turn) || stopped || deletionDue === true || isAskedToTalk(turn)) return [];
  // A conversation that goes to the Page's inbox leaves no text here to ask about, and nothing that could hear the answer.
  if (thread !== undefined) return [];
  noticed(turn);
  turn.state.lastDisclosedAt = turn.now;
  return [notice(turn)];
}

/** Personal numbers were masked: says that they need not be sent; a bare one may have been a sum of money. */
function numberAdvice(turn: Turn): Reply[] {
  if (turn.reading.said === '') return [];
  if (turn.event.maybeMoney === true) return [text(say(turn, 'masked_money'))];
  const what = maskedAs(turn.event.masked ?? [], turn.reading.folded, say(turn, 'label_a_number'));
  if (what === undefined) return [];
  const isEnglish = turn.reading.language === 'en';
  return [text(isEnglish ? say(turn, 'english_masked') : say(turn, 'masked', { what }))];
}

/** An answer that would open with the very words of the one before is given shorter, or says that it comes again. */
function fresh(turn: Turn, { replies, procedure }: Answered): readonly Reply[] {
  const [first, ...others] = replies;
  if (first === undefined) return replies;
  const known = turn.state.openings ?? [];
  const opening = hash(first.text);
  const times = known.length - 1 - known.findLastIndex((one) => one !== opening);
  turn.state.openings = [...known, opening].slice(-MAX_OPENINGS);
  if (times === 0) return replies;
  const isEnglish = isAnsweredInEnglish(turn);
  const isOfMatter = turn.reading.said !== '' && procedure !== undefined;
  const other =
    isEnglish || !isOfMatter || times % WAYS_TO_SAY === 0
      ? undefined
      : inOtherWords(turn, first, times % WAYS_TO_SAY);
  return [other ?? after(say(turn, isEnglish ? 'english_repeat' : 'repeat'), first), ...others];
}

/** FNV-1a, 32 bits: tells one opening from another without keeping its words. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) value = Math.imul(value ^ words.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** Messenger shows quick replies only under the newest message: they move there, each once. */
function quickRepliesLast(replies: Reply[]): Reply[] {
  const choices = new Map(
    replies.flatMap(({ quickReplies }) => quickReplies ?? []).map((one) => [one.payload, one]),
  );
  const bare = replies.map((reply) => {
    const copy = { ...reply };
    delete copy.quickReplies;
    return copy;
  });
  const last = bare.at(-1);
  if (last !== undefined && choices.size > 0)
    last.quickReplies = [...choices.values()].slice(0, MESSENGER_LIMITS.quickReplies);
  return bare;
}
