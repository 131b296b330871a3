import type { SentenceKey, Sentences } from '../../content/types.js';
import type { SentenceValues } from '../../content/sentences.js';

interface Speaker {
  content: { sentences: Sentences };
  state: { turns?: number };
}

/**
 * A sentence of the bot's own, as staff wrote it, with its placeholders filled. Several wordings are taken in turn, by
 * the citizen's messages so far, so that the same one does not come twice running and no reply depends on the clock.
 */
export function say<K extends SentenceKey>(
  { content, state }: Speaker,
  key: K,
  ...[values]: keyof SentenceValues<K> extends never ? [] : [SentenceValues<K>]
): string {
  const wordings = content.sentences.get(key) ?? [];
  const wording = inTurn(wordings, state.turns ?? 0) ?? '';
  const filled: Readonly<Record<string, string>> = values ?? {};
  return wording.replace(/\{([a-z_]+)\}/gu, (whole, name: string) => filled[name] ?? whole);
}

export function inTurn<T>(list: readonly T[], turns: number): T | undefined {
  return list[turns % Math.max(1, list.length)];
}
