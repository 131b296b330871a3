import type { SentenceKey, Sentences } from '../../content/types.js';
import type { SENTENCES, SentenceValues } from '../../content/sentences.js';
import { filled, type Placeholders } from '../../content/worded.js';
import { body, plain, type Body, type Line } from '../lines.js';

/** What a wording is taken from. Without a conversation's state it is the first of several wordings. */
export interface Speaker {
  content: { sentences: Sentences };
  state?: { turns?: number };
}

/**
 * A sentence of the bot's own, as staff wrote it, with its placeholders filled. Several wordings are taken in turn, by
 * the citizen's messages so far, so that the same one does not come twice running and no reply depends on the clock.
 */
export function say<K extends SentenceKey>(
  { content, state }: Speaker,
  key: K,
  ...[values]: Placeholders<K>
): string {
  return filled(wordingOf(content, state, key), values ?? {});
}

/** The same with lines for placeholders: alone on a line of the sentence they keep their roles. */
export function sayLines<K extends SentenceKey>(
  { content, state }: Speaker,
  key: K,
  values: Readonly<Record<keyof SentenceValues<K>, readonly Line[]>>,
): Body {
  const lines = new Map<string, readonly Line[]>(Object.entries(values));
  const words = Object.fromEntries([...lines].map(([name, own]) => [name, own.map(plain).join('\n')]));
  const wording = wordingOf(content, state, key);
  return body(
    wording
      .split('\n')
      .flatMap((line) => lines.get(/^\{([a-z_]+)\}$/u.exec(line)?.[1] ?? '') ?? filled(line, words)),
  );
}

function wordingOf(
  content: Speaker['content'],
  { turns = 0 }: Speaker['state'] = {},
  key: SentenceKey,
): string {
  return inTurn(content.sentences.get(key) ?? [], turns) ?? '';
}

/** Sentences without placeholders, by what their key begins with. */
type Plain<Prefix extends string> = {
  [K in SentenceKey & `${Prefix}_${string}`]: (typeof SENTENCES)[K] extends readonly [] ? K : never;
}[SentenceKey & `${Prefix}_${string}`];

export type LabelKey = Plain<'label'>;
export type ButtonKey = Plain<'button'>;

export function inTurn<T>(list: readonly T[], turns: number): T | undefined {
  return list[turns % Math.max(1, list.length)];
}
