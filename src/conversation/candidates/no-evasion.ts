import { seeksRelief } from '../reading/relief.js';
import { tellsEvasion } from '../reading/telling-words.js';
import type { Turn } from '../turn.js';

/** Asks for a part of a guide and names nothing else, or for what the law gives, or has no word that speaks of evasion. */
export function isNoEvasion({ reading, content, matcher }: Turn): boolean {
  const asksPart = reading.questionType !== undefined && reading.topicWords.length === 0;
  return asksPart || seeksRelief(reading.said) || !tellsEvasion(content, matcher, reading.said);
}
