import { createHash } from 'node:crypto';
import type { CitizenEvent, EventKind } from '../../conversation/types.js';
import { isOurs, keptPayload } from '../../conversation/payloads.js';
import { isBareLink } from '../../privacy/bare-link.js';
import { maskedWords } from '../../privacy/mask-text.js';
import type { MaskedText } from '../../privacy/types.js';
import { PAGE_INBOX_APP } from '../apps.js';
import { attachmentKinds } from './attachments.js';
import type { RawEvent } from './envelope.js';
import { webhookFieldsOf, idOf, isEmpty, isTrue, textOf, type Fields } from './values.js';

export interface ClassifyTools {
  mask: (text: string) => MaskedText;
  conversationOf: (pageId: string, address: string) => string;
  /** Whether an echo is of a message that this bot sent. */
  isOwn: (echo: Fields) => boolean;
  /** Whether an app is ours, as far as that is known. */
  isOwnApp?: (app: string) => boolean;
}

export interface Arrival {
  receivedAt: Date;
  sequence: number;
}

/** `keyKind`: what stands for the kind in the key, where an event of another kind must be able to name it. */
type Said = Pick<CitizenEvent, 'kind'> & Partial<CitizenEvent> & { keyPart?: string; keyKind?: string };

/** A button of another app that begins a conversation: its title is no question. */
const BEGINNING = /^get_?started/i;

/**
 * What a raw event is to us: its kind, its masked words, its deduplication key. `null` for events that name no citizen
 * (policy notices, app roles), which there is nothing to keep of.
 */
export function classify(
  { pageId, event, standby }: RawEvent,
  { receivedAt, sequence }: Arrival,
  tools: ClassifyTools,
): CitizenEvent | null {
  // What the Page sent is an echo, whatever marks it has.
  const echo = isTrue(webhookFieldsOf(event['message'])['is_echo']) || idOf(event['sender']) === pageId;
  const ids = [idOf(event['recipient']), idOf(event['sender'])];
  const address = echo ? ids.find((id) => id !== undefined && id !== pageId) : ids[1];
  if (address === undefined) return null;
  const keyed = (kind: string, part: string) => `messenger|${pageId}|${kind}|${part}`;
  const { keyPart, keyKind, ...said } = echo
    ? echoed(event, tools)
    : standby
      ? overheard(event, tools)
      : spoken(event, tools);
  return {
    ...said,
    ...(said.kind === 'unsend' && said.messageId !== undefined
      ? { original: keyed('message', said.messageId) }
      : {}),
    key: keyed(keyKind ?? said.kind, keyPart ?? digest(event)),
    channel: 'messenger',
    conversationId: tools.conversationOf(pageId, address),
    pageId,
    address,
    sentAt: sentAt(event['timestamp'], receivedAt),
    receivedAt,
    sequence,
  };
}

/** The message's kind by the key it has, empty ones beside it left aside; unknown keys are notices, kept only so that they are counted once. */
function spoken(event: Fields, tools: ClassifyTools): Said {
  const said = webhookFieldsOf(event['message']);
  if (hasContent(said)) {
    const heard = message(said, tools);
    return heard.ref === undefined ? { ...heard, ...refOf(event['referral'], tools) } : heard;
  }
  const has = (key: string) => !isEmpty(event[key]);
  if (has('postback')) return postback(webhookFieldsOf(event['postback']), tools);
  if (has('message_edit')) {
    const { mid, num_edit: edit } = webhookFieldsOf(event['message_edit']);
    return about('edit', mid, textOf(edit));
  }
  if (has('reaction')) {
    const { mid, action, reaction } = webhookFieldsOf(event['reaction']);
    return about('reaction', mid, [textOf(action), textOf(reaction), textOf(event['timestamp'])].join('|'));
  }
  if (has('response_feedback')) return thumbOf(webhookFieldsOf(event['response_feedback']), event);
  if (has('referral')) return { kind: 'referral', ...refOf(event['referral'], tools) };
  if (isHandover(event)) return handedOver(event, tools);
  // A button that Facebook sends without anything in it is still a press.
  if ('postback' in event) return { kind: 'button' };
  return isEmpty(said) ? notice(event) : message(said, tools);
}

/** A thumb under one of our messages; pressed anew it counts anew. Words that nobody knows are a notice like others. */
function thumbOf({ mid, feedback }: Fields, event: Fields): Said {
  const thumb = { 'Good response': 'up', 'Bad response': 'down' } as const;
  const given = Object.entries(thumb).find(([words]) => words === textOf(feedback))?.[1];
  if (given === undefined) return notice(event);
  const which = ['thumb', given, textOf(event['timestamp'])].join('|');
  return { ...about('notice', mid, which), thumb: given };
}

/** More than an id: words, attachments, a button, something taken back. */
function hasContent(message: Fields): boolean {
  return Object.entries(message).some(([key, value]) => key !== 'mid' && key !== 'seq' && !isEmpty(value));
}

function isHandover(event: Fields): boolean {
  return 'pass_thread_control' in event || 'take_thread_control' in event;
}

/**
 * Who has the conversation now: the staff's inbox, another app, or we. It is passed to us, or to nobody, unless it was
 * ours before; it is taken from us, unless it is known that we took it.
 */
function handedOver(event: Fields, { isOwnApp = () => false }: ClassifyTools): Said {
  const isPassed = 'pass_thread_control' in event;
  const fields = webhookFieldsOf(event[isPassed ? 'pass_thread_control' : 'take_thread_control']);
  const [from, to] = [textOf(fields['previous_owner_app_id']), textOf(fields['new_owner_app_id'])];
  const seen = notice(event);
  if (to === PAGE_INBOX_APP) return { ...seen, notice: 'thread_inbox' };
  if (to !== undefined && isOwnApp(to)) return { ...seen, notice: 'thread_returned' };
  const isLost = isPassed ? to !== undefined && from !== undefined && isOwnApp(from) : true;
  return { ...seen, notice: isLost ? 'thread_elsewhere' : 'thread_returned' };
}

