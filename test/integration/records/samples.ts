import type { CommittedTurn, ExchangeRecord, OutgoingReply } from '../../../src/turns/ports.js';
import type { CitizenEvent, ConversationState } from '../../../src/conversation/types.js';
import { NOW } from './engines.js';

export function minutes(count: number, from: Date = NOW): Date {
  return new Date(from.getTime() + count * 60_000);
}

export function event(key: string, changes: Partial<CitizenEvent> = {}): CitizenEvent {
  return {
    key,
    channel: 'messenger',
    conversationId: 'citizen-1',
    pageId: 'page-1',
    address: 'psid-1',
    kind: 'text',
    sentAt: NOW,
    receivedAt: NOW,
    sequence: 0,
    text: 'đăng ký mã số thuế',
    messageId: `mid-${key}`,
    ...changes,
  };
}

export function reply(id: string): OutgoingReply {
  return { id, reply: { kind: 'text', text: `Dạ, câu trả lời ${id}` }, attempts: 0 };
}

export const STATE: ConversationState = {
  consent: { choice: 'yes', noticeVersion: '2026-11', at: NOW },
  stopped: false,
  suspended: [],
};

export function record(from: CitizenEvent, changes: Partial<ExchangeRecord> = {}): ExchangeRecord {
  return {
    eventKey: from.key,
    conversationId: from.conversationId,
    channel: from.channel,
    pageId: from.pageId,
    text: 'đăng ký mã số thuế',
    replyTexts: ['Dạ, thủ tục đăng ký…'],
    receivedAt: from.receivedAt,
    answeredAt: NOW,
    outcome: 'answered_procedure',
    contentVersion: 'v1',
    ...changes,
  };
}

export function turn(from: CitizenEvent, changes: Partial<CommittedTurn> = {}): CommittedTurn {
  return {
    event: from,
    state: STATE,
    replies: [reply(`${from.key}:0`), reply(`${from.key}:1`)],
    record: record(from),
    ...changes,
  };
}
