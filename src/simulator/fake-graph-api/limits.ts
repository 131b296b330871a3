import { webhookFieldsOf, listOf, textOf, type Fields } from '../../messenger/webhook/values.js';

/** Facebook's answer to what it refuses. */
export interface Refusal {
  status: number;
  code: number;
  subcode?: number;
  message: string;
}

/** Another app has the conversation, or only the default app may do this. */
export const CONTROL_REFUSED: Refusal = {
  status: 400,
  code: 2018300,
  message: 'Another app is controlling this thread now',
};

const invalid = (message: string, subcode?: number): Refusal => ({
  status: 400,
  code: 100,
  message: `(#100) ${message}`,
  ...(subcode === undefined ? {} : { subcode }),
});

/** What Messenger would refuse of a Send API body, by its documented limits; `null` when it would take it. */
export function refusalOf(body: Fields): Refusal | null {
  const { id, comment_id: comment } = webhookFieldsOf(body['recipient']);
  // Exactly one of them names whom it is for.
  if ((textOf(id) === undefined) === (textOf(comment) === undefined))
    return invalid('Param recipient must be non-empty', 2018001);
  if ('message' in body && 'sender_action' in body)
    return invalid('message and sender_action together', 2018014);
  if ('sender_action' in body)
    return ['typing_on', 'typing_off', 'mark_seen'].includes(textOf(body['sender_action']) ?? '')
      ? null
      : invalid('unknown sender_action');
  if (textOf(body['messaging_type']) !== 'RESPONSE') return invalid('Invalid messaging_type', 1893061);
  const message = webhookFieldsOf(body['message']);
  return refusedText(message) ?? refusedAttachment(message) ?? refusedQuickReplies(message);
}

function refusedText(message: Fields): Refusal | null {
  const hasText = 'text' in message;
  if (hasText === 'attachment' in message) return invalid('exactly one of text and attachment', 2018034);
  if (!hasText) return null;
  const text = textOf(message['text']) ?? '';
  if (text.trim() === '') return invalid('text must be non-empty', 2018034);
  return text.length >= 2000
    ? invalid('Length of param message[text] must be less than or equal to 2000')
    : null;
}

function refusedAttachment(message: Fields): Refusal | null {
  if (!('attachment' in message)) return null;
  const attachment = webhookFieldsOf(message['attachment']);
  const payload = webhookFieldsOf(attachment['payload']);
  if (attachment['type'] !== 'template' || payload['template_type'] !== 'button')
    return invalid('unknown attachment', 2534015);
  const text = textOf(payload['text']) ?? '';
  if (text.trim() === '' || text.length > 640)
    return invalid('button template: text must have 1 to 640 characters');
  const buttons = listOf(payload['buttons']).map(webhookFieldsOf);
  if (buttons.length < 1 || buttons.length > 3) return invalid('button template: 1 to 3 buttons');
  return buttons.map(refusedButton).find((refused) => refused !== null) ?? null;
}

function refusedButton(button: Fields): Refusal | null {
  const title = textOf(button['title']) ?? '';
  if (title.trim() === '' || title.length > 20) return invalid('button title must have 1 to 20 characters');
  if (button['type'] === 'web_url')
    return /^https?:\/\/\S+$/.test(textOf(button['url']) ?? '') ? null : invalid('button url must be a URL');
  if (button['type'] !== 'postback') return invalid('unknown button type');
  return refusedPayload(button['payload']);
}

function refusedQuickReplies(message: Fields): Refusal | null {
  if (!('quick_replies' in message)) return null;
  const replies = listOf(message['quick_replies']).map(webhookFieldsOf);
  if (replies.length < 1 || replies.length > 13) return invalid('1 to 13 quick replies');
  for (const reply of replies) {
    const title = textOf(reply['title']) ?? '';
    if (reply['content_type'] !== 'text' || title.trim() === '' || title.length > 20)
      return invalid('quick reply title must have 1 to 20 characters');
    const refused = refusedPayload(reply['payload']);
    if (refused !== null) return refused;
  }
  return null;
}

function refusedPayload(payload: unknown): Refusal | null {
  const text = textOf(payload) ?? '';
  return text === '' || text.length > 1000 ? invalid('payload must have 1 to 1000 characters') : null;
}