function message(fields: Fields, tools: ClassifyTools): Said {
  const mid = textOf(fields['mid']);
  if (isTrue(fields['is_deleted'])) return about('unsend', mid, 'deleted');
  const named = mid === undefined ? {} : { messageId: mid, keyPart: mid, keyKind: 'message' };
  const attachments = attachmentKinds(fields);
  const written = textOf(fields['text']);
  const words = { ...wordsOf(written, tools), ...refOf(fields['referral'], tools) };
  const button = textOf(webhookFieldsOf(fields['quick_reply'])['payload']);
  if (button !== undefined && !isForeign(button, words.text))
    return { kind: 'button', ...named, ...words, ...payloadOf(button, tools) };
  if (attachments.length > 0) return { kind: 'attachment', ...named, ...words, attachments };
  if (written !== undefined && isBareLink(written))
    return { kind: 'attachment', ...named, ...refOf(fields['referral'], tools), attachments: ['link'] };
  if (words.text !== undefined) return { kind: 'text', ...named, ...words };
  if (words.ref !== undefined) return { kind: 'referral', ...named, ...words };
  return isTrue(fields['is_unsupported'])
    ? { kind: 'attachment', ...named, attachments: ['other'] }
    : { kind: 'notice', ...named };
}

function postback(fields: Fields, tools: ClassifyTools): Said {
  const mid = textOf(fields['mid']);
  const title = wordsOf(textOf(fields['title']), tools);
  const payload = textOf(fields['payload']) ?? '';
  const named = mid === undefined ? {} : { messageId: mid, keyPart: mid };
  const ref = refOf(fields['referral'], tools);
  if (isForeign(payload, title.text)) return { kind: 'text', ...named, ...title, ...ref };
  return { kind: 'button', ...named, ...title, ...payloadOf(payload, tools), ...ref };
}

/** A button of another app: what the citizen saw on it is read as their words. */
function isForeign(payload: string, title: string | undefined): boolean {
  return title !== undefined && !isOurs(payload) && !BEGINNING.test(payload);
}

/** Edits, reactions and unsends carry the original's `mid`; what tells them apart goes into the key as well. */
function about(kind: EventKind, mid: unknown, which: string | undefined): Said {
  const messageId = textOf(mid);
  return messageId === undefined ? { kind } : { kind, messageId, keyPart: `${messageId}|${which ?? ''}` };
}

/**
 * While another app owns the thread nothing is answered; what is said is read for a wish to stop or to have data deleted,
 * and whether the other has been silent for long. A button has a title and no payload then. A message that the citizen
 * takes back may be one we heard before.
 */
function overheard(event: Fields, tools: ClassifyTools): Said {
  const seen = notice(event);
  if (isHandover(event)) return handedOver(event, tools);
  const { kind, messageId, ...said } = spoken(event, tools);
  if (kind === 'unsend') return { ...said, ...(messageId === undefined ? {} : { messageId }), kind };
  const { attachments } = said;
  if (kind !== 'text' && kind !== 'button' && kind !== 'attachment') return seen;
  if (said.text === undefined && attachments === undefined) return seen;
  return {
    ...seen,
    ...wordsIn(said),
    notice: 'standby',
    ...(attachments === undefined ? {} : { attachments }),
    ...(messageId === undefined ? {} : { messageId }),
  };
}

function wordsIn({ text, masked, maybeMoney, truncated }: Omit<Said, 'kind'>): Partial<CitizenEvent> {
  return {
    ...(text === undefined ? {} : { text }),
    ...(masked === undefined ? {} : { masked }),
    ...(maybeMoney === undefined ? {} : { maybeMoney }),
    ...(truncated === undefined ? {} : { truncated }),
  };
}

/** What went out from the Page. What this bot did not send, a person (in the Page's inbox, or where no app is named) or another app did: that much is kept, no words. */
function echoed(event: Fields, { isOwn }: ClassifyTools): Said {
  const sent = webhookFieldsOf(event['message']);
  const said = !isEmpty(sent['text']) || !isEmpty(sent['attachments']);
  if (!said || isOwn(sent)) return notice(event);
  const app = textOf(sent['app_id']);
  const isPerson = app === undefined || app === PAGE_INBOX_APP;
  return { ...notice(event), notice: isPerson ? 'human_echo' : 'app_echo' };
}

/** Echoes, deliveries, reads, standby: counted at most, their words never kept. */
function notice(event: Fields): Said {
  const mid = textOf(webhookFieldsOf(event['message'])['mid']);
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
  const ref = textOf(webhookFieldsOf(referral)['ref']);
  if (ref === undefined || !/^[\w=-]{1,200}$/.test(ref)) return {};
  return mask(ref.replace(/[_=]/g, ' ')).found.length > 0 ? {} : { ref };
}

/** Below 10^12 it is seconds; missing or absurd, the time of arrival. */
export function sentAt(timestamp: unknown, receivedAt: Date): Date {
  const number = Number(textOf(timestamp) ?? NaN);
  const milliseconds = number < 1e12 ? number * 1000 : number;
  const dayAhead = receivedAt.getTime() + 24 * 60 * 60 * 1000;
  return milliseconds > 0 && milliseconds <= dayAhead ? new Date(milliseconds) : receivedAt;
}

function digest(event: Fields): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 32);
}
