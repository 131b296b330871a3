import type { Example } from '../intent-matching/types.js';
import { fold } from '../shared/fold.js';
import type { Content, Procedure } from './types.js';

/**
 * What the matcher learns from: the intents' own examples; the names and common questions of a procedure, where one
 * intent alone leads to it and no other procedure is asked for in the same words; and what is out of scope.
 */
export function trainingExamples(content: Content): Example[] {
  const shared = sharedWordings(content);
  const inScope = [...content.intents.values()].flatMap(({ id, examples, target }) => {
    const procedure = 'procedure' in target ? content.procedures.get(target.procedure) : undefined;
    const isOnly = procedure !== undefined && intentsOf(content, procedure.id) === 1;
    const wordings = isOnly ? wordingsOf(procedure).filter((text) => !shared.has(fold(text))) : [];
    const texts = [...examples, ...wordings];
    return [...new Set(texts)].map((text) => ({ text, intent: id }));
  });
  return [...inScope, ...content.outOfScope.map((text) => ({ text, intent: null }))];
}

function wordingsOf({ name, button, officialName, questions }: Procedure): string[] {
  const names = officialName === undefined ? [name, button] : [name, button, officialName];
  return [...names, ...questions.flatMap(({ ask }) => ask)];
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
    for (const text of wordingsOf(procedure)) note(text, procedure.id);
  for (const { id, examples, target } of content.intents.values())
    for (const text of examples) note(text, 'procedure' in target ? target.procedure : id);
  return shared;
}

function intentsOf(content: Content, procedure: string): number {
  const targets = [...content.intents.values()].map(({ target }) => target);
  return targets.filter((target) => 'procedure' in target && target.procedure === procedure).length;
}
