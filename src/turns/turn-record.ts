import type { ExchangeRecord, OutgoingReply } from './ports.js';
import { MENU_CHOICE, PERSON_CHOICE, text } from '../conversation/replies.js';
import type { CitizenEvent, ConversationState, TurnResult } from '../conversation/types.js';

/** The apology for a fault of ours; the state stays as it was, but for the moment from which an answer may go out. */
export function failedTurn({ sentAt }: CitizenEvent, state: ConversationState): TurnResult {
  return {
    state: { ...state, lastEventAt: sentAt },
    outcome: 'failed_error',
    replies: [
      text('Dạ em xin lỗi, em vừa gặp trục trặc. Anh/chị gõ lại giúp em, hoặc gặp cán bộ ạ.', [
        MENU_CHOICE,
        PERSON_CHOICE,
      ]),
    ],
    contentVersion: 'none',
  };
}

/** Ids come from the event's key, so that the same turn run twice names its replies alike. */
export function repliesOf(event: CitizenEvent, { replies }: TurnResult): OutgoingReply[] {
  return replies.map((reply, index) => ({ id: `${event.key}/${index}`, reply, attempts: 0 }));
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
    ...(kept && event.text !== undefined ? { text: event.text } : {}),
    ...(kept ? { replyTexts: result.replies.map((reply) => reply.text) } : {}),
    receivedAt: event.receivedAt,
    answeredAt,
  };
}

/** What is counted of a turn: everything but what only the conversation needs. */
function countedPart(result: TurnResult): Omit<TurnResult, 'state' | 'replies' | 'deleteData'> {
  const counted: Partial<TurnResult> & Pick<TurnResult, 'outcome' | 'contentVersion'> = { ...result };
  delete counted.state;
  delete counted.replies;
  delete counted.deleteData;
  return counted;
}

/** What is kept of a message that was answered together with the next. */
export function partOf({ state, contentVersion }: TurnResult): TurnResult {
  return { state, contentVersion, outcome: 'ignored_part', replies: [] };
}
