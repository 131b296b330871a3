import { webhookFieldsOf, listOf, textOf, type Fields } from '../../messenger/webhook/values.js';

/** One message as a citizen sees it. */
export interface ShownMessage {
  to: string;
  text: string;
  /** Postback buttons, then quick replies: title and payload. */
  choices: { title: string; payload: string; quick: boolean }[];
  links: { title: string; url: string }[];
}

export function shownMessage(to: string, message: Fields): ShownMessage {
  const template = webhookFieldsOf(webhookFieldsOf(message['attachment'])['payload']);
  const buttons = listOf(template['buttons']).map(webhookFieldsOf);
  const choice = (quick: boolean) => (fields: Fields) => ({
    title: textOf(fields['title']) ?? '',
    payload: textOf(fields['payload']) ?? '',
    quick,
  });
  return {
    to,
    text: textOf(message['text']) ?? textOf(template['text']) ?? '',
    choices: [
      ...buttons.filter(({ type }) => type === 'postback').map(choice(false)),
      ...listOf(message['quick_replies']).map(webhookFieldsOf).map(choice(true)),
    ],
    links: buttons
      .filter(({ type }) => type === 'web_url')
      .map((fields) => ({ title: textOf(fields['title']) ?? '', url: textOf(fields['url']) ?? '' })),
  };
}
