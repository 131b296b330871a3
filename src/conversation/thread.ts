import { isBack } from './call-back.js';
import { fileHere, registerDataWish } from './actions/requests.js';
import { stop } from './actions/switches.js';
import { commandIn } from './candidates/commands.js';
import { isPhrase } from './phrases.js';
import { chanceOf } from './reading/reading.js';
import { menuChoice, text } from './replies.js';
import { answered, type Answered, type Turn } from './turn.js';
import { waitAnswered, waitRefused, waitReturned } from './state/inbox-wait.js';
import { keepOut, ownedBy } from './state/thread-owner.js';
import type { CitizenEvent, Thread } from './types.js';
import { say } from './wording/say.js';

/** Beside a person's talk only what is hardly meant for the person. */
const SURELY = 0.9;
/** What the citizen says this soon after the bot has taken the conversation back is said to the bot, however it comes. */
const TAKING_MS = 10 * 60 * 1000;

/** What the platform tells of who has the conversation. `null`: the event is to be answered. */
export async function threadTold(turn: Turn, notice: CitizenEvent['notice']): Promise<Answered | null> {
  switch (notice) {
    case 'standby':
      return leaveToThread(turn);
    case 'human_echo':
    case 'app_echo':
      if (notice === 'human_echo') waitAnswered(turn);
      delete turn.state.tookBack;
      keepOut(turn, turn.state.thread === undefined ? 'echoMs' : 'inboxMs');
      break;
    case 'thread_inbox':
      ownedBy(turn, 'inbox');
      break;
    case 'thread_elsewhere':
      ownedBy(turn, 'other');
      break;
    case 'thread_returned':
      return cameBack(turn);
    case 'pass_refused':
      return passRefused(turn);
  }
  return answered('ignored_notice', []);
}

/**
 * While another app or the Page's inbox has the conversation the bot keeps out of it, but carries out at once that it is
 * to stop or to delete what it has; both are said when the conversation returns. It returns by itself when the inbox has
 * said nothing for a time, or when what the citizen says comes to the bot again.
 */
export async function leaveToThread(turn: Turn): Promise<Answered | null> {
  const { event, state, payload } = turn;
  const standby = event.notice === 'standby';
  if (state.thread === undefined && (!standby || isBeingTaken(turn))) return null;
  const owner = state.silentUntil === undefined ? 'other' : 'inbox';
  const thread: Thread = { owner, ...state.thread, ...(standby ? { standby } : {}) };
  if (standby ? isIdle(turn, thread) : isReleased(turn, thread)) {
    const words = backFrom(turn, thread);
    if (words !== undefined) turn.back = words;
    if (standby) state.tookBack = event.sentAt;
    return null;
  }
  state.thread = thread;
  const wish = await carriedOut(turn, thread);
  // Other buttons mean the bot, as they do beside a colleague.
  return wish ?? (payload === null ? answered('ignored_colleague', []) : null);
}

/** What is said first when the bot speaks again after a person; who has switched it off is told only what was done meanwhile. */
export function backFrom(turn: Turn, thread?: Thread): string | undefined {
  const { state, settings, now } = turn;
  delete state.thread;
  delete state.silentUntil;
  waitReturned(turn);
  state.lastDisclosedAt = now;
  const { authority } = settings;
  const words = [
    ...(thread?.deleted === undefined ? [] : [say(turn, 'deleted_meanwhile', { code: thread.deleted })]),
    ...(thread?.stopped === true ? [say(turn, 'stopped_meanwhile')] : []),
    ...(state.stopped ? [] : [say(turn, 'bot_back', { authority })]),
  ];
  return words.length === 0 ? undefined : words.join('\n');
}

function cameBack(turn: Turn): Answered {
  const { thread, silentUntil } = turn.state;
  if (thread?.since !== undefined && turn.event.sentAt < thread.since) return answered('ignored_notice', []);
  if (thread === undefined && silentUntil === undefined) return answered('ignored_notice', []);
  const words = backFrom(turn, thread);
  return answered('ignored_notice', words === undefined ? [] : [text(words, [menuChoice(turn)])]);
}

async function passRefused(turn: Turn): Promise<Answered> {
  delete turn.state.thread;
  delete turn.state.silentUntil;
  waitRefused(turn);
  const filed = await fileHere(turn);
  return { ...filed, replies: [text(say(turn, 'inbox_refused')), ...filed.replies] };
}

function isBeingTaken({ event, state: { tookBack } }: Turn): boolean {
  return tookBack !== undefined && event.sentAt.getTime() - tookBack.getTime() < TAKING_MS;
}

/** The inbox has the conversation and has said nothing for a time. Of another app it is never taken. */
function isIdle({ event, state }: Turn, { owner }: Thread): boolean {
  const { silentUntil, stopped } = state;
  return owner === 'inbox' && !stopped && silentUntil !== undefined && event.sentAt >= silentUntil;
}

function isReleased(turn: Turn, { owner, standby }: Thread): boolean {
  const { silentUntil } = turn.state;
  if (standby === true || owner === 'other' || silentUntil === undefined) return true;
  return isBack(turn, silentUntil, commandIn(turn.reading.said));
}

/** Without asking back, since nothing can be said now. */
async function carriedOut(turn: Turn, thread: Thread): Promise<Answered | null> {
  const { state } = turn;
  if (wantsDeletion(turn)) {
    const request = await registerDataWish(turn, 'data_deletion');
    Object.assign(state, { deletionDue: true, thread: { ...thread, deleted: request.code } });
    return { ...answered('handed_over_data_request', []), deleteData: true, request };
  }
  if (commandIn(turn.reading.said) !== 'dừng' && chanceOf(turn.reading, 'stop') < SURELY) return null;
  if (!state.stopped) state.thread = { ...thread, stopped: true };
  await stop(turn);
  return answered('ignored_colleague', []);
}

function wantsDeletion({ state, payload, reading }: Turn): boolean {
  return (
    payload?.kind === 'delete_data' ||
    commandIn(reading.said) === 'xoá dữ liệu của tôi' ||
    (state.waiting?.for === 'deletion' && isPhrase(reading.said, ['xoá hết'])) ||
    chanceOf(reading, 'delete_data') >= SURELY
  );
}
