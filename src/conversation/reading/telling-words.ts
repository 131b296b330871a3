import type { Content, DialogueAct, DialogueActExamples } from '../../content/types.js';
import type { IntentMatcher } from '../../intent-matching/types.js';
import { readerOf } from './questions/question-index.js';
import { termsOf, usageInExamples, usageInTexts, type Terms, type Usage } from './questions/word-weights.js';

/** A term tells a kind of message when its examples hold it this many times as often as those of all others ("hộ kinh doanh" has eight matters) … */
const FAVOURED = 4;
/** … of evasion more, of which nobody is to be accused by chance … */
const ACCUSING = 8;
/** … and so many of them: fewer may be chance, and of word pairs there are many. */
const MIN_WORDS = 2;
const MIN_PAIRS = 3;
/** Fewer examples have no such terms. */
const MIN_TEXTS = 10;

/**
 * Whether any word of the message speaks for the intent rather than for the others. Every message has a nearest intent; one
 * of nothing but common words ("làm cái này online được không") is not about it.
 */
export function tellsIntent(content: Content, matcher: IntentMatcher, intent: string, said: string): boolean {
  const read = readerOf(matcher);
  const { byIntent, all } = usageInExamples(content.intents, read);
  const own = byIntent.get(intent);
  return own === undefined || isTold(termsOf(read(said)), { own: [own], among: [own], all }, FAVOURED);
}

/** The same of what a message does besides, against what is asked of matters; all kinds of an act speak for it together. */
export function tellsAct(content: Content, matcher: IntentMatcher, act: DialogueAct, said: string): boolean {
  const read = readerOf(matcher);
  const { all } = usageInExamples(content.intents, read);
  const own = content.dialogueActs
    .filter((one) => one.act === act)
    .map(({ examples }) => usageInTexts(examples, read));
  return isTold(termsOf(read(said)), { own, among: [], all }, FAVOURED);
}

/** The same of a message that asks how to evade or to bribe: of the acts and of the matter that answers them. */
export function tellsEvasion(content: Content, matcher: IntentMatcher, said: string): boolean {
  const read = readerOf(matcher);
  const { byIntent, all } = usageInExamples(content.intents, read);
  const acts = evasions(content).map(({ examples }) => usageInTexts(examples, read));
  const among = [...content.intents.values()]
    .filter(({ neverAskedBack }) => neverAskedBack === true)
    .flatMap(({ id }) => byIntent.get(id) ?? []);
  return isTold(termsOf(read(said)), { own: [...acts, ...among], among, all }, ACCUSING);
}

export function evasions({ dialogueActs }: Pick<Content, 'dialogueActs'>): DialogueActExamples[] {
  return dialogueActs.filter(({ act }) => act === 'evasion');
}

interface Told {
  own: readonly Usage[];
  /** Those of `own` that are counted in `all` as well. */
  among: readonly Usage[];
  all: Usage;
}

/** Counts are looked up list by list: to merge them would cost a turn more than all else. */
function isTold(terms: Terms, { own, among, all }: Told, times: number): boolean {
  const texts = sum(own, ({ texts: one }) => one);
  if (texts < MIN_TEXTS) return true;
  const others = Math.max(1, all.texts - sum(among, ({ texts: one }) => one));
  return [...terms].some((term) => {
    const inTerm = ({ counts }: Usage): number => counts.get(term) ?? 0;
    const count = sum(own, inTerm);
    if (count < (term.includes(' ') ? MIN_PAIRS : MIN_WORDS)) return false;
    const elsewhere = (inTerm(all) - sum(among, inTerm) + 1) / others;
    return count / texts > times * elsewhere;
  });
}

function sum(usages: readonly Usage[], of: (usage: Usage) => number): number {
  return usages.reduce((total, usage) => total + of(usage), 0);
}
