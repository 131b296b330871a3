import type { SentenceKey } from './sentences.js';
import { MESSENGER_LIMITS } from '../shared/messenger-limits.js';

/** A label leaves room for its value on the same line of a phone. */
const MAX_LABEL = 40;
/** Longest text of one message with buttons under it. */
export const MAX_SENTENCE = MESSENGER_LIMITS.buttonText;

/** How long a wording may be, in characters, its placeholders as written. */
export function maxLengthOf(key: SentenceKey): number {
  if (key.startsWith('button_')) return MESSENGER_LIMITS.title;
  if (key.startsWith('label_')) return MAX_LABEL;
  return key === 'page_greeting' ? MESSENGER_LIMITS.greeting : MAX_SENTENCE;
}
