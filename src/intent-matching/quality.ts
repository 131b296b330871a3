import { Normaliser } from './text/normaliser.js';
import type { Example, Vocabulary } from './types.js';

/** What staff should look at in the examples themselves, before any matcher is trained. */
export interface ExampleFaults {
  /** The same words under different intents: no matcher can tell them apart. */
  duplicates: { text: string; intents: string[] }[];
  tooFew: { intent: string; examples: number }[];
  /** Most examples of the intent say nearly the same: they teach no more than one would. */
  tooSimilar: { intent: string; share: number; pair: [string, string] }[];
}

const FEWEST = 10;
/** Two examples that share this part of their words are as good as one. */
const ALIKE = 0.75;
const MAX_ALIKE = 0.4;

export function faultsOf(examples: readonly Example[], vocabulary: Vocabulary): ExampleFaults {
  const reader = new Normaliser(vocabulary, new Set());
  const read = examples.flatMap(({ text, intent }) => {
    const words = reader.tokens(text).map(({ folded }) => folded);
    return intent === null ? [] : [{ text, intent, words }];
  });
  const byIntent = groups(read);
  const sizes = [...byIntent].map(([intent, rows]) => ({ intent, examples: rows.length }));
  return {
    duplicates: duplicatesOf(read),
    tooFew: sizes.filter(({ examples: count }) => count < FEWEST),
    tooSimilar: [...byIntent].flatMap(([intent, rows]) => similarityOf(intent, rows)),
  };
}

interface ReadExample {
  text: string;
  intent: string;
  words: string[];
}

function groups(rows: readonly ReadExample[]): Map<string, ReadExample[]> {
  const byIntent = new Map<string, ReadExample[]>();
  for (const row of rows) byIntent.set(row.intent, [...(byIntent.get(row.intent) ?? []), row]);
  return byIntent;
}

function duplicatesOf(rows: readonly ReadExample[]): ExampleFaults['duplicates'] {
  const byWords = new Map<string, { text: string; intents: Set<string> }>();
  for (const { text, intent, words } of rows) {
    const key = words.join(' ');
    const found = byWords.get(key) ?? { text, intents: new Set() };
    found.intents.add(intent);
    byWords.set(key, found);
  }
  return [...byWords.values()]
    .filter(({ intents }) => intents.size > 1)
    .map(({ text, intents }) => ({ text, intents: [...intents].sort() }));
}

function similarityOf(intent: string, rows: readonly ReadExample[]): ExampleFaults['tooSimilar'] {
  const sets = rows.map(({ words }) => new Set(words));
  const pairs = rows.flatMap(({ text }, at): [string, string][] => {
    const own = sets[at] ?? new Set();
    const other = sets.findIndex((set, place) => place !== at && overlap(set, own) >= ALIKE);
    return other < 0 ? [] : [[text, rows[other]?.text ?? '']];
  });
  const share = pairs.length / rows.length;
  const [pair] = pairs;
  return pair === undefined || share <= MAX_ALIKE ? [] : [{ intent, share, pair }];
}

/** Shared words over all words of both (Jaccard). */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}
