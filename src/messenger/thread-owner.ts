import { fieldsOf, listOf, textOf } from './webhook/values.js';

/** The app that has a conversation, as `GET /{PAGE}/thread_owner` answers; `undefined`: nobody has it. */
export function threadOwner(answer: unknown): string | undefined {
  const [first] = listOf(fieldsOf(answer)['data']);
  return textOf(fieldsOf(fieldsOf(first)['thread_owner'])['app_id']);
}
