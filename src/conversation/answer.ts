import { vietnameseDay } from '../content/days.js';
import type { Clock } from '../shared/clock.js';
import { readText } from '../shared/vietnamese-text.js';
import { withoutMasks } from '../privacy/mask-text.js';
import { answerPlaceAlone } from './actions/office.js';
import { decodePayload } from './payloads.js';
import { disclosure, needsNotice, notice } from './consent.js';
import type { Bookings, Knowledge, Requests } from './ports.js';
import { text } from './replies.js';
import { newConversation } from './state/conversation-state.js';
import { askBack } from './steps/ask-back.js';
import { answerCommand, answerCommandWhileOn } from './steps/commands.js';
import { decline } from './steps/decline.js';
import { answerWhileStopped } from './steps/off-switch.js';
import { answerFormNumber } from './steps/form-number.js';
import { answerWithinGuide } from './steps/open-guide.js';
import { answerPressed, doorOf } from './steps/pressed.js';
import { answerReferredText } from './steps/referred.js';
import { answerRequestCode } from './steps/requests.js';
import { noticed } from './steps/switches.js';
import { answerIntent } from './steps/understand.js';
import { answerUnreadable } from './steps/unreadable.js';
import { answerAwaited } from './steps/waiting.js';
import type { Answered, ConversationSettings, Step, Turn } from './turn.js';
import type { CitizenEvent, ConversationState, Reply, TurnResult } from './types.js';

/** The product on one screen: each step answers or leaves the message to the next; the last always answers. */
const STEPS: readonly Step[] = [
  answerCommand, // delete my data, a person, privacy, start: at any moment
  answerPressed, // buttons, links, QR codes
  answerWhileStopped,
  answerUnreadable, // stickers, pictures, voice, far too long
  answerCommandWhileOn, // menu, stop, help; next and back within a guide
  answerReferredText, // a link that names a procedure, with words of the citizen's own
  answerRequestCode,
  answerAwaited, // what the bot asked last
  answerFormNumber, // "mẫu 08-MST là gì"
  answerWithinGuide, // "nộp ở đâu", "thế còn…"
  answerPlaceAlone, // "xã Ba"
  answerIntent, // understood: guide, answer, action
  askBack, // two are close
  decline,
];

/** After this much silence the citizen is told again that it is a bot. */
const SILENCE_MS = 24 * 60 * 60 * 1000;
/** Messenger's limit. */
const MOST_QUICK_REPLIES = 13;
const SILENT_KINDS: readonly CitizenEvent['kind'][] = ['unsend', 'edit', 'reaction', 'notice'];

export interface AnswerParts {
  knowledge: Knowledge;
  requests: Requests;
  bookings: Bookings;
  clock: Clock;
  settings: ConversationSettings;
}

export type Answer = (event: CitizenEvent, state?: ConversationState) => Promise<TurnResult>;

/** One event in, the new state and what to say out. Never changes the state it was given. */
export function createAnswer(parts: AnswerParts): Answer {
  return async (event, state = newConversation()) => {
    const turn = turnFor(event, structuredClone(state), parts);
    if (isSilent(event)) return finished(turn, { outcome: 'ignored_notice', replies: [] });
    const answer = await firstAnswer(turn);
    answer.replies = [...withDisclosure(turn), ...answer.replies, ...numberAdvice(turn), ...withNotice(turn)];
    turn.state.lastEventAt = later(event.sentAt, turn.state.lastEventAt);
    return finished(turn, answer);
  };
}

/** Events may come out of order; the window for answers is open since the newest. */
function later(sentAt: Date, known: Date | undefined): Date {
  return known !== undefined && known > sentAt ? known : sentAt;
}

async function firstAnswer(turn: Turn): Promise<Answered> {
  for (const step of STEPS) {
    const answer = await step(turn);
    if (answer !== null) return answer;
  }
  return decline(turn);
}

