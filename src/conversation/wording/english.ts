import type { Procedure } from '../../content/types.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import type { Turn } from '../turn.js';
import { say } from './say.js';

type Told = Pick<Turn, 'content' | 'state'>;

const INTRODUCTION = 'english-introduction';

/** Whoever was answered in English knows who answers: said once in a conversation. */
export function rememberIntroduced(turn: Told): void {
  rememberSaid(turn, INTRODUCTION);
}

/** The words, the first time behind the introduction: a machine answers, and its guides are Vietnamese. */
export function introduced(turn: Told, authority: string, words: string): string {
  return wasSaid(turn, INTRODUCTION) ? words : `${say(turn, 'english_intro', { authority })}\n${words}`;
}

/**
 * What an English message is told of the matched entry: its English name (the Vietnamese one where it has none), and its
 * English summary where it has one. `entry`: `undefined` where nothing was matched.
 */
export function englishReply(
  turn: Told,
  authority: string,
  entry: Pick<Procedure, 'name' | 'nameEn' | 'summaryEn'> | undefined,
): string {
  if (entry === undefined) return introduced(turn, authority, say(turn, 'english_unknown'));
  const name = entry.nameEn ?? entry.name;
  const about =
    entry.summaryEn === undefined
      ? say(turn, 'english_entry', { entry: name })
      : say(turn, 'english_more', { entry: name, summary: entry.summaryEn });
  return introduced(turn, authority, about);
}
