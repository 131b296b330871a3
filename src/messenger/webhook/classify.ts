import { createHash } from 'node:crypto';
import type { CitizenEvent, EventKind } from '../../conversation/types.js';
import { keptPayload } from '../../conversation/payloads.js';
import { maskedWords } from '../../privacy/mask-text.js';
import type { MaskedText } from '../../privacy/types.js';
import { attachmentKinds } from './attachments.js';
import type { RawEvent } from './envelope.js';
import { fieldsOf, idOf, textOf, type Fields } from './values.js';

export interface ClassifyTools {
  mask: (text: string) => MaskedText;
  conversationOf: (pageId: string, address: string) => string;
}

export interface Arrival {
  receivedAt: Date;
  sequence: number;
}

type Said = Pick<CitizenEvent, 'kind'> & Partial<CitizenEvent> & { keyPart?: string };

/**
 * What a raw event is to us: its kind, its masked words, its deduplication key. `null` for events that name no citizen
 * (policy notices, app roles), which there is nothing to keep of.
 */
export function classify(
  { pageId, event, standby }: RawEvent,
  { receivedAt, sequence }: Arrival,
  tools: ClassifyTools,
): CitizenEvent | null {
  const echo = fieldsOf(event['message'])['is_echo'] === true;
  const address = idOf(echo ? event['recipient'] : event['sender']);
  if (address === undefined) return null;
  const { keyPart, ...said } = standby || echo ? overheard(event) : spoken(event, tools);
  return {
    ...said,
    key: `messenger|${pageId}|${said.kind}|${keyPart ?? digest(event)}`,
    channel: 'messenger',
    conversationId: tools.conversationOf(pageId, address),
    pageId,
    address,
    sentAt: sentAt(event['timestamp'], receivedAt),
    receivedAt,
    sequence,
  };
}

/** The message's kind by the key it has; unknown keys are notices, kept only so that they are counted once. */
function spoken(event: Fields, tools: ClassifyTools): Said {
  if ('postback' in event) return postback(fieldsOf(event['postback']), tools);
  if ('message_edit' in event) {
    const { mid, num_edit: edit } = fieldsOf(event['message_edit']);
    return about('edit', mid, textOf(edit));
  }
  if ('reaction' in event) {
    const { mid, action, reaction } = fieldsOf(event['reaction']);
    return about('reaction', mid, [textOf(action), textOf(reaction), textOf(event['timestamp'])].join('|'));
  }
  if ('referral' in event) return { kind: 'referral', ...refOf(event['referral'], tools) };
  return 'message' in event ? message(fieldsOf(event['message']), tools) : notice(event);
}

function message(fields: Fields, tools: ClassifyTools): Said {
  const mid = textOf(fields['mid']);
  if (fields['is_deleted'] === true) return about('unsend', mid, 'deleted');
  const named = mid === undefined ? {} : { messageId: mid, keyPart: mid };
  const attachments = attachmentKinds(fields);
  const words = { ...wordsOf(textOf(fields['text']), tools), ...refOf(fields['referral'], tools) };
  const button = textOf(fieldsOf(fields['quick_reply'])['payload']);
  if (button !== undefined) return { kind: 'button', ...named, ...words, ...payloadOf(button, tools) };
  if (attachments.length > 0) return { kind: 'attachment', ...named, ...words, attachments };
  if (words.text !== undefined) return { kind: 'text', ...named, ...words };
  if (words.ref !== undefined) return { kind: 'referral', ...named, ...words };
  return fields['is_unsupported'] === true
    ? { kind: 'attachment', ...named, attachments: ['other'] }
    : { kind: 'notice', ...named };
}

function postback(fields: Fields, tools: ClassifyTools): Said {
  const mid = textOf(fields['mid']);
  const title = wordsOf(textOf(fields['title']), tools);
  return {
    kind: 'button',
    ...(mid === undefined ? {} : { messageId: mid, keyPart: mid }),
    ...title,
    ...payloadOf(textOf(fields['payload']), tools),
    ...refOf(fields['referral'], tools),
  };
}

/** Edits, reactions and unsends carry the original's `mid`; what tells them apart goes into the key as well. */
function about(kind: EventKind, mid: unknown, which: string | undefined): Said {
  const messageId = textOf(mid);
  return messageId === undefined ? { kind } : { kind, messageId, keyPart: `${messageId}|${which ?? ''}` };
}

/**
 * While another app owns the thread nothing is answered and no words are kept; but a message that the citizen takes
 * back may be one we heard before.
 */
function overheard(event: Fields): Said {
  const { mid, is_deleted: deleted, is_echo: echo } = fieldsOf(event['message']);
  return deleted === true && echo !== true ? about('unsend', mid, 'deleted') : notice(event);
}

/** Echoes, deliveries, reads, standby: counted at most, their words never kept. */
function notice(event: Fields): Said {
  const mid = textOf(fieldsOf(event['message'])['mid']);
  return mid === undefined ? { kind: 'notice' } : { kind: 'notice', keyPart: mid };
}

function wordsOf(
  text: string | undefined,
  { mask }: ClassifyTools,
): Pick<CitizenEvent, 'text' | 'masked' | 'maybeMoney' | 'truncated'> {
  return text === undefined || text === '' ? {} : maskedWords(mask(text));
}

/** Only payloads of our making are kept; anything else is a button of some other time or app. */
function payloadOf(written: string | undefined, { mask }: ClassifyTools): Pick<CitizenEvent, 'payload'> {
  const payload = keptPayload(written, mask);
  return payload === undefined ? {} : { payload };
}

/** Letters, digits, `-`, `_`, `=` are all that a `ref` of ours holds; anybody can make a link with a number in it. */
function refOf(referral: unknown, { mask }: ClassifyTools): Pick<CitizenEvent, 'ref'> {
  const ref = textOf(fieldsOf(referral)['ref']);
  if (ref === undefined || !/^[\w=-]{1,200}$/.test(ref)) return {};
  return mask(ref.replace(/[_=]/g, ' ')).found.length > 0 ? {} : { ref };
}

/** Below 10^12 it is seconds; missing or absurd, the time of arrival. */
function sentAt(timestamp: unknown, receivedAt: Date): Date {
  const number = Number(textOf(timestamp) ?? NaN);
  const milliseconds = number < 1e12 ? number * 1000 : number;
  const dayAhead = receivedAt.getTime() + 24 * 60 * 60 * 1000;
  return milliseconds > 0 && milliseconds <= dayAhead ? new Date(milliseconds) : receivedAt;
}

function digest(event: Fields): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 32);
}
