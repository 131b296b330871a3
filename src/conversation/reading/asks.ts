import { readText } from '../../shared/vietnamese-text.js';
import { ASKED_AT_END } from './clauses.js';
import { foldedToAsk } from './question-words.js';

/** "Cảm ơn nhiều": much, not how much. */
const MUCH = /\b(?:cam on|thanks?|tks|tk|cmon)\b(?: \p{L}+){0,2}? (?:nhieu|nhiu|nhju)\b/gu;
const ASKS =
  /\?|\b(?:khong|ko|k|hong|hok|hk|ai|gi|chi|j|nao|mo|dau|sao|rang|bao nhieu|nhiu|nhieu tien|(?:thue|dong|nop|phi|het|mat|phat|tra|tinh|ba) nhieu|bn|bnhieu|may|ha|hen|the nao|bao gio|bao lau|khi nao|what|how|where|when|which|can (?:i|he|she|we|they|you)|do (?:i|we|they|you)|does|should (?:i|we|he|she)|is (?:it|there|he|she)|are there)\b/u;

/** Whether folded words (see `foldedToAsk`) ask something, by their form alone. */
export function asksIn(folded: string): boolean {
  return ASKS.test(folded.replace(MUCH, ' '));
}

/** Whether the words ask something, by their form alone. */
export function asksSomething(typed: string): boolean {
  return asksIn(foldedToAsk(readText(typed).text));
}

const NO = /\b(?:khong|ko|k|hong|hok|hk)\b/gu;
const WHETHER = /\bco (?:\p{L}+ ){0,6}(?:khong|ko|k|hong|hok|hk)\b/u;

/** The same, but "không khai được" only denies: a "không" asks at the end, or after "có". */
export function asksOutright(typed: string): boolean {
  const folded = foldedToAsk(readText(typed).text);
  if (!asksIn(folded)) return false;
  return ASKED_AT_END.test(folded) || WHETHER.test(folded) || asksIn(folded.replace(NO, ' '));
}