function turnFor(event: CitizenEvent, state: ConversationState, parts: AnswerParts): Turn {
  const { content, matcher } = parts.knowledge.current();
  const now = parts.clock.now();
  const payload = event.kind === 'button' ? decodePayload(event.payload) : null;
  const typed = event.kind === 'text' || event.kind === 'attachment' ? withoutMasks(event.text ?? '') : '';
  const { text: said, folded } = readText(payload?.kind === 'say' ? payload.text : typed);
  const { lastEventAt } = state;
  return {
    event,
    state,
    content,
    matcher,
    now,
    today: vietnameseDay(now),
    said,
    folded,
    payload,
    returning: lastEventAt === undefined || event.sentAt.getTime() - lastEventAt.getTime() > SILENCE_MS,
    settings: parts.settings,
    requests: parts.requests,
    bookings: parts.bookings,
  };
}

/** A text whose words are gone was taken back by its writer before it could be answered. */
function isSilent(event: CitizenEvent): boolean {
  return SILENT_KINDS.includes(event.kind) || (event.kind === 'text' && event.text === undefined);
}

/** The notice itself discloses; a greeting does too. Otherwise, after a day of silence, one line before the answer. */
function withDisclosure(turn: Turn): Reply[] {
  const { lastDisclosedAt } = turn.state;
  const due =
    turn.returning && !needsNotice(turn.state.consent) && lastDisclosedAt?.getTime() !== turn.now.getTime();
  if (!due) return [];
  turn.state.lastDisclosedAt = turn.now;
  return [text(disclosure(turn.settings))];
}

/** With the first answer, never before it: the notice. Asked once; a new version asks anew. */
function withNotice(turn: Turn): Reply[] {
  if (!needsNotice(turn.state.consent) || turn.state.stopped || turn.state.deletionDue === true) return [];
  noticed(turn);
  turn.state.lastDisclosedAt = turn.now;
  return [notice(turn.settings, turn.event.channel)];
}

/** Personal numbers were masked: says that they need not be sent; a bare one may have been a sum of money. */
function numberAdvice(turn: Turn): Reply[] {
  if (turn.event.maybeMoney === true) {
    return [
      text(
        'Em đã che một con số vì sợ là giấy tờ riêng. Nếu đó là số tiền, anh/chị viết “1,5 tỷ” hoặc “15.500.000” giúp em ạ.',
      ),
    ];
  }
  const secret = (turn.event.masked ?? []).some((kind) => kind !== 'link' && kind !== 'person_name');
  return secret
    ? [
        text(
          'Em đã che thông tin riêng trong tin. Anh/chị không cần gửi số CCCD, mã số thuế, OTP, mật khẩu cho em ạ.',
        ),
      ]
    : [];
}

function finished(turn: Turn, answer: Answered): TurnResult {
  const door = doorName(turn);
  return {
    ...answer,
    replies: quickRepliesLast(answer.replies),
    state: turn.state,
    contentVersion: turn.content.version,
    ...(door === undefined ? {} : { door }),
  };
}

/** Messenger shows quick replies only under the newest bubble: they move there, each once. */
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
    last.quickReplies = [...choices.values()].slice(0, MOST_QUICK_REPLIES);
  return bare;
}

/** Which way this turn came in, for the statistics: QR by place, ice breaker, menu, button, typed. */
function doorName(turn: Turn): string | undefined {
  const { event, payload } = turn;
  const place = doorOf(event.ref)?.place;
  if (event.ref !== undefined) return place === undefined ? 'link' : `qr:${place}`;
  if (event.kind === 'text') return 'typed';
  if (payload === null) return undefined;
  if (payload.kind === 'get_started') return 'get_started';
  if (payload.kind === 'open' && payload.door === 'ice_breaker') return 'ice_breaker';
  return payload.kind === 'menu' || payload.kind === 'group' || payload.kind === 'open' ? 'menu' : 'button';
}
