import type { SentenceKey, Sentences, SentenceValues } from './sentences.js';

/** Nothing where the sentence has no placeholders. */
export type Placeholders<K extends SentenceKey> = keyof SentenceValues<K> extends never
  ? []
  : [SentenceValues<K>];

/** A sentence as staff wrote it, the first of several wordings, with its placeholders filled. */
export function worded<K extends SentenceKey>(
  sentences: Sentences,
  key: K,
  ...[values]: Placeholders<K>
): string {
  return filled(sentences.get(key)?.[0] ?? '', values ?? {});
}

export function filled(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replace(/\{([a-z_]+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
