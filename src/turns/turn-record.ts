import { officerLineId, type TalkLine } from '../conversation/talk-line.js';
import type { ExchangeRecord, OutgoingReply } from './ports.js';
import { text } from '../conversation/replies.js';
import type { CitizenEvent, ConversationState, Reply, TurnResult } from '../conversation/types.js';

/** The apology for a fault of ours; the state stays as it was, but for the moment from which an answer may go out. */
export function failedTurn(
  { sentAt, kind }: CitizenEvent,
  state: ConversationState,
  apology: Reply,
): TurnResult {
  // Nobody spoke to us there, so that nobody waits for an apology.
  if (kind === 'notice' || kind === 'comment')
    return { state, outcome: 'failed_error', replies: [], contentVersion: 'none' };
  return {
    state: { ...state, lastEventAt: sentAt },
    outcome: 'failed_error',
    replies: [apology],
    contentVersion: 'none',
  };
}

/** Ids come from the event's key, so that the same turn run twice names its replies alike. */
function repliesOf(event: CitizenEvent, { replies }: TurnResult): OutgoingReply[] {
  const comment = event.kind === 'comment' ? ({ comment: true } as const) : {};
  return replies.map((reply, index) => ({ id: `${event.key}/${index}`, reply, attempts: 0, ...comment }));
}

/** All that is to go out, in order: the conversation is taken before anything is said, and passed on after it. */
export function outgoingOf(event: CitizenEvent, result: TurnResult): OutgoingReply[] {
  const replies = repliesOf(event, result);
  const { handover } = result;
  if (handover === undefined) return replies;
  const change = { id: `${event.key}/${handover.act}`, reply: text(''), attempts: 0, handover };
  return handover.act === 'take' ? [change, ...replies] : [...replies, change];
}

export function recordOf(
  event: CitizenEvent,
  result: TurnResult,
  { keepText, answeredAt }: { keepText: boolean; answeredAt: Date },
): ExchangeRecord {
  const kept = keepText && result.deleteData !== true;
  return {
    ...countedPart(result),
    eventKey: event.key,
    conversationId: event.conversationId,
    channel: event.channel,
    pageId: event.pageId,
    ...(event.messageId === undefined ? {} : { messageId: event.messageId }),
    ...(event.thumb === undefined ? {} : { thumb: event.thumb }),
    ...(kept && event.text !== undefined ? { text: event.text } : {}),
    ...(kept ? { replyTexts: result.replies.map((reply) => reply.text) } : {}),
    receivedAt: event.receivedAt,
    answeredAt,
    ...(result.talk === undefined ? {} : { talkLines: talkLinesOf(event, result, result.talk, answeredAt) }),
  };
}

/** What the citizen said and what was said to them, for the officer; an officer's own words under their reply's id. */
function talkLinesOf(event: CitizenEvent, result: TurnResult, code: string, answeredAt: Date): TalkLine[] {
  const { conversationId, messageId, text: words = '' } = event;
  const said = words === '' && event.attachments !== undefined ? NO_WORDS : words;
  const spoken: TalkLine = {
    ...{ id: event.key, code, conversationId, from: 'citizen', text: said, at: event.receivedAt },
    ...(messageId === undefined ? {} : { messageId }),
  };
  const heard = HEARD.includes(event.kind) && said !== '' ? [spoken] : [];
  const replies = repliesOf(event, result).map((reply) =>
    talkLineOf(reply, code, conversationId, answeredAt),
  );
  return [...heard, ...replies, ...(unsent(event, result) ? [notSent(event, code)] : [])];
}

const HEARD: readonly CitizenEvent['kind'][] = ['text', 'button', 'attachment'];
const NO_WORDS = '[ảnh hoặc tệp, không được lưu]';

export function talkLineOf(
  { id, reply }: OutgoingReply,
  code: string,
  conversationId: string,
  at: Date,
): TalkLine {
  const line = { id, code, conversationId, text: reply.text, at } as const;
  return reply.by === undefined
    ? { ...line, from: 'bot' }
    : { ...line, from: 'officer', delivery: 'waiting' };
}

/** The citizen had stopped, deleted or taken back the request before the officer's words could go out. */
function unsent({ officer }: CitizenEvent, { replies }: TurnResult): boolean {
  return officer?.act === 'say' && replies.length === 0;
}

function notSent(
  { key, conversationId, text: words = '', receivedAt }: CitizenEvent,
  code: string,
): TalkLine {
  const id = officerLineId(key);
  return { id, code, conversationId, from: 'officer', text: words, at: receivedAt, delivery: 'not_sent' };
}

/** What is counted of a turn: everything but what only the conversation needs. */
function countedPart(
  result: TurnResult,
): Omit<TurnResult, 'state' | 'replies' | 'deleteData' | 'talk' | 'handover'> {
  const counted: Partial<TurnResult> & Pick<TurnResult, 'outcome' | 'contentVersion'> = { ...result };
  delete counted.state;
  delete counted.replies;
  delete counted.deleteData;
  delete counted.talk;
  delete counted.handover;
  return counted;
}

/** What is kept of a message that was answered together with the next. */
export function partOf({ state, contentVersion, talk }: TurnResult): TurnResult {
  return {
    ...{ state, contentVersion, outcome: 'ignored_part', replies: [] },
    ...(talk === undefined ? {} : { talk }),
  };
}
