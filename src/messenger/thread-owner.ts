import { webhookFieldsOf, listOf, textOf } from './webhook/values.js';

/** The app that has a conversation, as `GET /{PAGE}/thread_owner` answers; `undefined`: nobody has it. */
export function threadOwner(answer: unknown): string | undefined {
  const [first] = listOf(webhookFieldsOf(answer)['data']);
  return textOf(webhookFieldsOf(webhookFieldsOf(first)['thread_owner'])['app_id']);
}
