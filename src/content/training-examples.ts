import { hashOf } from '../intent-matching/hash.js';
import type { Example } from '../intent-matching/types.js';
import { fold, foldedWords } from '../shared/fold.js';
import type { Content, Intent, Procedure } from './types.js';

/** A word is of a matter when it is this much more frequent in what is asked about it than in all that is asked, … */
const FAVOURED = 4;
/** … and stands in this share of it at least, or in its name. */
const SHARE = 0.1;
/** So many words of its matter make a wording speak of it; "hạn là khi nào" and "cần giấy gì" may ask of any. */
const NAMING = 2;

/**
 * What the matcher learns from: the intents' own examples; the names of a procedure, and those of its common questions
 * that name their matter, where one intent alone leads to it and no other procedure is asked for in the same words; and
 * what is out of scope. `without`: ids of intents that are recognised by other means, and no topics to choose between.
 */
export function trainingExamples(content: Content, without: ReadonlySet<string> = new Set()): Example[] {
  const shared = sharedWordings(content);
  const usage = usageOf([...content.intents.values()].flatMap(({ examples }) => examples));
  const inScope = [...content.intents.values()].flatMap((intent) => {
    const { id, examples, target } = intent;
    if (without.has(id)) return [];
    const procedure = 'procedure' in target ? content.procedures.get(target.procedure) : undefined;
    const isOnly = procedure !== undefined && intentsOf(content, procedure.id) === 1;
    const wordings = isOnly ? [...namesOf(procedure), ...namingQuestions(procedure, intent, usage)] : [];
    const texts = [...examples, ...wordings.filter((text) => !shared.has(fold(text)))];
    return [...new Set(texts)].map((text) => ({ text, intent: id }));
  });
  return [...inScope, ...content.outOfScope.map((text) => ({ text, intent: null }))];
}

/** One in so many messages about a matter, by the hash of its text, shows the act classifier what performs no act: so an example added elsewhere changes none of them. */
const TOPIC_SHARE = 2;

/** What dialogue acts are learned from: their own examples, against messages that ask about a matter. */
export function actExamples(content: Content): Example[] {
  const acts = content.dialogueActs.flatMap(({ id, examples }) =>
    examples.map((text) => ({ text, intent: id })),
  );
  const own = new Set(acts.map(({ text }) => fold(text)));
  const topics = [...content.intents.values()]
    .filter(({ target }) => 'procedure' in target)
    .flatMap(({ examples }) => examples)
    .filter((text) => !own.has(fold(text)));
  const none = topics.filter((text) => hashOf(fold(text)) % TOPIC_SHARE === 0);
  return [...acts, ...none.map((text) => ({ text, intent: null }))];
}

/** In how many of `texts` each word stands. */
interface Usage {
  counts: Map<string, number>;
  texts: number;
}

function usageOf(texts: readonly string[]): Usage {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(foldedWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, texts: texts.length };
}

function namingQuestions(procedure: Procedure, intent: Intent, all: Usage): string[] {
  const own = usageOf(intent.examples);
  const name = new Set(foldedWords(`${procedure.name} ${procedure.button}`));
  const isOfMatter = (word: string): boolean => {
    const share = (own.counts.get(word) ?? 0) / own.texts;
    const everywhere = (all.counts.get(word) ?? 0) / all.texts;
    return (share >= SHARE || name.has(word)) && share > FAVOURED * everywhere;
  };
  return procedure.questions
    .flatMap(({ ask }) => ask)
    .filter((text) => [...new Set(foldedWords(text))].filter(isOfMatter).length >= NAMING);
}

function namesOf({ name, button, officialName }: Procedure): string[] {
  return officialName === undefined ? [name, button] : [name, button, officialName];
}

/** Folded: wordings of two procedures, or of a procedure and of an intent's own examples elsewhere. */
function sharedWordings(content: Content): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  const note = (text: string, owner: string): void => {
    const key = fold(text);
    if ((owners.get(key) ?? owner) !== owner) shared.add(key);
    owners.set(key, owner);
  };
  for (const procedure of content.procedures.values())
    for (const text of [...namesOf(procedure), ...procedure.questions.flatMap(({ ask }) => ask)])
      note(text, procedure.id);
  for (const { id, examples, target } of content.intents.values())
    for (const text of examples) note(text, 'procedure' in target ? target.procedure : id);
  return shared;
}

function intentsOf(content: Content, procedure: string): number {
  const targets = [...content.intents.values()].map(({ target }) => target);
  return targets.filter((target) => 'procedure' in target && target.procedure === procedure).length;
}
