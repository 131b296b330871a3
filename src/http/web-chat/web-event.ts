import { z } from 'zod';
import { keptPayload } from '../../conversation/payloads.js';
import type { CitizenEvent } from '../../conversation/types.js';
import { isBareLink, LINK_MASK } from '../../privacy/bare-link.js';
import { maskedWords } from '../../privacy/mask-text.js';
import type { MaskedText } from '../../privacy/types.js';
import { say } from '../../conversation/wording/say.js';
import { CitizenError } from '../citizen-error.js';

/** The web page stands where a Facebook Page would: every session of it belongs to this one. */
export const WEB_PAGE_ID = 'web';

const clientId = z.string().regex(/^[\w-]{8,64}$/);
const typed = z.strictObject({ clientId, text: z.string() });
const pressed = z.strictObject({ clientId, payload: z.string().max(1000), title: z.string().max(200) });
const message = z.union([typed, pressed]);

type Mask = (text: string) => MaskedText;

/** Given by the server, never by the page. */
export interface WebArrival {
  conversationId: string;
  at: Date;
  sequence: number;
}

/**
 * What the page sent, as the inbox keeps it: text masked. The same client id of the same conversation makes the same
 * key, so that a retry changes nothing. Only a press of a button carries a payload; typed text never does.
 */
export function webEvent(
  body: unknown,
  { conversationId, at, sequence }: WebArrival,
  mask: Mask,
): CitizenEvent {
  const sent = message.safeParse(body).data;
  if (sent === undefined)
    throw new CitizenError('MESSAGE_INVALID', { status: 400, words: (to) => say(to, 'refused_message') });
  return {
    key: `web|${conversationId}|${sent.clientId}`,
    channel: 'web',
    conversationId,
    pageId: WEB_PAGE_ID,
    // Not the session: whoever holds that can read and write for the citizen. Replies are found by the conversation.
    address: conversationId,
    sentAt: at,
    receivedAt: at,
    sequence,
    messageId: sent.clientId,
    ...('payload' in sent ? press(sent.payload, sent.title, mask) : words(sent.text, mask)),
  };
}

function words(
  written: string,
  mask: Mask,
): Pick<CitizenEvent, 'kind' | 'text' | 'masked' | 'maybeMoney' | 'truncated' | 'attachments'> {
  if (written.trim() === '')
    throw new CitizenError('MESSAGE_EMPTY', { status: 400, words: (to) => say(to, 'refused_empty_message') });
  // The page shows what it is told was kept.
  if (isBareLink(written)) return { kind: 'attachment', text: LINK_MASK, attachments: ['link'] };
  return { kind: 'text', ...maskedWords(mask(written.trim())) };
}

function press(pressed: string, title: string, mask: Mask): Pick<CitizenEvent, 'kind' | 'text' | 'payload'> {
  const payload = keptPayload(pressed, mask);
  if (payload === undefined)
    throw new CitizenError('BUTTON_UNKNOWN', { status: 422, words: (to) => say(to, 'refused_button') });
  return { kind: 'button', text: mask(title).text, payload };
}
