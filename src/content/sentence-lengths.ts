import type { SentenceKey } from './sentences.js';

/** Longest title that Messenger shows on a button or quick reply (characters). */
const MAX_TITLE = 20;
/** A label leaves room for its value on the same line of a phone. */
const MAX_LABEL = 40;
/** Messenger's limit for the greeting of a Page (messenger facts, section 3.7). */
const MAX_PAGE_GREETING = 160;
/** Longest text of one message with buttons under it. */
export const MAX_SENTENCE = 640;

/** How long a wording may be, in characters, its placeholders as written. */
export function maxLengthOf(key: SentenceKey): number {
  if (key.startsWith('button_')) return MAX_TITLE;
  if (key.startsWith('label_')) return MAX_LABEL;
  return key === 'page_greeting' ? MAX_PAGE_GREETING : MAX_SENTENCE;
}
