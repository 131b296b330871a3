import type { Content, Procedure } from '../../../content/types.js';

/** Brings a text to the words it means, folded: abbreviations written out, slips mended. */
export type ReadWords = (text: string) => string[];

/** The words of a text and its word pairs. */
export type Terms = ReadonlySet<string>;

/** How far a term's commonness, within its matter and in all questions, takes weight from it; measured by leaving wordings out. */
const WITHIN = 0.7;
const AT_ALL = 0.5;
/** What a word pair weighs beside a word as rare. */
const PAIR = 0.5;
const JOINT = ' ';

export function termsOf(words: readonly string[]): Terms {
  const terms = new Set(words);
  for (let at = 1; at < words.length; at++) terms.add(`${words[at - 1] ?? ''}${JOINT}${words[at] ?? ''}`);
  return terms;
}

/** In how many of `texts` each term stands. */
export interface Usage {
  counts: Map<string, number>;
  texts: number;
}

export function usageOf(texts: Iterable<Terms>): Usage {
  const usage: Usage = { counts: new Map(), texts: 0 };
  for (const terms of texts) {
    usage.texts += 1;
    for (const term of terms) usage.counts.set(term, (usage.counts.get(term) ?? 0) + 1);
  }
  return usage;
}

export function sumOf(usages: Iterable<Usage>): Usage {
  const sum: Usage = { counts: new Map(), texts: 0 };
  for (const { counts, texts } of usages) {
    sum.texts += texts;
    for (const [term, count] of counts) sum.counts.set(term, (sum.counts.get(term) ?? 0) + count);
  }
  return sum;
}

/** How terms are used in what is asked: in the examples of each intent, by its id, and in all of them. */
interface UsageInExamples {
  byIntent: ReadonlyMap<string, Usage>;
  all: Usage;
}

const inTexts = new WeakMap<readonly string[], { read: ReadWords; usage: Usage }>();

/** How terms are used in a list of the content, which is read once for one reader. */
export function usageInTexts(texts: readonly string[], read: ReadWords): Usage {
  const known = inTexts.get(texts);
  if (known?.read === read) return known.usage;
  const usage = usageOf(texts.map((text) => termsOf(read(text))));
  inTexts.set(texts, { read, usage });
  return usage;
}

const inExamples = new WeakMap<Content['intents'], UsageInExamples & { read: ReadWords }>();

/** Thousands of texts: each is read once for one reader. */
export function usageInExamples(intents: Content['intents'], read: ReadWords): UsageInExamples {
  const known = inExamples.get(intents);
  if (known?.read === read) return known;
  const byIntent = new Map([...intents].map(([id, { examples }]) => [id, usageInTexts(examples, read)]));
  const usage = { read, byIntent, all: sumOf(byIntent.values()) };
  inExamples.set(intents, usage);
  return usage;
}

/** How terms are used when a procedure is spoken of: in its name and in the examples of the intents that lead to it. */
export function usageAbout(content: Content, { id, name, button }: Procedure, read: ReadWords): Usage {
  const { byIntent } = usageInExamples(content.intents, read);
  const leading = [...content.intents.values()].flatMap(({ id: intent, target }) =>
    'procedure' in target && target.procedure === id ? (byIntent.get(intent) ?? []) : [],
  );
  const usage = sumOf([usageOf([name, button].map((text) => termsOf(read(text)))), ...leading]);
  // The matter's own name asks nothing of it, however seldom its examples use it.
  for (const term of termsOf(read(`${name} ${button}`)))
    usage.counts.set(term, Math.max(usage.counts.get(term) ?? 0, usage.texts / 2));
  return usage;
}

/** Terms weigh by how rarely they are used when the matter is spoken of, less so by how rarely in all questions. */
export function weighing(about: Usage, all: Usage): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const weighed = known.get(term);
    if (weighed !== undefined) return weighed;
    const rare = rarity(term, about) ** WITHIN * rarity(term, all) ** AT_ALL;
    const weight = term.includes(JOINT) ? PAIR * rare : rare;
    // Messages bring ever new words; those are not kept.
    if (all.counts.has(term)) known.set(term, weight);
    return weight;
  };
}

/** 1 for a term that is never used, near 0 for one that always is. */
function rarity(term: string, { counts, texts }: Usage): number {
  return Math.log((texts + 1) / ((counts.get(term) ?? 0) + 0.5)) / Math.log((texts + 1) / 0.5);
}
