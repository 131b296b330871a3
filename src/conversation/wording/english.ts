import type { Procedure } from '../../content/types.js';
import { say } from './say.js';

/**
 * What an English message is told: that a machine answers and that its guides are Vietnamese; the matched entry under its
 * English name (the Vietnamese one where it has none), with its English summary where it has one. `entry`: `undefined`
 * where nothing was matched.
 */
export function englishReply(
  turn: Parameters<typeof say>[0],
  authority: string,
  entry: Pick<Procedure, 'name' | 'nameEn' | 'summaryEn'> | undefined,
): string {
  if (entry === undefined) return say(turn, 'english_unknown', { authority });
  const name = entry.nameEn ?? entry.name;
  if (entry.summaryEn === undefined) return say(turn, 'english_entry', { authority, entry: name });
  return say(turn, 'english_summary', { authority, entry: name, summary: entry.summaryEn });
}
