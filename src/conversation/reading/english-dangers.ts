import { foldedWords } from '../../shared/fold.js';
import type { Reading } from './reading.js';

/**
 * The acts learn from Vietnamese wordings and a few English ones, most of them of frauds and evasion: any English message is a
 * little like those. So an English message is one of them only where it has a word of them.
 */
const OF_FRAUD =
  /\b(?:call(?:s|ed|er|ing)?|text(?:s|ed)?|sms|messag(?:es?|ed|ing)|links?|scam\w*|fraud\w*|fake|police|arrest\w*|threaten\w*|jail|install(?:s|ed|ing)?|transfer\w*|sent|send|gave|told|stol\w+|stranger|hack\w*|pretend\w*|zalo|someone|somebody|suspicious|lost|took money|on the phone|says|said|claim\w*|wants|demand\w*|click\w*|download\w*|asked|asking|he|she|him|they|them|man|woman|guy|people|asks? (?:me )?for|remote control)\b/u;
const OF_EVASION =
  /\b(?:avoid\w*|evad\w+|evasion|hid(?:e|es|ing|den)|brib\w+|officers?|officials?|envelope|under the table|cash|fake|false|lower|smaller|less tax|someone else s?|two contracts|(?:not|without) (?:declar|pay|report|tell)\w*|don ?t (?:declare|pay|report|tell)|cheat\w*|loopholes?|trick\w*|find out|buy (?:an )?invoices?|speed (?:it|things) up|gifts?)\b/u;

const wordsOf = (said: string): string => foldedWords(said).join(' ');

type Read = Pick<Reading, 'said' | 'match'>;

export function mayBeFraud({ said, match }: Read): boolean {
  return match.language !== 'en' || OF_FRAUD.test(wordsOf(said));
}

export function mayBeEvasion({ said, match }: Read): boolean {
  return match.language !== 'en' || OF_EVASION.test(wordsOf(said));
}
