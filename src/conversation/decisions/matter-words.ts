import { belongsTo } from '../../content/decisions/of-entry.js';
import type { Fact } from '../../content/decisions/types.js';
import type { Content, Decision } from '../../content/types.js';
import type { IntentMatcher } from '../../intent-matching/types.js';
import { readerOf } from '../reading/questions/question-index.js';
import {
  sumOf,
  termsOf,
  usageInExamples,
  usageOf,
  type ReadWords,
  type Terms,
  type Usage,
} from '../reading/questions/word-weights.js';
import { isActIntent } from '../reading/reading.js';

/** A word names a matter that holds at least this share of all its examples … */
const MIN_SHARE = 0.2;
/** … and at least so many of them: in fewer it stands by chance. */
const MIN_EXAMPLES = 3;

/** How the examples of all matters use words and word pairs, as the matcher reads them. */
export interface MatterWords {
  read: ReadWords;
  /** In how many examples each term stands, of all matters. */
  counts: ReadonlyMap<string, number>;
  /** In how many matters, of `count`. */
  matters: ReadonlyMap<string, number>;
  count: number;
  /** Those that name a matter. */
  telling: Terms;
  own: Map<string, OwnWords>;
}

/** The words of one decision. */
export interface OwnWords {
  /** Of its facts, its entries' names and its own wordings. */
  facts: Terms;
  /** In how many examples that lead to its entries each term stands. */
  counts: ReadonlyMap<string, number>;
}

const known = new WeakMap<Content['intents'], { matcher: IntentMatcher; words: MatterWords }>();

export function matterWordsOf(content: Content, matcher: IntentMatcher): MatterWords {
  const found = known.get(content.intents);
  if (found?.matcher === matcher) return found.words;
  const read = readerOf(matcher);
  const { byIntent } = usageInExamples(content.intents, read);
  const byMatter = new Map<string, Usage>();
  for (const { id, target } of content.intents.values()) {
    if (isActIntent(id, content)) continue;
    const matter = 'procedure' in target ? target.procedure : id;
    byMatter.set(matter, sumOf([byMatter.get(matter) ?? [], byIntent.get(id) ?? []].flat()));
  }
  const { counts } = sumOf(byMatter.values());
  const matters = usageOf([...byMatter.values()].map((one) => new Set(one.counts.keys()))).counts;
  const telling = new Set(
    [...byMatter.values()]
      .flatMap((one) => [...one.counts])
      .filter(([term, count]) => count >= MIN_EXAMPLES && count >= MIN_SHARE * (counts.get(term) ?? 0))
      .map(([term]) => term),
  );
  const words = { read, telling, counts, matters, count: byMatter.size, own: new Map<string, OwnWords>() };
  known.set(content.intents, { matcher, words });
  return words;
}

export function ownWords({ read, own }: MatterWords, content: Content, decision: Decision): OwnWords {
  const before = own.get(decision.id);
  if (before !== undefined) return before;
  const entries = [decision.entry, ...decision.also].flatMap((id) => content.procedures.get(id) ?? []);
  const { byIntent } = usageInExamples(content.intents, read);
  const leading = [...content.intents.values()].flatMap(({ id, target }) =>
    'procedure' in target && belongsTo(decision, target.procedure) ? (byIntent.get(id) ?? []) : [],
  );
  const texts = [
    ...decision.facts.flatMap(({ fact }) => content.facts.get(fact) ?? []).flatMap(textsOf),
    ...entries.flatMap(({ name, button }) => [name, button]),
    ...decision.asks,
  ];
  const words: OwnWords = {
    facts: new Set(texts.flatMap((text) => [...termsOf(read(text))])),
    counts: sumOf(leading).counts,
  };
  own.set(decision.id, words);
  return words;
}

function textsOf({ label, ask, cues, onlyWith, after, before, options, buttons }: Fact): string[] {
  return [
    label,
    ask,
    ...[cues, onlyWith, after, before].flat(),
    ...options.flatMap(({ title, label: named, words, named: names }) => [title, named, ...words, ...names]),
    ...buttons.flatMap(({ title, words }) => [title, ...words]),
  ];
}
